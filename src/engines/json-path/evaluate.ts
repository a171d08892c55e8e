// Applies compiled paths as Jayway JsonPath 2.9 does (`PathToken` and its kin).

import type { Budget } from '../budget.ts';
import { JavaList, JavaMap, type Value } from '../java/value.ts';
import { matches } from '../java-regex/match.ts';
import type { Pattern } from '../java-regex/tree.ts';
import { exceeded } from '../limit-error.ts';
import {
  EvaluationError,
  IndexOutOfBoundsError,
  InvalidPathError,
  PATH_NOT_FOUND,
  PathNotFoundError,
} from './error.ts';
import { accepts, type FilterContext } from './filter.ts';
import { callFunction, type FunctionContext } from './function.ts';
import type { Path, Predicate, Token } from './path.ts';

/** Tokens and values within each other; a document has at most 400 levels. */
const MAX_DEPTH = 1000;

/**
 * Evaluates a path from a document. Throws `PathNotFoundError` for a definite path that leads nowhere, `LimitError` where
 * it takes more than the budget; each token applied and each value visited is a step.
 */
export function evaluate(path: Path, document: Value, budget: Budget): Value {
  return new Evaluation(document, { budget, depth: 0, scannedItem: new Map() }, false).evaluate(path, document);
}

/** What one evaluation and those within it have in common. */
interface Shared {
  readonly budget: Budget;
  /** Calls within each other: a list that was appended to itself has no end. */
  depth: number;
  /** For tokens behind the one a scan looks for: the index of the list element they were last applied to. */
  readonly scannedItem: Map<Token, number>;
}

type IndexToken = Extract<Token, { kind: 'index' | 'slice' }>;

class Evaluation implements FilterContext, FunctionContext {
  readonly #document: Value;
  readonly #shared: Shared;
  /** Whether a missing property is an error even where the path is indefinite. */
  readonly #strict: boolean;
  readonly #documentValues = new Map<Path, Value>();

  constructor(document: Value, shared: Shared, strict: boolean) {
    this.#document = document;
    this.#shared = shared;
    this.#strict = strict;
  }

  get budget(): Budget {
    return this.#shared.budget;
  }

  valueOf(path: Path, item: Value): Value {
    if (path.root === '@') return this.evaluate(path, item);
    const known = this.#documentValues.get(path);
    if (known !== undefined) return known;
    const value = this.evaluate(path, this.#document);
    this.#documentValues.set(path, value);
    return value;
  }

  exists(path: Path, item: Value): boolean {
    try {
      new Evaluation(this.#document, this.#shared, true).evaluate(path, item);
      return true;
    } catch (error) {
      if (error instanceof PathNotFoundError) return false;
      throw error;
    }
  }

  matches(pattern: Pattern, text: string): boolean {
    return matches(pattern, text, this.budget) !== undefined;
  }

  evaluate(path: Path, start: Value): Value {
    const results: Value[] = [];
    const { depth } = this.#shared;
    try {
      this.#follow(path, 0, start, results);
    } finally {
      this.#shared.depth = depth;
    }
    if (!path.definite) return new JavaList(results, true);
    // After a function the path may go on, and every function on the way adds its value.
    const result = results.at(-1);
    if (result === undefined) throw PATH_NOT_FOUND;
    return result;
  }

  valueFromDocument(path: Path): Value {
    return this.evaluate(path, this.#document);
  }

  valueWithin(path: Path, value: Value): Value {
    return new Evaluation(value, this.#shared, this.#strict).evaluate(path, value);
  }

  #follow(path: Path, index: number, value: Value, results: Value[]): void {
    this.#enter();
    this.#apply(path, index, value, results);
    this.#shared.depth -= 1;
  }

  #enter(): void {
    this.budget.step();
    this.#shared.depth += 1;
    if (this.#shared.depth > MAX_DEPTH) throw exceeded('depth', MAX_DEPTH);
  }

  #apply(path: Path, index: number, value: Value, results: Value[]): void {
    const token = path.tokens[index];
    if (token === undefined) {
      results.push(value);
      return;
    }
    switch (token.kind) {
      case 'property':
        this.#followNames(path, index, token.names, value, results);
        break;
      case 'index':
      case 'slice':
        this.#followIndexes(path, index, token, value, results);
        break;
      case 'wildcard':
        this.#followWildcard(path, index, value, results);
        break;
      case 'scan':
        this.#scan(path, index + 1, value, results);
        break;
      case 'filter':
        this.#followFilter(path, index, token.predicate, value, results);
        break;
      case 'function': {
        const result = callFunction(token, value, this);
        results.push(result);
        if (!isLeaf(path, index)) this.#follow(path, index + 1, result, results);
      }
    }
  }

  #followNames(path: Path, index: number, names: readonly string[], value: Value, results: Value[]): void {
    if (!(value instanceof JavaMap)) {
      if (index > path.definiteTokens) return;
      throw PATH_NOT_FOUND;
    }
    const leaf = isLeaf(path, index);
    if (leaf && names.length > 1) {
      results.push(this.#pick(names, value));
      return;
    }
    for (const name of names) {
      const member = value.entries.get(name);
      if (member !== undefined) this.#followMember(path, index, member, results);
      // As recorded: an indefinite path finds nothing behind a missing property, wherever its indefinite part begins.
      else if (this.#strict || (!leaf && path.definite)) {
        throw PATH_NOT_FOUND;
      }
    }
  }

  #followMember(path: Path, index: number, member: Value, results: Value[]): void {
    if (!isLeaf(path, index) || this.#keepsMembers(path, index)) this.#follow(path, index + 1, member, results);
  }

  #pick(names: readonly string[], map: JavaMap): JavaMap {
    const picked = new Map<Value, Value>();
    for (const name of names) {
      const member = map.entries.get(name);
      if (member !== undefined) picked.set(name, member);
      else if (this.#strict) throw PATH_NOT_FOUND;
    }
    return new JavaMap(picked);
  }

  #followIndexes(path: Path, index: number, token: IndexToken, value: Value, results: Value[]): void {
    if (!isArray(value)) {
      if (index > path.definiteTokens) return;
      throw PATH_NOT_FOUND;
    }
    const { length } = value.items;
    if (token.kind === 'index') {
      for (const at of token.indexes) this.#followIndex(path, index, at < 0 ? length + at : at, value, results);
      return;
    }
    const { from = 0, to = length } = token;
    // Only an open end counts from the end of the list; between two bounds each index is taken as it is.
    const start = token.to === undefined && from < 0 ? Math.max(0, length + from) : from;
    const end = token.from === undefined && to < 0 ? length + to : Math.min(length, to);
    for (let at = start; at < end; at++) {
      this.#followIndex(path, index, at < 0 ? length + at : at, value, results);
    }
  }

  #followIndex(path: Path, index: number, at: number, { items }: JavaList, results: Value[]): void {
    this.budget.step();
    const item = items[at];
    if (item === undefined) return;
    const { depth } = this.#shared;
    try {
      this.#follow(path, index + 1, item, results);
    } catch (error) {
      if (!(error instanceof IndexOutOfBoundsError)) throw error;
      this.#shared.depth = depth;
    }
  }

