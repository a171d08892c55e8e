// What a template takes the backend's answer to look like, and an answer of that form.
import { LIST_METHODS } from '../../engines/java/methods/list.ts';
import { MAP_METHODS } from '../../engines/java/methods/map.ts';
import type { MethodTable } from '../../engines/java/methods/method-table.ts';
import { STRING_METHODS } from '../../engines/java/methods/string.ts';
import type { Path } from '../../engines/json-path/path.ts';
import type { Access } from '../../engines/velocity/tree.ts';
import { literalText } from './template-text.ts';

/** How a value is used, which tells what it must be; what is printed outside of quotes is a number. */
type Use = 'text' | 'number' | 'map' | 'list';

/** A place in the answer, grown from the paths and members that the template names. */
export interface Shape {
  readonly depth: number;
  readonly members: Map<string, Shape>;
  /** What the list holds, where one is gone through. */
  element: Shape | undefined;
  /** What the text holds, where `$util.parseJson` reads it. */
  parsed: Shape | undefined;
  /** A value that the template compares it with. */
  equals: string | number | boolean | undefined;
  readonly uses: Set<Use>;
}

/** Deeper places are not told apart. */
const MAX_DEPTH = 50;
/** JSON within JSON within JSON: each level doubles its backslashes. */
const MAX_PARSED = 2;
/** Lists within lists hold one element only, or the answer would double with each level. */
const MAX_LISTS_OF_TWO = 3;

export const createShape = (depth = 0): Shape => ({
  depth,
  members: new Map(),
  element: undefined,
  parsed: undefined,
  equals: undefined,
  uses: new Set(),
});

function memberOf(shape: Shape, name: string): Shape | undefined {
  const known = shape.members.get(name);
  if (known || shape.depth >= MAX_DEPTH) return known;
  const member = createShape(shape.depth + 1);
  shape.members.set(name, member);
  return member;
}

export function elementOf(shape: Shape): Shape | undefined {
  if (shape.depth >= MAX_DEPTH) return shape.element;
  shape.element ??= createShape(shape.depth + 1);
  return shape.element;
}

export function parsedOf(shape: Shape): Shape | undefined {
  if (shape.depth >= MAX_DEPTH) return shape.parsed;
  shape.parsed ??= createShape(shape.depth + 1);
  return shape.parsed;
}

/** Where a path leads; for one that gathers several places, a list of them that is not part of the answer itself. */
export function followPath(root: Shape, { tokens, definite }: Path): Shape | undefined {
  let shape: Shape | undefined = root;
  for (const token of tokens) {
    if (!shape) return undefined;
    if (token.kind === 'property') shape = token.names.length === 1 ? memberOf(shape, token.names[0] ?? '') : undefined;
    else if (token.kind === 'scan' || token.kind === 'function') return undefined;
    else shape = elementOf(shape);
  }
  if (definite || !shape) return shape;
  return { ...createShape(MAX_DEPTH), element: shape };
}

/** What a method is called on; a name that several have is likeliest the first one's. */
const METHODS: readonly (readonly [use: Use, table: MethodTable])[] = [
  ['text', STRING_METHODS],
  ['list', LIST_METHODS],
  ['map', MAP_METHODS],
];

/** Where `.name`, `["name"]`, `[0]` and `.get(…)` lead; notes what other methods tell, and ends there. */
export function followAccess(shape: Shape, access: Access): Shape | undefined {
  if (access.kind === 'property') return memberOf(shape, access.name);
  const argument = access.kind === 'index' ? access.argument : access.arguments[0];
  if (access.kind === 'index' || access.name === 'get') {
    const name = literalText(argument);
    if (name !== undefined) return memberOf(shape, name);
    return argument?.kind === 'constant' && typeof argument.value === 'number' ? elementOf(shape) : undefined;
  }
  const use = METHODS.find(([, table]) => table.has(access.name))?.[0];
  if (use) shape.uses.add(use);
  return undefined;
}

/** In the place of a value: a member, or an element of a list, that is not there. */
export const MISSING = Symbol('missing');

/** What a sample has otherwise than the believable one. */
export interface Otherwise {
  /** Values in the place of the believable ones; `MISSING` leaves the member out. */
  readonly values?: ReadonlyMap<Shape, unknown>;
  /** The only places that are there; lists have one element then. Absent: all. */
  readonly kept?: ReadonlySet<Shape>;
}

/** A believable value of this form, as JSON data, altered as told. Maps have no prototype: names are a stranger's. */
export function sampleOf(shape: Shape, otherwise: Otherwise = {}, lists = 0, texts = 0): unknown {
  const { members, element, parsed, equals, uses } = shape;
  const { values, kept } = otherwise;
  if (values?.has(shape)) return values.get(shape);
  if (element && members.size === 0) {
    const item = sampleOf(element, otherwise, lists + 1, texts);
    if (item === MISSING) return [];
    return lists < MAX_LISTS_OF_TWO && !kept ? [item, item] : [item];
  }
  if (members.size > 0) {
    const there = [...members].filter(([, member]) => !kept || kept.has(member));
    const entries = there.map(([name, member]) => [name, sampleOf(member, otherwise, lists, texts)] as const);
    return sampleMap(entries.filter(([, value]) => value !== MISSING));
  }
  if (parsed && texts < MAX_PARSED) {
    const value = sampleOf(parsed, otherwise, lists, texts + 1);
    return value === MISSING ? MISSING : JSON.stringify(value);
  }
  if (equals !== undefined) return equals;
  if (uses.has('map')) return sampleMap([['name', 'text']]);
  if (uses.has('list')) return ['text', 'text'];
  if (uses.has('text')) return 'text';
  return uses.has('number') ? 1 : 'text';
}

/** Every place below this one, parents first. */
export function placesIn(shape: Shape): readonly Shape[] {
  const next = [...shape.members.values(), shape.element, shape.parsed].filter((one) => one !== undefined);
  return next.flatMap((one) => [one, ...placesIn(one)]);
}

/** The places from `root` to `target`, both included; undefined where it is no part of the answer. */
export function wayTo(root: Shape, target: Shape): readonly Shape[] | undefined {
  if (root === target) return [root];
  for (const next of [...root.members.values(), root.element, root.parsed]) {
    const way = next && wayTo(next, target);
    if (way) return [root, ...way];
  }
  return undefined;
}

/** Nothing is known to be within it. */
export const isLeaf = ({ members, element, parsed }: Shape): boolean => members.size === 0 && !element && !parsed;

function sampleMap(entries: readonly (readonly [string, unknown])[]): object {
  const map: Record<string, unknown> = Object.create(null);
  for (const [name, value] of entries) map[name] = value;
  return map;
}
