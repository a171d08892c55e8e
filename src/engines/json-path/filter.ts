// Applies filters as Jayway JsonPath 2.9 does (`EvaluatorFactory`, `ValueNodes`). A comparison its authors left
// half-made throws `InvalidPathError`, and the element that was being tested then does not match.

import type { Budget } from '../budget.ts';
import { equals } from '../java/equals.ts';
import { compareNumbers, equalsNumbers, isNumber, numberToString, toInt } from '../java/number.ts';
import { parseBigDecimal, trimJava } from '../java/parse-number.ts';
import { JavaList, JavaMap, type Value } from '../java/value.ts';
import type { Pattern } from '../java-regex/tree.ts';
import { EvaluationError, InvalidPathError, PathNotFoundError } from './error.ts';
import { JsonSyntaxError, tryParseJson } from './json.ts';
import { parsePath } from './parse-path.ts';
import type { Node, Operand, Operator, Path, Predicate } from './path.ts';
import { unescapeJava } from './unescape-java.ts';

/** What a filter needs of the evaluation it is part of. */
export interface FilterContext {
  /** The value of a path in a filter, where `item` is `@`; throws `PathNotFoundError`. */
  valueOf(path: Path, item: Value): Value;
  /** Whether the path leads somewhere from `item`, every property on the way being there. */
  exists(path: Path, item: Value): boolean;
  /** `Matcher.matches` on the regular expression. */
  matches(pattern: Pattern, text: string): boolean;
  readonly budget: Budget;
}

const UNDEFINED: Node = { kind: 'undefined' };

/** Whether the element passes; throws `EvaluationError` where Java would throw something else than a path exception. */
export function accepts(predicate: Predicate, item: Value, context: FilterContext): boolean {
  try {
    return applies(predicate, item, context);
  } catch (error) {
    if (error instanceof InvalidPathError && !(error instanceof EvaluationError)) return false;
    throw error;
  }
}

function applies(predicate: Predicate, item: Value, context: FilterContext): boolean {
  switch (predicate.kind) {
    case 'or':
      return predicate.operands.some((operand) => applies(operand, item, context));
    case 'and':
      return predicate.operands.every((operand) => applies(operand, item, context));
    case 'not':
      return !applies(predicate.operand, item, context);
    case 'comparison': {
      const left = toNode(predicate.left, item, context);
      return compare(left, predicate.operator, toNode(predicate.right, item, context), context);
    }
  }
}

function toNode(operand: Operand, item: Value, context: FilterContext): Node {
  if (operand.kind === 'exists') return { kind: 'boolean', value: context.exists(operand.path, item) };
  if (operand.kind !== 'path') return operand;
  let value: Value;
  try {
    value = context.valueOf(operand.path, item);
  } catch (error) {
    if (error instanceof PathNotFoundError) return UNDEFINED;
    throw error;
  }
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (isNumber(value)) return toNumberNode(numberToString(value));
  // The key set that keys() gives is neither list nor map to Jayway.
  if (value instanceof JavaMap || (value instanceof JavaList && value.json)) return { kind: 'json', value };
  throw new EvaluationError('Could not convert the value to a ValueNode');
}

function toNumberNode(text: string): Node {
  const value = parseBigDecimal(text);
  if (value === undefined) throw new EvaluationError(`No BigDecimal: ${text}`);
  return { kind: 'number', value };
}

function compare(left: Node, operator: Operator, right: Node, context: FilterContext): boolean {
  switch (operator) {
    case '==':
      return isEqual(left, right, context);
    case '!=':
      return !isEqual(left, right, context);
    case '===':
      return sameClass(left, right) && isEqual(left, right, context);
    case '!==':
      return !(sameClass(left, right) && isEqual(left, right, context));
    case '<':
      return order(left, right, (sign) => sign < 0);
    case '<=':
      return order(left, right, (sign) => sign <= 0);
    case '>':
      return order(left, right, (sign) => sign > 0);
    case '>=':
      return order(left, right, (sign) => sign >= 0);
    case '=~':
      return matchesPattern(left, right, context);
    case 'IN':
      return isIn(left, right, context);
    case 'NIN':
      return !isIn(left, right, context);
    case 'CONTAINS':
      return contains(left, right, context);
    case 'SIZE':
      return hasSize(left, right);
    case 'EMPTY':
      return isEmpty(left, right);
    case 'EXISTS':
      if (left.kind !== 'boolean' && right.kind !== 'boolean') {
        throw new EvaluationError('Failed to evaluate exists expression');
      }
      return toBoolean(left) === toBoolean(right);
    case 'SUBSETOF':
      return compareLists(left, right, context, (mine, theirs) => mine.every((item) => includes(theirs, item)));
    case 'ANYOF':
      return compareLists(left, right, context, (mine, theirs) => mine.some((item) => includes(theirs, item)));
    case 'NONEOF':
      return compareLists(left, right, context, (mine, theirs) => !mine.some((item) => includes(theirs, item)));
    case 'ALL':
    case 'TYPE':
    case 'MATCHES':
      // Their right side is a Java object that no text can write.
      throw new InvalidPathError(`Operator ${operator} cannot be used in a path`);
  }
}

/** Jayway's class of the node: a literal list and one from the document are both `JsonNode`. */
function sameClass(left: Node, right: Node): boolean {
  return left.kind === right.kind || (isJson(left) && isJson(right));
}

function isJson(node: Node): boolean {
  return node.kind === 'json' || node.kind === 'jsonText';
}

/** `==`: not symmetric, a literal list or map on the left equals nothing. */
function isEqual(left: Node, right: Node, { budget }: FilterContext): boolean {
  if (left.kind === 'json' && isJson(right)) return equals(left.value, jsonOf(right), budget);
  if (left.kind === 'jsonText' && isJson(right)) return left === right || left.text === jsonOf(right);
  return equalsNode(left, right);
}

