// How Velocity 1.7 finds a Java method (`MethodMap`, `IntrospectionUtils`): by its name, then the overload that fits the
// arguments best. What stands in no table does not exist.

import type { Budget } from '../../budget.ts';
import { Character } from '../character.ts';
import { JavaArray } from '../java-array.ts';
import { JavaException } from '../java-exception.ts';
import { MapEntry } from '../map-entry.ts';
import { MapView } from '../map-view.ts';
import { isNumber, toDouble, toInt, toLong } from '../number.ts';
import { toJavaString } from '../to-string.ts';
import { BigDecimal, Double, JavaList, JavaMap, Long, type Value } from '../value.ts';

/** A method's body. What it answers with `undefined` returns nothing in Java (`void`). */
export type Body<Target> = (target: Target, given: Arguments) => Value | undefined;

/** The overloads of each method name of a class. */
export type MethodTable = ReadonlyMap<string, readonly Overload[]>;

export interface Overload {
  readonly parameters: readonly string[];
  /** Callable without an object: through the class that `getClass()` gives. */
  readonly isStatic: boolean;
  readonly call: (target: Value, given: Arguments) => Value | undefined;
}

/** The arguments of a call, read as the parameters declare them. A null where Java needs an object throws. */
export class Arguments {
  readonly values: readonly Value[];
  readonly budget: Budget;
  constructor(values: readonly Value[], budget: Budget) {
    this.values = values;
    this.budget = budget;
  }
  any(index: number): Value {
    return this.values[index] ?? null;
  }
  int(index: number): number {
    return toInt(this.#number(index));
  }
  long(index: number): bigint {
    return toLong(this.#number(index));
  }
  double(index: number): number {
    return toDouble(this.#number(index));
  }
  #number(index: number) {
    const value = this.any(index);
    if (!isNumber(value)) throw new JavaException('java.lang.NullPointerException');
    return value;
  }
  /** A String, a character, or what else is a `CharSequence`. */
  text(index: number): string {
    return toJavaString(this.#present(index));
  }
  boolean(index: number): boolean {
    return this.#present(index) === true;
  }
  list(index: number): readonly Value[] {
    const value = this.#present(index);
    if (value instanceof MapView) return value.items();
    return value instanceof JavaList || value instanceof JavaArray ? value.items : [];
  }
  map(index: number): JavaMap {
    const value = this.#present(index);
    if (!(value instanceof JavaMap)) throw new JavaException('java.lang.ClassCastException');
    return value;
  }
  /** The values given for a last parameter `T...`. */
  rest(index: number): readonly Value[] {
    const [only] = this.values.slice(index);
    return this.values.length === index + 1 && only instanceof JavaArray ? only.items : this.values.slice(index);
  }
  #present(index: number): Value {
    const value = this.any(index);
    if (value === null) throw new JavaException('java.lang.NullPointerException');
    return value;
  }
}

/** Builds a table from signatures such as `substring(int,int)` or `static join(CharSequence,CharSequence[])`. */
export function methodTable<Target extends Value>(bodies: Readonly<Record<string, Body<Target>>>): MethodTable {
  const table = new Map<string, Overload[]>();
  for (const [signature, body] of Object.entries(bodies)) {
    const [, fixed, name = '', list = ''] = /^(static )?(\w+)\((.*)\)$/.exec(signature) ?? [];
    const overloads = table.get(name) ?? [];
    overloads.push({
      parameters: list === '' ? [] : list.split(','),
      isStatic: fixed !== undefined,
      // The table of a class is only ever asked about values of that class.
      call: body as (target: Value, given: Arguments) => Value | undefined,
    });
    table.set(name, overloads);
  }
  return table;
}

/** The names under which templates reach the methods of a table; a getter's is that of its property: `getBody` is `body`. */
export function memberNames(table: MethodTable): string[] {
  return Array.from(table.keys(), (name) => name.replace(/^get([A-Z])/, (_, first: string) => first.toLowerCase()));
}

/**
 * The best overload for these arguments; `undefined` where none fits, or none fits best. Velocity takes a method without
 * parameters for fit whatever it is given, and then fails to call it.
 */
export function findOverload(overloads: readonly Overload[], values: readonly Value[]): Overload | undefined {
  const best = bestOf(overloads, values);
  if (best === undefined || best.parameters.length > 0 || values.length === 0) return best;
  const refuse = () => {
    throw new JavaException('java.lang.IllegalArgumentException: wrong number of arguments');
  };
  return { ...best, call: refuse };
}

function bestOf(overloads: readonly Overload[], values: readonly Value[]): Overload | undefined {
  const [only] = overloads;
  if (only && overloads.length === 1) return isApplicable(only.parameters, values) ? only : undefined;
  const fitting = overloads.filter(({ parameters }) => isApplicable(parameters, values));
  if (fitting.length < 2) return fitting[0];
  const best = fitting.filter((one) => fitting.every((other) => one === other || isMoreSpecific(one, other)));
  return best[0];
}

function isApplicable(parameters: readonly string[], values: readonly Value[]): boolean {
  if (parameters.length === 0) return true;
  const last = parameters.length - 1;
  const component = parameters[last]?.endsWith('[]') ? parameters[last].slice(0, -2) : undefined;
  if (component === undefined) return values.length === parameters.length && acceptsAll(parameters, values);
  if (values.length < last || !acceptsAll(parameters.slice(0, last), values)) return false;
  const rest = values.slice(last);
  return (rest.length === 1 && rest[0] instanceof JavaArray) || rest.every((value) => accepts(component, value));
}

function acceptsAll(types: readonly string[], values: readonly Value[]): boolean {
  return types.every((type, index) => accepts(type, values[index] ?? null));
}

const PRIMITIVES: readonly string[] = ['int', 'long', 'float', 'double', 'boolean', 'char'];

/** What a type is assignable to, or widened to, beside itself and Object. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
  String: ['CharSequence'],
  List: ['Collection'],
};

/** `MethodMap.compare`: by the parameters that differ; fewer parameters lose against more. */
function isMoreSpecific(one: Overload, other: Overload): boolean {
  if (one.parameters.length !== other.parameters.length) return one.parameters.length > other.parameters.length;
  const pairs = one.parameters.map((type, index) => [type, other.parameters[index] ?? ''] as const);
  return pairs.some(([a, b]) => isWider(b, a)) && !pairs.some(([a, b]) => isWider(a, b));
}

function isWider(type: string, than: string): boolean {
  if (type === than) return false;
  if (type.endsWith('[]')) return type.slice(0, -2) === than || isWider(type.slice(0, -2), than);
  return type === 'Object' || (WIDER[than]?.includes(type) ?? false);
}

/** `IntrospectionUtils.isMethodInvocationConvertible`: null fits every type that is no primitive. */
function accepts(type: string, value: Value): boolean {
  if (value === null) return !PRIMITIVES.includes(type);
  switch (type) {
    case 'Object':
      return true;
    case 'String':
      return typeof value === 'string';
    case 'CharSequence':
      return typeof value === 'string';
    case 'int':
    case 'Integer':
      return typeof value === 'number';
    case 'long':
      return typeof value === 'number' || value instanceof Long;
    case 'Long':
      return value instanceof Long;
    case 'float':
      return typeof value === 'number' || value instanceof Long;
    case 'double':
      return typeof value === 'number' || value instanceof Long || value instanceof Double;
    case 'Double':
      return value instanceof Double;
    case 'boolean':
    case 'Boolean':
      return typeof value === 'boolean';
    case 'char':
    case 'Character':
      return value instanceof Character;
    case 'BigInteger':
      return typeof value === 'bigint';
    case 'BigDecimal':
      return value instanceof BigDecimal;
    case 'Map':
      return value instanceof JavaMap;
    case 'Entry':
      return value instanceof MapEntry;
    case 'List':
      return value instanceof JavaList;
    case 'Collection':
      return value instanceof JavaList || value instanceof MapView;
    default:
      return value instanceof JavaArray && type === value.type;
  }
}
