// The values of expressions, as the `value` and `evaluate` of Velocity 1.7's nodes give them, with API Gateway's rule on
// top: a reference that yields null is the empty string.

import { equals, keyIn } from '../java/equals.ts';
import { JavaException } from '../java/java-exception.ts';
import { classNameOf, findMethod } from '../java/methods/class-of.ts';
import { Arguments } from '../java/methods/method-table.ts';
import {
  add,
  compareNumbers,
  divide,
  isNumber,
  type JavaNumber,
  modulo,
  multiply,
  subtract,
  toInt,
} from '../java/number.ts';
import { toJavaString } from '../java/to-string.ts';
import { JavaList, JavaMap, type Value } from '../java/value.ts';
import { BlockReference } from './block-reference.ts';
import type { Context } from './context.ts';
import { getProperty, setProperty } from './property.ts';
import type { Rendering } from './rendering.ts';
import { literal } from './token.ts';
import type { Access, Binary, Expression, Index, MapLiteral, Method, Range, Reference } from './tree.ts';

/** The value of an expression; null for a bare word, a calculation that fails, a range of no numbers. */
export function evaluate(rendering: Rendering, expression: Expression, context: Context): Value {
  rendering.budget.step();
  switch (expression.kind) {
    case 'reference':
      return expression.computable ? referenceValue(rendering, expression, context) : null;
    case 'constant':
      return expression.value;
    case 'interpolation': {
      const text = rendering.capture(() => rendering.render(expression.nodes, context));
      return expression.padded ? text.slice(0, -1) : text;
    }
    case 'list':
      return new JavaList(
        expression.items.map((item) => evaluate(rendering, item, context)),
        false,
      );
    case 'map':
      return mapValue(rendering, expression, context);
    case 'range':
      return rangeValue(rendering, expression, context);
    case 'binary':
      return deeperValue(rendering, expression, context);
    case 'not':
      return !isTrue(rendering, expression.operand, context);
    case 'word':
      return null;
  }
}

/** A condition: only `true`, comparisons and references can hold; a text or number written out never does. */
export function isTrue(rendering: Rendering, condition: Expression, context: Context): boolean {
  switch (condition.kind) {
    case 'reference': {
      rendering.budget.step();
      const value = referenceValue(rendering, condition, context);
      if (value instanceof BlockReference) return value.print() !== null;
      return typeof value === 'boolean' ? value : value !== null;
    }
    case 'constant':
    case 'not':
      return evaluate(rendering, condition, context) === true;
    case 'binary':
      return !'+-*/%'.includes(condition.operator) && evaluate(rendering, condition, context) === true;
    default:
      return false;
  }
}

function mapValue(rendering: Rendering, { entries }: MapLiteral, context: Context): JavaMap {
  const map = new JavaMap();
  for (const [keyNode, valueNode] of entries) {
    const key = keyIn(map, evaluate(rendering, keyNode, context), rendering.budget);
    map.set(key, evaluate(rendering, valueNode, context));
  }
  return map;
}

function rangeValue(rendering: Rendering, range: Range, context: Context): Value {
  const from = evaluate(rendering, range.from, context);
  const to = evaluate(rendering, range.to, context);
  if (!isNumber(from) || !isNumber(to)) return null;
  const first = toInt(from);
  const step = first >= toInt(to) ? -1 : 1;
  const length = Math.abs(first - toInt(to)) + 1;
  rendering.budget.elements(length);
  rendering.budget.work(length);
  return new JavaList(
    Array.from({ length }, (_, index) => first + index * step),
    false,
  );
}

/** Operators inside each other are levels too. */
function deeperValue(rendering: Rendering, node: Binary, context: Context): Value {
  rendering.enter();
  const value = binaryValue(rendering, node, context);
  rendering.leave();
  return value;
}

function binaryValue(rendering: Rendering, node: Binary, context: Context): Value {
  if (node.operator === '&&') return isTrue(rendering, node.left, context) && isTrue(rendering, node.right, context);
  if (node.operator === '||') return isTrue(rendering, node.left, context) || isTrue(rendering, node.right, context);
  const left = evaluate(rendering, node.left, context);
  const right = evaluate(rendering, node.right, context);
  switch (node.operator) {
    case '==':
      return isEqual(rendering, left, right);
    case '!=':
      return !isEqual(rendering, left, right);
    case '<':
      return isNumber(left) && isNumber(right) && compareNumbers(left, right) < 0;
    case '>':
      return isNumber(left) && isNumber(right) && compareNumbers(left, right) > 0;
    case '<=':
      return isNumber(left) && isNumber(right) && compareNumbers(left, right) <= 0;
    case '>=':
      return isNumber(left) && isNumber(right) && compareNumbers(left, right) >= 0;
  }
  if (node.operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    const text = textOr(rendering, left, node.left) + textOr(rendering, right, node.right);
    rendering.budget.text(text.length);
    return text;
  }
  if (!isNumber(left) || !isNumber(right)) return null;
  try {
    return calculate(node.operator, left, right);
  } catch (error) {
    throw rendering.errorAt(node.offset, error);
  }
}

