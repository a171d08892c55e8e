// Follows the values of a template in the order of its text: what is printed where, what is tested, what is read of the
// backend's answer. A later `#set` counts from there on; what cannot be told stays unknown.

import { InvalidPathError } from '../../engines/json-path/error.ts';
import type { Path } from '../../engines/json-path/path.ts';
import { oncePer } from '../../engines/once-per.ts';
import {
  type Access,
  type Binary,
  type Expression,
  type Foreach,
  type IfDirective,
  type Node,
  type Not,
  type Reference,
  type SetDirective,
  type Template,
  walk,
} from '../../engines/velocity/tree.ts';
import { readPath } from './template-json-path.ts';
import { createShape, elementOf, followAccess, followPath, parsedOf, type Shape } from './template-shape.ts';
import { literalText } from './template-text.ts';

/** A reference that stands where its value is printed. */
export interface Print {
  readonly reference: Reference;
  /** Between the double quotes of a JSON string. */
  readonly quoted: boolean;
  /** What its name stands for, where a single `#set` says so. */
  readonly value: Expression | undefined;
  /** The place in the backend's answer it leads to. */
  readonly shape: Shape | undefined;
  /** What the innermost loop around it goes through, an element of it. */
  readonly loop: Shape | undefined;
}

/** A reference that decides a condition by being there or not. */
interface Test {
  readonly reference: Reference;
  readonly negated: Not | undefined;
  readonly shape: Shape | undefined;
}

export interface Flow {
  /** The whole answer. */
  readonly root: Shape;
  readonly prints: readonly Print[];
  readonly tests: readonly Test[];
  /** `$stageVariables` and `$context.authorizer`, which hold what their owners put there. */
  readonly stageVariables: Shape;
  readonly authorizer: Shape;
}

interface Variable {
  readonly value: Expression | undefined;
  readonly shape: Shape | undefined;
}

export const flowOf = oncePer((template: Template): Flow => {
  const follower = new Follower();
  follower.block(template.nodes);
  return follower;
});

/** Whether the value is what `$input.json` gives, with nothing done to it. */
export const readsJson = (value: Expression): boolean =>
  value.kind === 'reference' &&
  value.name === 'input' &&
  value.access.length === 1 &&
  value.access[0]?.kind === 'method' &&
  value.access[0].name === 'json';

function comparedIn(condition: Expression): Set<string> {
  const compared = new Set<string>();
  walk([condition], (node) => {
    if (node.kind !== 'binary' || (node.operator !== '==' && node.operator !== '!=')) return;
    for (const side of [node.left, node.right]) if (side.kind === 'reference') compared.add(side.literal);
  });
  return compared;
}

/** `$input.body`: the answer as text. */
export const isBody = ({ name, access: [first] }: Reference): boolean =>
  name === 'input' && first?.kind === 'property' && first.name === 'body';

class Follower implements Flow {
  readonly root = createShape();
  readonly prints: Print[] = [];
  readonly tests: Test[] = [];
  readonly stageVariables = createShape();
  readonly authorizer = createShape();
  readonly #variables = new Map<string, Variable>();
  #around: Shape | undefined;
  #quoted = false;

  block(nodes: readonly Node[]): void {
    for (const node of nodes) this.#statement(node);
  }

  #statement(node: Node): void {
    switch (node.kind) {
      case 'text':
        for (const [mark] of node.text.matchAll(/\\.|"/gs)) if (mark === '"') this.#quoted = !this.#quoted;
        break;
      case 'reference':
        this.#print(node);
        break;
      case 'set':
        this.#assign(node);
        break;
      case 'if':
        this.#choose(node);
        break;
      case 'foreach':
        this.#loop(node);
        break;
      case 'macro':
      case 'define':
        this.#apart(node.body);
        break;
      case 'call':
        for (const argument of node.arguments) this.#expression(argument);
        this.block(node.body ?? []);
        break;
      case 'evaluate':
        this.#expression(node.argument);
    }
  }

  /** Text that is printed somewhere else. */
  #apart(nodes: readonly Node[]): void {
    const before = this.#quoted;
    this.#quoted = false;
    this.block(nodes);
    this.#quoted = before;
  }

