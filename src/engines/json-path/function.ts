// The functions of Jayway JsonPath 2.9, oddities included: they see the value before them and then their arguments.

import type { Budget } from '../budget.ts';
import { isNumber, toDouble, toInt } from '../java/number.ts';
import { MAX_LENGTH, toJavaString } from '../java/to-string.ts';
import { Double, JavaList, JavaMap, type Value } from '../java/value.ts';
import { exceeded } from '../limit-error.ts';
import { EvaluationError, IndexOutOfBoundsError, InvalidPathError } from './error.ts';
import { JsonSyntaxError, tryParseJson } from './json.ts';
import { createPath, type Parameter, type Path, type Token } from './path.ts';

/** What a function needs of the evaluation it is part of. */
export interface FunctionContext {
  /** The value of a path from the document; throws `PathNotFoundError`. */
  valueFromDocument(path: Path): Value;
  /** The value of a path when `value` is taken for the document; throws `PathNotFoundError`. */
  valueWithin(path: Path, value: Value): Value;
  readonly budget: Budget;
}

type FunctionToken = Extract<Token, { kind: 'function' }>;

/** An argument, its path evaluated, its JSON not yet parsed: a function may never look at it. */
interface Argument {
  readonly parameter: Parameter;
  get(): Value;
}

type PathFunction = (value: Value, args: readonly Argument[], context: FunctionContext) => Value;

const FUNCTIONS = new Map<string, PathFunction>([
  ['sum', aggregate(sum)],
  ['avg', aggregate((numbers) => sum(numbers) / numbers.length)],
  // Jayway starts with Double.MIN_VALUE, which is the least positive double.
  ['max', aggregate((numbers) => withoutNaN(numbers).reduce((a, b) => Math.max(a, b), Number.MIN_VALUE))],
  ['min', aggregate((numbers) => withoutNaN(numbers).reduce((a, b) => Math.min(a, b), Number.MAX_VALUE))],
  ['stddev', aggregate(standardDeviation)],
  ['length', lengthOf],
  ['size', lengthOf],
  ['keys', keysOf],
  ['concat', concat],
  ['append', append],
  ['first', (value) => elementAt(value, () => 0)],
  ['last', (value) => elementAt(value, () => -1)],
  ['index', (value, args) => elementAt(value, () => indexOf(args))],
]);

/** The names of the functions. */
export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.keys()];

/** Calls the function a path names; throws `InvalidPathError` for an unknown one, `EvaluationError` where it fails. */
export function callFunction({ name, parameters }: FunctionToken, value: Value, context: FunctionContext): Value {
  const call = FUNCTIONS.get(name);
  if (call === undefined) throw new InvalidPathError(`Function with name: ${name} does not exist.`);
  const args = parameters.map((parameter) => toArgument(parameter, context));
  return call(value, args, context);
}

function toArgument(parameter: Parameter, context: FunctionContext): Argument {
  if (parameter.kind === 'path') {
    const value = context.valueFromDocument(parameter.path);
    return { parameter, get: () => value };
  }
  const get = (): Value => {
    const value = tryParseJson(parameter.text);
    if (value instanceof JsonSyntaxError) throw new EvaluationError(value.message);
    return value;
  };
  return { parameter, get };
}

function aggregate(calculate: (numbers: readonly number[]) => number): PathFunction {
  return (value, args, context) => {
    const numbers = [...(isArray(value) ? value.items : []), ...flatten(args)].filter(isNumber).map(toDouble);
    context.budget.steps(numbers.length);
    if (numbers.length === 0) throw emptyError();
    return new Double(calculate(numbers));
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function withoutNaN(numbers: readonly number[]): number[] {
  return numbers.filter((n) => !Number.isNaN(n));
}

function standardDeviation(numbers: readonly number[]): number {
  const count = numbers.length;
  const total = sum(numbers);
  return Math.sqrt(sum(numbers.map((n) => n * n)) / count - (total * total) / count / count);
}

/** With a path as argument: how many children its value has, where these are a list of lists or many values. */
function lengthOf(value: Value, [first]: readonly Argument[], context: FunctionContext): Value {
  if (first) {
    if (first.parameter.kind !== 'path' || value === null) throw new EvaluationError('length() takes a path');
    const { path } = first.parameter;
    const children = path.tokens.length === 0 || path.tokens.at(-1)?.kind === 'function' ? path : withWildcard(path);
    const inner = context.valueWithin(children, value);
    if (isArray(inner)) return inner.items.length;
  }
  if (isArray(value)) return value.items.length;
  return value instanceof JavaMap ? value.entries.size : null;
}

/** Jayway has decided by then whether the path is definite, and takes the first child of one that is. */
function withWildcard(path: Path): Path {
  return { ...createPath(path.root, [...path.tokens, { kind: 'wildcard' }]), definite: path.definite };
}

/** A `java.util.Set`, which prints like an `ArrayList`. */
function keysOf(value: Value, _: readonly Argument[], context: FunctionContext): Value {
  if (!(value instanceof JavaMap)) return null;
  context.budget.steps(value.entries.size);
  return new JavaList([...value.entries.keys()], false);
}

function concat(value: Value, args: readonly Argument[], context: FunctionContext): Value {
  const strings = isArray(value) ? value.items.filter((item) => typeof item === 'string') : [];
  let text = strings.join('');
  for (const arg of flatten(args)) {
    if (arg !== null) text += toJavaString(arg);
    if (text.length > MAX_LENGTH) throw exceeded('length', MAX_LENGTH);
  }
  context.budget.steps(text.length);
  return text;
}

/** Changes the document, as in Jayway: later paths see the new elements. */
function append(value: Value, args: readonly Argument[]): Value {
  if (isArray(value)) value.splice(value.items.length, 0, ...args.map((arg) => arg.get()));
  return value;
}

/** A negative index counts from the end, but never reaches the first element: Jayway's bound is off by one. */
function elementAt(value: Value, toIndex: () => number): Value {
  if (!isArray(value)) throw emptyError();
  const index = toIndex();
  const { items } = value;
  if (index < 0 && items.length + index <= 0) {
    throw new EvaluationError(`Target index:${index} larger than object count:${items.length}`);
  }
  const item = items[index < 0 ? items.length + index : index];
  if (item === undefined) throw new IndexOutOfBoundsError(`Index ${index} out of bounds for length ${items.length}`);
  return item;
}

function indexOf(args: readonly Argument[]): number {
  const [index] = flatten(args).filter(isNumber);
  if (index === undefined) throw new IndexOutOfBoundsError('Index 0 out of bounds for length 0');
  return toInt(index);
}

/** The arguments with lists laid open, one level. */
function flatten(args: readonly Argument[]): Value[] {
  return args.flatMap((arg) => {
    const value = arg.get();
    return isArray(value) ? value.items : [value];
  });
}

/** A `List`; a key set is none. */
function isArray(value: Value): value is JavaList {
  return value instanceof JavaList && value.json;
}

function emptyError(): EvaluationError {
  return new EvaluationError('Aggregation function attempted to calculate value using empty array');
}
