// Renders a template with many answers, and keeps those that break what it makes of a believable one: an output that is
// no JSON where it was, an empty one, or an error. What is told was rendered.

import type { Budget } from '../../engines/budget.ts';
import { oncePer } from '../../engines/once-per.ts';
import { TemplateRuntimeError } from '../../engines/velocity/error.ts';
import type { Template } from '../../engines/velocity/tree.ts';
import { findJsonBreak } from '../../preview/json-check.ts';
import type { ReadableTemplate, Subject } from '../subject.ts';
import { type Backend, type BackendAnswer, backendAnswers, backendOf } from './backend-answers.ts';
import { type Flow, flowOf, isBody, type Print } from './template-flow.ts';
import { bodyOf, type Piece, piecesOf, type Rendered, renderedFull, renderedWith } from './template-sample.ts';
import { isLeaf, MISSING, type Otherwise, placesIn, type Shape, wayTo } from './template-shape.ts';

/** An answer that breaks the output, at one place of the template. */
export interface Breaking {
  /** Who is known to send it; absent where it only may come. */
  readonly from: string | undefined;
  /** The smallest such answer that was found. */
  readonly body: string;
  /** What the client would get; an error has no output. */
  readonly output: string;
  readonly reason: string;
  /** Where, in characters of the template, or as the error says. */
  readonly at: number | TemplateRuntimeError;
  /** The reference that prints the value, where one does. */
  readonly print: Print | undefined;
}

/** Characters of template that are rendered for one template, all answers together: this bounds the cost. */
const MAX_CHARACTERS = 400_000;
/** A small template is rendered no more often; a large one at least so often. */
const MAX_RENDERINGS = 60;
const MIN_RENDERINGS = 8;

/** What breaks a template behind a backend, remembered with the template: the create judges once more what its dry run did. */
const known = oncePer((_: Template) => new Map<string, readonly Breaking[]>());

export function breakingAnswers(subject: Subject, { template }: ReadableTemplate): readonly Breaking[] {
  const answers = backendAnswers(subject);
  const backend = backendOf(subject);
  const id = JSON.stringify([backend, answers]);
  const found = known(template).get(id) ?? new Search(template, backend, answers, subject.budget).found;
  known(template).set(id, found);
  return found;
}

/** How an output is broken, `end` characters into it. */
interface Broken {
  readonly output: string;
  readonly reason: string;
  readonly end: number;
}

