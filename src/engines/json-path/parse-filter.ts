// The filter grammar of Jayway JsonPath 2.9 (`FilterCompiler`):
//   or = and { '||' and } ; and = operand { '&&' operand } ; operand = comparison | '(' or ')' | '!' operand ;
//   comparison = value [ operator value ]

import { parseBigDecimal } from '../java/parse-number.ts';
import { PatternSyntaxError } from '../java-regex/errors.ts';
import { parsePattern } from '../java-regex/parse.ts';
import type { Pattern } from '../java-regex/tree.ts';
import { exceeded } from '../limit-error.ts';
import type { Cursor } from './cursor.ts';
import { EvaluationError, InvalidPathError } from './error.ts';
import { tryParseJson } from './json.ts';
import type { Node, Operand, Operator, Path, Predicate } from './path.ts';
import { unescapeJava } from './unescape-java.ts';

/** Filters, parentheses, negations and arguments within each other. */
export const MAX_NESTING = 200;

const OPERATORS: readonly Operator[] = [
  ...(['>=', '<=', '==', '===', '!=', '!==', '<', '>', '=~'] as const),
  ...(['NIN', 'IN', 'CONTAINS', 'ALL', 'SIZE', 'EXISTS', 'TYPE', 'MATCHES', 'EMPTY'] as const),
  ...(['SUBSETOF', 'ANYOF', 'NONEOF'] as const),
];

/** Compiles a path that stands at `base` of the whole one, `nesting` levels deep. */
export type ParsePath = (text: string, base: number, nesting: number) => Path;

/** Compiles the filter between the cursor's parentheses, which is itself `nesting` levels deep. */
export function parseFilter(cursor: Cursor, nesting: number, parsePath: ParsePath): Predicate {
  return new FilterParser(cursor, nesting, parsePath).parse();
}

class FilterParser {
  readonly #cursor: Cursor;
  readonly #parsePath: ParsePath;
  #nesting: number;

  constructor(cursor: Cursor, nesting: number, parsePath: ParsePath) {
    this.#cursor = cursor;
    this.#nesting = nesting;
    this.#parsePath = parsePath;
  }

  parse(): Predicate {
    const cursor = this.#cursor;
    const predicate = this.#readOr();
    cursor.skipBlanks();
    if (cursor.has()) {
      throw cursor.error(
        `Expected end of filter expression instead of: ${cursor.slice(cursor.position, cursor.last + 1)}`,
      );
    }
    return predicate;
  }

  #readOr(): Predicate {
    const operands = [this.#readAnd()];
    while (this.#cursor.take('||')) operands.push(this.#readAnd());
    const [only] = operands;
    return only !== undefined && operands.length === 1 ? only : { kind: 'or', operands };
  }

  #readAnd(): Predicate {
    const operands = [this.#readOperand()];
    while (this.#cursor.take('&&')) operands.push(this.#readOperand());
    const [only] = operands;
    return only !== undefined && operands.length === 1 ? only : { kind: 'and', operands };
  }

  #readOperand(): Predicate {
    const cursor = this.#cursor;
    this.#nesting += 1;
    if (this.#nesting > MAX_NESTING) throw exceeded('depth', MAX_NESTING);
    try {
      const start = cursor.skipBlanks().position;
      if (cursor.current === '!') {
        cursor.position += 1;
        if (!isPathStart(cursor.skipBlanks().current)) return { kind: 'not', operand: this.#readOperand() };
        cursor.position = start;
      }
      if (cursor.current !== '(') return this.#readComparison();
      cursor.position += 1;
      const predicate = this.#readOr();
      cursor.expect(')');
      return predicate;
    } finally {
      this.#nesting -= 1;
    }
  }

  #readComparison(): Predicate {
    const cursor = this.#cursor;
    const left = this.#readValue();
    const start = cursor.position;
    try {
      const operator = this.#readOperator();
      return { kind: 'comparison', left, operator, right: this.#readValue() };
    } catch (error) {
      if (!(error instanceof InvalidPathError) || error instanceof EvaluationError) throw error;
      cursor.position = start;
    }
    if (left.kind !== 'path') throw cursor.error('Expected path node');
    const exists: Operand = { kind: 'exists', path: left.path };
    return { kind: 'comparison', left: exists, operator: 'EXISTS', right: { kind: 'boolean', value: !left.negated } };
  }

  #readOperator(): Operator {
    const cursor = this.#cursor;
    const start = cursor.skipBlanks().position;
    if (isOperatorCharacter(cursor.current)) {
      while (cursor.has() && isOperatorCharacter(cursor.current)) cursor.position += 1;
    } else {
      while (cursor.has() && cursor.current !== ' ') cursor.position += 1;
    }
    const text = cursor.slice(start, cursor.position);
    const operator = OPERATORS.find((known) => known === text.toUpperCase());
    if (operator === undefined) throw cursor.error(`Filter operator ${text} is not supported!`, start);
    return operator;
  }

  #readValue(): Operand {
    const cursor = this.#cursor;
    if (cursor.skipBlanks().current === '!') {
      cursor.position += 1;
      if (!isPathStart(cursor.skipBlanks().current)) throw cursor.error('Unexpected character: !');
    }
    switch (cursor.current) {
      case '$':
      case '@':
        return this.#readPath();
      case "'":
      case '"':
        return this.#readString(cursor.current);
      case 't':
        return this.#readWord('true', { kind: 'boolean', value: true });
      case 'f':
        return this.#readWord('false', { kind: 'boolean', value: false });
      case 'n':
        return this.#readWord('null', { kind: 'null' });
      case '{':
        return this.#readJson('{', '}');
      case '[':
        return this.#readJson('[', ']');
      case '/':
        return this.#readPattern();
      default:
        return this.#readNumber();
    }
  }

  #readPath(): Operand {
    const cursor = this.#cursor;
    const before = cursor.previousSignificantIndex();
    const negated = before !== -1 && cursor.at(before) === '!';
    const start = cursor.position;
    cursor.position += 1;
    while (cursor.has()) {
      if (cursor.current === '[') {
        const close = cursor.indexOfClosing(cursor.position, '[', ']', false);
        if (close === -1) throw cursor.error(`Square brackets does not match in filter ${cursor.text}`);
        cursor.position = close + 1;
      }
      const ends = cursor.current === ')' && !this.#closesCall(start);
      if (!cursor.has() || ends || cursor.current === ' ' || isOperatorCharacter(cursor.current)) break;
      cursor.position += 1;
    }
    const path = this.#parsePath(cursor.slice(start, cursor.position), cursor.base + start, this.#nesting);
    return { kind: 'path', path, negated };
  }