/** `ValueNode.equals`. */
function equalsNode(left: Node, right: Node): boolean {
  switch (left.kind) {
    case 'null':
      return right.kind === 'null';
    case 'boolean':
      return right.kind === 'boolean' && left.value === right.value;
    case 'string':
      if (right.kind === 'number') return left.value === numberToString(right.value);
      return right.kind === 'string' && left.value === right.value;
    case 'number': {
      if (right.kind === 'number') return equalsNumbers(left.value, right.value);
      const number = right.kind === 'string' ? parseBigDecimal(right.value) : undefined;
      return number !== undefined && equalsNumbers(left.value, number);
    }
    case 'jsonText':
      return right.kind === 'jsonText' && left.text === right.text;
    case 'json':
    case 'pattern':
    case 'undefined':
      return false;
  }
}

function order(left: Node, right: Node, holds: (sign: number) => boolean): boolean {
  if (left.kind === 'number' && right.kind === 'number') return holds(compareNumbers(left.value, right.value));
  if (left.kind !== 'string' || right.kind !== 'string') return false;
  return holds(left.value < right.value ? -1 : left.value > right.value ? 1 : 0);
}

function matchesPattern(left: Node, right: Node, context: FilterContext): boolean {
  const [patternNode, node] = left.kind === 'pattern' ? [left, right] : [right, left];
  if (patternNode.kind !== 'pattern' || node.kind === 'pattern') return false;
  const { pattern } = patternNode;
  const items = isJson(node) ? itemsOf(node, context) : undefined;
  if (items) return items.some((item) => context.matches(pattern, textOf(item)));
  return context.matches(pattern, textOf(node));
}

function textOf(node: Node): string {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return numberToString(node.value);
  return node.kind === 'boolean' ? String(node.value) : '';
}

function isIn(left: Node, right: Node, context: FilterContext): boolean {
  if (!isJson(right)) throw new InvalidPathError('Expected value list node');
  const items = itemsOf(right, context);
  return items !== undefined && includes(items, left);
}

function contains(left: Node, right: Node, context: FilterContext): boolean {
  if (left.kind === 'string' && right.kind === 'string') {
    context.budget.steps(left.value.length);
    return left.value.includes(right.value);
  }
  const items = isJson(left) ? itemsOf(left, context) : undefined;
  return items !== undefined && includes(items, right);
}

function hasSize(left: Node, right: Node): boolean {
  if (right.kind !== 'number') return false;
  const size = toInt(right.value);
  if (left.kind === 'string') return left.value.length === size;
  if (!isJson(left)) return false;
  const value = jsonOf(left);
  return size === (value instanceof JavaList ? value.items.length : -1);
}

function isEmpty(left: Node, right: Node): boolean {
  if (left.kind === 'string') return (left.value === '') === toBoolean(right);
  if (!isJson(left)) return false;
  const value = jsonOf(left);
  if (value instanceof JavaMap) throw new EvaluationError('LinkedHashMap cannot be cast to class Collection');
  return (
    (value instanceof JavaList ? value.items.length === 0 : value === '' || typeof value !== 'string') ===
    toBoolean(right)
  );
}

function compareLists(
  left: Node,
  right: Node,
  context: FilterContext,
  holds: (left: Node[], right: Node[]) => boolean,
): boolean {
  if (!isJson(right)) throw new InvalidPathError('Expected value list node');
  const theirs = itemsOf(right, context);
  if (theirs === undefined) return false;
  if (!isJson(left)) throw new InvalidPathError('Expected value list node');
  const mine = itemsOf(left, context);
  return mine !== undefined && holds(mine, theirs);
}

function includes(items: readonly Node[], node: Node): boolean {
  return items.some((item) => equalsNode(node, item));
}

function toBoolean(node: Node): boolean {
  if (node.kind !== 'boolean') throw new InvalidPathError('Expected boolean node');
  return node.value;
}

function jsonOf(node: Node): Value {
  if (node.kind === 'json') return node.value;
  if (node.kind !== 'jsonText') throw new InvalidPathError('Expected json node');
  if (node.parsed instanceof JsonSyntaxError) throw new EvaluationError(node.parsed.message);
  return node.parsed;
}

/** The elements of a list as nodes, undefined for what is no list. */
function itemsOf(node: Node, context: FilterContext): Node[] | undefined {
  const value = jsonOf(node);
  return value instanceof JavaList ? value.items.map((item) => toListNode(item, context)) : undefined;
}

/** `ValueNode.toValueNode`: strings in lists are read as paths, JSON or quoted text where they look like it. */
function toListNode(value: Value, context: FilterContext): Node {
  context.budget.steps(typeof value === 'string' ? value.length : 1);
  if (value === null) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (isNumber(value)) return toNumberNode(numberToString(value));
  if (typeof value !== 'string') throw new EvaluationError('Could not determine value type');
  const trimmed = trimJava(value);
  if (/^[@$]/.test(trimmed) && isPath(trimmed)) return UNDEFINED;
  if (/^(?:\[.*\]|\{.*\})$/s.test(trimmed)) {
    const parsed = tryParseJson(trimmed);
    if (!(parsed instanceof JsonSyntaxError)) return { kind: 'jsonText', text: value, parsed };
  }
  const quoted = value.length > 1 && /^(['"]).*\1$/s.test(value);
  return { kind: 'string', value: unescapeJava(quoted ? value.slice(1, -1) : value) };
}

function isPath(text: string): boolean {
  try {
    parsePath(text);
    return true;
  } catch (error) {
    if (error instanceof InvalidPathError) return false;
    throw error;
  }
}