  #followWildcard(path: Path, index: number, value: Value, results: Value[]): void {
    if (value instanceof JavaMap) {
      for (const member of value.entries.values()) this.#followMember(path, index, member, results);
    } else if (isArray(value)) {
      for (let at = 0; at < value.items.length; at++) {
        const { depth } = this.#shared;
        try {
          this.#followIndex(path, index, at, value, results);
        } catch (error) {
          if (this.#strict || !(error instanceof PathNotFoundError)) throw error;
          this.#shared.depth = depth;
        }
      }
    }
  }

  #followFilter(path: Path, index: number, predicate: Predicate, value: Value, results: Value[]): void {
    if (value instanceof JavaMap) {
      if (accepts(predicate, value, this)) this.#follow(path, index + 1, value, results);
    } else if (isArray(value)) {
      for (let at = 0; at < value.items.length; at++) {
        const item = value.items[at] ?? null;
        if (accepts(predicate, item, this)) this.#followIndex(path, index, at, value, results);
      }
    } else if (index <= path.definiteTokens) {
      throw new InvalidPathError('Filter can not be applied to primitives');
    }
  }

  /** Applies the token at `index` wherever it fits, from `value` down. */
  #scan(path: Path, index: number, value: Value, results: Value[]): void {
    this.#enter();
    const token = path.tokens[index];
    if (token === undefined) throw new EvaluationError('Current path token is a leaf');
    const leaf = isLeaf(path, index);
    if (value instanceof JavaMap) {
      if (this.#fits(token, leaf, value)) this.#follow(path, index, value, results);
      for (const member of value.entries.values()) this.#scan(path, index, member, results);
    } else if (isArray(value)) {
      if (this.#fits(token, leaf, value)) {
        if (leaf) this.#follow(path, index, value, results);
        else this.#scanItems(path, index + 1, value, results);
      }
      for (const item of value.items) this.#scan(path, index, item, results);
    }
    this.#shared.depth -= 1;
  }

  /** Where a list fits, Jayway goes on from every element, and sorts out at the end of the path which one it was. */
  #scanItems(path: Path, index: number, list: JavaList, results: Value[]): void {
    const token = path.tokens[index];
    for (const [at, item] of list.items.entries()) {
      if (token) this.#shared.scannedItem.set(token, at);
      this.#follow(path, index, item, results);
    }
  }

  /** Whether the members found at the end of a path count: behind `..[0]` only those of the element that came last. */
  #keepsMembers(path: Path, index: number): boolean {
    const token = path.tokens[index];
    const item = token && this.#shared.scannedItem.get(token);
    if (item === undefined) return true;
    const before = path.tokens[index - 1];
    return before?.kind === 'index' && before.indexes.length === 1 && before.indexes[0] === item;
  }

  #fits(token: Token, leaf: boolean, value: JavaMap | JavaList): boolean {
    switch (token.kind) {
      case 'property':
        if (!(value instanceof JavaMap)) return false;
        return (token.names.length > 1 && !leaf) || token.names.every((name) => value.entries.has(name));
      case 'index':
      case 'slice':
        return value instanceof JavaList;
      case 'wildcard':
        return true;
      case 'filter':
        return accepts(token.predicate, value, this);
      default:
        return false;
    }
  }
}

function isLeaf(path: Path, index: number): boolean {
  return index === path.tokens.length - 1;
}

/** A `List`; a key set is none. */
function isArray(value: Value): value is JavaList {
  return value instanceof JavaList && value.json;
}