const LOOKS_LIKE_JSON = /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:["{[\]\d-]|true|false|null|$))/;

class Search {
  readonly found: Breaking[] = [];
  readonly #template: Template;
  readonly #flow: Flow;
  readonly #isJson: boolean;
  readonly #places: readonly Shape[];
  readonly #attributes: ReadonlyMap<Shape, string>;
  readonly #budget: Budget;
  #left: number;

  constructor(template: Template, backend: Backend, answers: readonly BackendAnswer[], budget: Budget) {
    this.#budget = budget;
    this.#template = template;
    this.#flow = flowOf(template);
    this.#places = placesIn(this.#flow.root);
    this.#attributes = backend === 'dynamodb' ? attributesIn(this.#places) : new Map();
    this.#left = Math.min(MAX_RENDERINGS, Math.max(MIN_RENDERINGS, MAX_CHARACTERS / (template.source.length + 1)));
    const believable = renderedFull(template);
    const isSound = typeof believable === 'string' && believable.trim() !== '';
    this.#isJson = isSound && LOOKS_LIKE_JSON.test(believable) && findJsonBreak(believable) === undefined;
    if (!isSound || this.#readsNothing()) return;
    for (const { from, body } of answers) this.#try(this.#narrowed(body), from) || this.#try(body, from);
    if (backend !== 'mock') for (const value of VALUES) this.#tryValue(value);
  }

  /** The members of an answer that the template reads, where it reads members. */
  #narrowed(body: string): string {
    const { members } = this.#flow.root;
    const answer: unknown = members.size > 0 && body.startsWith('{') ? JSON.parse(body) : undefined;
    if (answer === undefined) return body;
    return JSON.stringify(Object.fromEntries(Object.entries(answer as object).filter(([name]) => members.has(name))));
  }

  #readsNothing(): boolean {
    const { root, prints, tests } = this.#flow;
    return isLeaf(root) && prints.length === 0 && tests.length === 0 && root.uses.size === 0;
  }

  /** Puts the value everywhere it can stand; where that breaks the output, each place that prints it is tried alone. */
  #tryValue({ value, stands, parts }: Value): void {
    const { prints } = this.#flow;
    const told = this.#told();
    // What is told everywhere it is printed keeps its believable value, or it would hide the others.
    const open = new Set(prints.flatMap(({ shape, reference }) => (told.has(reference.offset) ? [] : [shape])));
    const settled = new Set(prints.flatMap(({ shape }) => (open.has(shape) ? [] : [shape])));
    const places = this.#places.filter((place) => {
      const type = this.#attributes.get(place);
      return (
        !settled.has(place) && stands(place) && (type === undefined || (type === 'S' && typeof value === 'string'))
      );
    });
    if (places.length === 0) return;
    const all: Otherwise = { values: new Map(places.map((place) => [place, value])) };
    const body = bodyOf(this.#flow, all);
    const broken = this.#broken(body);
    if (broken === undefined) return;
    if (parts) {
      for (const part of parts) this.#tryValue({ value: part, stands });
      return;
    }
    const before = this.found.length;
    for (const place of this.#suspects(body, places, prints)) this.#tryAlone(place, value);
    if (this.found.length > before || this.#isTold(this.#placed(broken, body, undefined))) return;
    for (const place of places.slice(0, MAX_SUSPECTS)) if (this.#tryAlone(place, value)) return;
  }

  /** The places whose value, as it was printed, cannot stand there. */
  #suspects(body: string, places: readonly Shape[], prints: readonly Print[]): ReadonlySet<Shape> {
    if (!this.#isJson || this.#left-- < 0) return new Set();
    const byReference = new Map(prints.map((print) => [print.reference, print]));
    const among = new Set(places);
    const suspects = new Set<Shape>();
    const told = this.#told();
    const pieces = piecesOf(this.#template, body, this.#budget);
    const output = this.#rendered(body);
    if (typeof output !== 'string') return suspects;
    for (const { node, start, end } of pieces) {
      const print = node.kind === 'reference' ? byReference.get(node) : undefined;
      if (!print?.shape || !among.has(print.shape) || told.has(node.offset)) continue;
      const printed = output.slice(start, end);
      if (print.quoted ? !IN_A_STRING.test(printed) : findJsonBreak(printed) !== undefined) suspects.add(print.shape);
    }
    return suspects;
  }

  #told(): ReadonlySet<number> {
    return new Set(this.found.flatMap(({ at }) => (typeof at === 'number' ? at : [])));
  }

  /** First with nothing but this value in the answer, then with everything else there. */
  #tryAlone(place: Shape, value: unknown): boolean {
    const values = new Map([[place, value]]);
    const kept = new Set(wayTo(this.#flow.root, place));
    const isPlace = ({ print }: Breaking) => print?.shape === undefined || print.shape === place;
    return (
      this.#try(bodyOf(this.#flow, { values, kept }), undefined, isPlace) ||
      this.#try(bodyOf(this.#flow, { values }), undefined)
    );
  }

  /** Keeps the answer if it breaks the output at a place that is not told of yet. */
  #try(body: string, from: string | undefined, isMeant: (breaking: Breaking) => boolean = () => true): boolean {
    const broken = this.#broken(body);
    if (broken === undefined) return false;
    const breaking = this.#placed(broken, body, from);
    if (this.#isTold(breaking) || !isMeant(breaking)) return false;
    this.found.push(breaking);
    return true;
  }

  #isTold(breaking: Breaking): boolean {
    const isError = typeof breaking.at !== 'number';
    return this.found.some(({ at }) => at === breaking.at || (isError && typeof at !== 'number'));
  }

  #rendered(body: string): Rendered {
    return this.#left-- < 0 ? undefined : renderedWith(this.#template, body, this.#budget);
  }

  #broken(body: string): Broken | TemplateRuntimeError | undefined {
    const output = this.#rendered(body);
    if (output === undefined || output instanceof TemplateRuntimeError) return output;
    if (!this.#isJson) return undefined;
    if (output.trim() === '') return { output, reason: 'an empty message', end: 0 };
    const found = findJsonBreak(output);
    return found && { output, reason: found.message, end: offsetAt(output, found) };
  }

  #placed(broken: Broken | TemplateRuntimeError, body: string, from: string | undefined): Breaking {
    if (broken instanceof TemplateRuntimeError) {
      return { from, body, output: '', reason: broken.message, at: broken, print: undefined };
    }
    const { output, reason, end } = broken;
    this.#left--;
    const piece = output.trim() === '' ? undefined : blamed(piecesOf(this.#template, body, this.#budget), output, end);
    const print =
      piece?.node.kind === 'reference'
        ? this.#flow.prints.find(({ reference }) => reference === piece.node)
        : undefined;
    const within = piece?.node.kind === 'text' ? Math.min(end - piece.start, piece.node.text.length) : 0;
    const shape = print && isBody(print.reference) ? this.#flow.root : print?.shape;
    return { from, body, output, reason, at: (piece?.node.offset ?? 0) + within, print: print && { ...print, shape } };
  }
}

/** What may stand between the double quotes of a JSON string. */
const IN_A_STRING = /^(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*$/u;

/** Places that are tried one by one where no print shows which it is. */
const MAX_SUSPECTS = 8;

/** What wrote the place where the output breaks: the value before it, if nothing but blanks, quotes and what closes lies between. */
function blamed(pieces: readonly Piece[], output: string, end: number): Piece | undefined {
  const at = pieces.findLast(({ start }) => start <= end);
  const value = pieces.findLast(({ node, start }) => node.kind === 'reference' && start <= end);
  return value && (end < value.end || /^[\s"]*$/.test(output.slice(value.end, end))) ? value : at;
}

/** Characters before a position of `findJsonBreak`. */
function offsetAt(text: string, { line, column }: { readonly line: number; readonly column: number }): number {
  const ends = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
  return (ends[line - 1] ?? 0) + column - 1;
}

/** A value that may come in the place of the believable one. */
interface Value {
  readonly value: unknown;
  readonly stands: (place: Shape) => boolean;
  /** Simpler values, tried in its place once it breaks the output. */
  readonly parts?: readonly unknown[];
}

const isList = (place: Shape): boolean => place.element !== undefined && place.members.size === 0;

/** In the order in which they are told: what is likelier goes first. */
const VALUES: readonly Value[] = [
  { value: MISSING, stands: isLeaf },
  { value: MISSING, stands: (place) => !isLeaf(place) && !isList(place) },
  // All that breaks a text at once; what it is is found out only where that breaks anything.
  { value: 'a"b\\d\ne', stands: isLeaf, parts: ['text', 'a"b', 'a\\d', 'a\nb'] },
  { value: '', stands: isLeaf },
  { value: [], stands: isList },
  { value: 1, stands: isLeaf },
  { value: ['text'], stands: isLeaf },
  { value: { name: 'text' }, stands: isLeaf },
];

/** The types of DynamoDB's attributes, which are never left out nor of another form: the attribute itself is missing then. */
const ATTRIBUTE_TYPES: ReadonlySet<string> = new Set(['S', 'N', 'BOOL', 'B']);

/** The places that hold the value of an attribute, with its type. */
function attributesIn(places: readonly Shape[]): ReadonlyMap<Shape, string> {
  return new Map(
    places.flatMap(({ members }) =>
      [...members].flatMap(([name, member]) => (ATTRIBUTE_TYPES.has(name) ? [[member, name] as const] : [])),
    ),
  );
}