  #assign({ target, variable, value }: SetDirective): void {
    const shape = this.#expression(value);
    if (target.access.length > 0) return;
    this.#variables.set(variable, { value: this.#variables.has(variable) ? undefined : value, shape });
  }

  #choose({ branches, otherwise }: IfDirective): void {
    const before = this.#quoted;
    let after = before;
    for (const [index, { condition, body }] of branches.entries()) {
      this.#quoted = before;
      this.#condition(condition, comparedIn(condition));
      this.block(body);
      if (index === 0) after = this.#quoted;
    }
    this.#quoted = before;
    this.block(otherwise);
    this.#quoted = after;
  }

  #loop({ arguments: [, , list], body, variable }: Foreach): void {
    const shape = list && this.#expression(list);
    const element = shape && elementOf(shape);
    const outer = this.#variables.get(variable);
    this.#variables.set(variable, { value: undefined, shape: element });
    const around = this.#around;
    this.#around = element;
    this.block(body);
    this.#around = around;
    if (outer) this.#variables.set(variable, outer);
    else this.#variables.delete(variable);
  }

  #print(reference: Reference): void {
    const shape = this.#expression(reference);
    if (!this.#quoted && isBody(reference)) this.root.uses.add('number');
    if (!this.#quoted && this.#pathOf(reference)?.method !== 'json') shape?.uses.add('number');
    const value = reference.access.length === 0 ? this.#variables.get(reference.name)?.value : undefined;
    this.prints.push({ reference, quoted: this.#quoted, value, shape, loop: this.#around });
  }

  /** `compared`: references, as written, that the same condition also compares with something. */
  #condition(condition: Expression, compared: ReadonlySet<string>, negated?: Not): void {
    if (condition.kind === 'not') this.#condition(condition.operand, compared, condition);
    else if (condition.kind === 'binary' && (condition.operator === '&&' || condition.operator === '||')) {
      this.#condition(condition.left, compared);
      this.#condition(condition.right, compared);
    } else {
      const shape = this.#expression(condition);
      if (condition.kind !== 'reference' || compared.has(condition.literal)) return;
      this.tests.push({ reference: condition, negated, shape });
    }
  }

  /** Where the value comes from in the answer; undefined for what is not a place in it. */
  #expression(expression: Expression): Shape | undefined {
    switch (expression.kind) {
      case 'reference':
        return this.#reference(expression);
      case 'interpolation':
        this.#apart(expression.nodes);
        return;
      case 'binary':
        return this.#binary(expression);
      case 'not':
        this.#expression(expression.operand);
        return;
      case 'list':
        for (const item of expression.items) this.#expression(item);
        return;
      case 'map':
        for (const item of expression.entries.flat()) this.#expression(item);
        return;
      case 'range':
        for (const end of [expression.from, expression.to]) this.#expression(end)?.uses.add('number');
    }
    return;
  }

  #binary({ left, right, operator }: Binary): undefined {
    const shapes = [this.#expression(left), this.#expression(right)] as const;
    if (NUMERIC.has(operator)) for (const shape of shapes) shape?.uses.add('number');
    if (operator !== '==' && operator !== '!=') return;
    for (const [shape, other] of [
      [shapes[0], right],
      [shapes[1], left],
    ] as const) {
      if (shape && other.kind === 'constant' && isComparable(other.value)) shape.equals ??= other.value;
    }
  }

  #reference(reference: Reference): Shape | undefined {
    const { name, access } = reference;
    const given = access.map((step) => {
      const list = step.kind === 'method' ? step.arguments : step.kind === 'index' ? [step.argument] : [];
      return list.map((argument) => this.#expression(argument));
    });
    if (reference.escaped) return undefined;
    const [first, ...rest] = access;
    if (name === 'util' && first?.kind === 'method' && first.name !== 'parseJson') {
      for (const shape of given[0] ?? []) shape?.uses.add('text');
      return undefined;
    }
    const known = this.#variables.get(name);
    const shape = known ? known.shape : first && this.#host(reference, first, given[0]?.[0]);
    return (known ? access : rest).reduce<Shape | undefined>((at, step) => at && followAccess(at, step), shape);
  }

  /** What `$input`, `$util` and `$stageVariables` give for the first access. */
  #host(reference: Reference, first: Access, argument: Shape | undefined): Shape | undefined {
    switch (reference.name) {
      case 'input': {
        const read = this.#pathOf(reference);
        return read && followPath(this.root, read.path);
      }
      case 'util':
        return first.kind === 'method' ? this.#parsed(first.arguments[0], argument) : undefined;
      case 'stageVariables':
        return followAccess(this.stageVariables, first);
      case 'context':
        return first.kind === 'property' && first.name === 'authorizer' ? this.authorizer : undefined;
      default:
        return undefined;
    }
  }

  #parsed(argument: Expression | undefined, shape: Shape | undefined): Shape | undefined {
    if (argument?.kind !== 'reference') return undefined;
    if (isBody(argument)) return this.root;
    return this.#pathOf(argument)?.method === 'json' ? shape : shape && parsedOf(shape);
  }

  #pathOf({ name, access: [call] }: Reference): { method: 'json' | 'path'; path: Path } | undefined {
    if (name !== 'input' || call?.kind !== 'method' || (call.name !== 'json' && call.name !== 'path')) return undefined;
    const text = literalText(call.arguments[0]);
    const path = text === undefined ? undefined : readPath(text);
    return path === undefined || path instanceof InvalidPathError ? undefined : { method: call.name, path };
  }
}

/** Operators between numbers only; `+` joins texts as well. */
const NUMERIC: ReadonlySet<Binary['operator']> = new Set(['-', '*', '/', '%', '<', '<=', '>', '>=']);

const isComparable = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';
