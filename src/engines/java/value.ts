// The Java values a mapping template can hold, as plain data. Nothing of JavaScript is reachable through them: lookup
// goes through `Map` and arrays only, so names like `__proto__` are data.
import type { Origin } from './origin.ts';

/** `java.lang.Long`: 64 bits, wraps on overflow. */
export class Long {
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = BigInt.asIntN(64, value);
  }
}

/** `java.lang.Double`, apart from the integers so that `1.0` prints `1.0`. */
export class Double {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** `java.math.BigDecimal`: unscaled × 10^-scale. */
export class BigDecimal {
  readonly unscaled: bigint;
  readonly scale: number;
  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }
}

/**
 * `java.util.Map` in insertion order (`LinkedHashMap`): what JSON objects and map literals become. With `hashed` it is a
 * `HashMap`, whose order is that of its hashes: what `$context` and `$stageVariables` are made of. All changes go through
 * its methods, which tell the origin of the map.
 */
export class JavaMap {
  readonly #entries: Map<Value, Value>;
  readonly hashed: boolean;
  readonly #origin: Origin | undefined;
  constructor(entries = new Map<Value, Value>(), hashed = false, origin?: Origin) {
    this.#entries = entries;
    this.hashed = hashed;
    this.#origin = origin;
  }
  get entries(): ReadonlyMap<Value, Value> {
    return this.#entries;
  }
  set(key: Value, value: Value): void {
    this.#change().set(key, value);
  }
  delete(key: Value): boolean {
    return this.#change().delete(key);
  }
  clear(): void {
    this.#change().clear();
  }
  #change(): Map<Value, Value> {
    if (this.#origin) this.#origin.isChanged = true;
    return this.#entries;
  }
}

/**
 * `java.util.List`. A list read from JSON is json-smart's `JSONArray`, which prints as JSON; a list literal is an
 * `ArrayList`, which prints `[a, b]`. All changes go through its methods, which tell the origin of the list.
 */
export class JavaList {
  #items: Value[];
  readonly json: boolean;
  readonly #origin: Origin | undefined;
  constructor(items: Value[], json: boolean, origin?: Origin) {
    this.#items = items;
    this.json = json;
    this.#origin = origin;
  }
  get items(): readonly Value[] {
    return this.#items;
  }
  set(index: number, value: Value): void {
    this.#change()[index] = value;
  }
  splice(start: number, deleted: number, ...added: readonly Value[]): void {
    this.#change().splice(start, deleted, ...added);
  }
  sort(compare: (a: Value, b: Value) => number): void {
    this.#change().sort(compare);
  }
  /** Puts other elements in the place of all. */
  replace(items: Value[]): void {
    this.#change();
    this.#items = items;
  }
  #change(): Value[] {
    if (this.#origin) this.#origin.isChanged = true;
    return this.#items;
  }
}

/** Any other Java object: a character, an array, a view of a map, an iterator. It has a class and a printed form. */
export abstract class JavaObject {
  /** The name of its class, as `getClass().getName()` gives it. */
  abstract readonly className: string;
  /** What `toString()` gives. */
  abstract print(): string | null;
}

/** A JavaScript `number` is always a `java.lang.Integer` (32 bits), a `bigint` a `java.math.BigInteger`. */
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | Long
  | Double
  | BigDecimal
  | JavaMap
  | JavaList
  | JavaObject;
