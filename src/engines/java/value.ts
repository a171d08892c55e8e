// The Java values a mapping template can hold, as plain data. Nothing of JavaScript is reachable through them: lookup
// goes through `Map` and arrays only, so names like `__proto__` are data.

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
 * `java.util.Map` in insertion order (`LinkedHashMap`): what JSON objects and map literals become. With `json` it is
 * json-smart's `JSONObject`, which prints as JSON: what `$context` and `$stageVariables` are made of.
 */
export class JavaMap {
  readonly entries: Map<unknown, Value> = new Map();
  readonly json: boolean;
  constructor(json = false) {
    this.json = json;
  }
}

/**
 * `java.util.List`. A list read from JSON is json-smart's `JSONArray`, which prints as JSON; a list literal is an
 * `ArrayList`, which prints `[a, b]`.
 */
export class JavaList {
  items: Value[];
  readonly json: boolean;
  constructor(items: Value[], json: boolean) {
    this.items = items;
    this.json = json;
  }
}

/** Any other Java object: a character, an array, a view of a map, an iterator. It has a class and a printed form. */
export abstract class JavaObject {
  /** The name of its class, as `getClass().getName()` gives it. */
  abstract readonly className: string;
  /** What `toString()` gives. */
  abstract print(): string;
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