  /** Whether the closing parenthesis here belongs to a call without arguments in the path that began at `start`. */
  #closesCall(start: number): boolean {
    const cursor = this.#cursor;
    const open = cursor.previousSignificantIndex();
    return open !== -1 && cursor.at(open) === '(' && cursor.text.slice(start + 1, open).includes('.');
  }

  #readString(quote: string): Node {
    const cursor = this.#cursor;
    const start = cursor.position;
    const close = cursor.indexOfUnescaped(quote);
    if (close === -1) {
      throw cursor.error(`String literal does not have matching quotes. Expected ${quote} in ${cursor.text}`);
    }
    cursor.position = close + 1;
    return { kind: 'string', value: unescapeJava(cursor.slice(start + 1, close)) };
  }

  #readWord(word: string, node: Node): Node {
    const cursor = this.#cursor;
    if (!cursor.has(cursor.position + word.length - 1) || !cursor.text.startsWith(word, cursor.position)) {
      throw cursor.error(word === 'null' ? 'Expected <null> value' : 'Expected boolean literal');
    }
    cursor.position += word.length;
    return node;
  }

  #readJson(open: string, close: string): Node {
    const cursor = this.#cursor;
    const start = cursor.position;
    const end = cursor.indexOfClosing(start, open, close, false);
    if (end === -1) throw cursor.error(`String not closed. Expected ' in ${cursor.text}`);
    cursor.position = end + 1;
    const text = cursor.slice(start, end + 1);
    return { kind: 'jsonText', text, parsed: tryParseJson(text) };
  }

  #readPattern(): Node {
    const cursor = this.#cursor;
    const start = cursor.position;
    const close = cursor.indexOfUnescaped('/');
    if (close === -1) throw cursor.error(`Pattern not closed. Expected / in ${cursor.text}`);
    let end = close + 1;
    while (cursor.has(end) && 'dixmsuU'.includes(cursor.at(end))) end += 1;
    cursor.position = end;
    return { kind: 'pattern', pattern: compile(cursor.slice(start + 1, close), cursor.slice(close + 1, end)) };
  }

  #readNumber(): Node {
    const cursor = this.#cursor;
    const start = cursor.position;
    while (cursor.has() && /[\d.eE-]/.test(cursor.current)) cursor.position += 1;
    const value = parseBigDecimal(cursor.slice(start, cursor.position));
    if (value === undefined) throw new EvaluationError('Expected a value', cursor.base + start);
    return { kind: 'number', value };
  }
}

function isPathStart(character: string): boolean {
  return character === '$' || character === '@';
}

function isOperatorCharacter(character: string): boolean {
  return '<>=~!'.includes(character);
}

function compile(source: string, flags: string): Pattern {
  try {
    return parsePattern(source, flags);
  } catch (error) {
    if (error instanceof PatternSyntaxError) throw new EvaluationError(error.message);
    throw error;
  }
}