function calculate(operator: '+' | '-' | '*' | '/' | '%', left: JavaNumber, right: JavaNumber): JavaNumber | null {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '%':
      return modulo(left, right);
  }
}

/** A missing operand of `+` is written as it stands in the template. */
function textOr(rendering: Rendering, value: Value, { first, last }: Expression): string {
  return value === null ? literal(first, last) : textOf(rendering, value);
}

/** The printed form, within the limits. */
export function textOf(rendering: Rendering, value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof BlockReference) return textOfBlock(value);
  const text = toJavaString(value, rendering.budget.limits.length);
  rendering.budget.work(text.length);
  return text;
}

function textOfBlock(block: BlockReference): string {
  const text = block.print();
  if (text === null) throw new JavaException('java.lang.NullPointerException');
  return text;
}

/** Numbers by value, objects of one class by `equals`, anything else by its text. */
function isEqual(rendering: Rendering, left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (left === null || right === null) return left === right;
  const isSameClass =
    (left instanceof JavaList && right instanceof JavaList) || classNameOf(left) === classNameOf(right);
  return isSameClass ? equals(left, right, rendering.budget) : printed(rendering, left) === printed(rendering, right);
}

/** A block that is printed too deep inside itself has no text. */
function printed(rendering: Rendering, value: Value): string | null {
  return value instanceof BlockReference ? value.print() : textOf(rendering, value);
}

/** What a reference stands for: the empty string where anything on the way is null, null for text that only looks like one. */
export function referenceValue(rendering: Rendering, reference: Reference, context: Context): Value {
  if (reference.runt) return null;
  let value = context.get(reference.slot);
  for (const access of reference.access) {
    if (value === null) return '';
    value = accessed(rendering, value, access, context);
  }
  return value ?? '';
}

function accessed(rendering: Rendering, value: Value, access: Access, context: Context): Value {
  rendering.budget.step();
  try {
    switch (access.kind) {
      case 'property':
        return getProperty(value, access.name, rendering.budget);
      case 'method':
        return called(rendering, value, access, context);
      case 'index':
        return call(rendering, value, 'get', [indexValue(rendering, value, access, context)]) ?? null;
    }
  } catch (error) {
    throw rendering.errorAt(access.offset, error);
  }
}

function called(rendering: Rendering, value: Value, method: Method, context: Context): Value {
  const values = method.arguments.map((argument) => evaluate(rendering, argument, context));
  return call(rendering, value, method.name, values) ?? null;
}

/** Calls a method; undefined where there is none, the empty string where it returns nothing. */
function call(rendering: Rendering, value: Value, name: string, values: readonly Value[]): Value | undefined {
  const method = findMethod(value, name, values);
  if (method === undefined) return undefined;
  const result = method.call(value, new Arguments(values, rendering.budget));
  return result === undefined ? '' : result;
}

/** A negative index counts from the end of whatever has a size. */
function indexValue(rendering: Rendering, value: Value, index: Index, context: Context): Value {
  const argument = evaluate(rendering, index.argument, context);
  if (typeof argument !== 'number' || argument >= 0) return argument;
  const size = call(rendering, value, 'size', []);
  if (typeof size !== 'number')
    throw new JavaException(`A negative index needs a size(): ${classNameOf(value)} has none`);
  return size + argument;
}

/** `#set($a.b[0] = value)`. Nothing happens where something on the way is missing or cannot be set. */
export function assign(rendering: Rendering, target: Reference, value: Value, context: Context): void {
  let owner = context.get(target.slot);
  for (const access of target.access.slice(0, -1)) {
    if (owner === null) return;
    owner = accessed(rendering, owner, access, context);
  }
  const last = target.access.at(-1);
  if (owner === null || last === undefined) return;
  try {
    if (last.kind === 'index') assignIndex(rendering, owner, last, value, context);
    else setProperty(owner, last.name, value, rendering.budget);
  } catch (error) {
    throw rendering.errorAt(last.offset, error);
  }
}

function assignIndex(rendering: Rendering, owner: Value, index: Index, value: Value, context: Context): void {
  const key = indexValue(rendering, owner, index, context);
  const method = findMethod(owner, 'set', [key, value]) ?? findMethod(owner, 'put', [key, value]);
  method?.call(owner, new Arguments([key, value], rendering.budget));
}
