// The path grammar of Jayway JsonPath 2.9 (`PathCompiler`), with its leniencies: they decide what existing paths mean.

import { parseInteger, trimJava } from '../java/parse-number.ts';
import { exceeded } from '../limit-error.ts';
import { type Argument, checkParentheses, readArguments } from './arguments.ts';
import { Cursor, isWhiteSpace } from './cursor.ts';
import { EvaluationError, InvalidPathError } from './error.ts';
import { MAX_NESTING, parseFilter } from './parse-filter.ts';
import { createPath, type Parameter, type Path, type Token } from './path.ts';
import { unescapeJava } from './unescape-java.ts';

/** Tokens a path may have, filters and arguments apart. */
const MAX_TOKENS = 500;

/** Compiles a path; throws `InvalidPathError` where Jayway does, `LimitError` for absurdly long or nested ones. */
export function parsePath(text: string): Path {
  return parseNested(text, 0, 0);
}

/** A path that stands at `base` of another one, `nesting` levels deep. */
function parseNested(text: string, base: number, nesting: number): Path {
  try {
    if (text === '') throw new InvalidPathError('json can not be null or empty', base);
    const rooted = text.startsWith('$') || text.startsWith('@');
    const cursor = rooted ? new Cursor(text, base) : new Cursor(`$.${text}`, base - 2);
    cursor.trim();
    if (cursor.at(cursor.last) === '.') throw cursor.error("Path must not end with a '.' or '..'", cursor.last);
    return new PathParser(cursor, nesting).parse();
  } catch (error) {
    throw error instanceof EvaluationError ? new InvalidPathError(error.message, error.offset) : error;
  }
}

class PathParser {
  readonly #cursor: Cursor;
  readonly #nesting: number;
  readonly #tokens: Token[] = [];

  constructor(cursor: Cursor, nesting: number) {
    if (nesting > MAX_NESTING) throw exceeded('depth', MAX_NESTING);
    this.#cursor = cursor;
    this.#nesting = nesting;
  }

  parse(): Path {
    const cursor = this.#cursor;
    while (cursor.has() && isWhiteSpace(cursor.current)) cursor.position += 1;
    const root = cursor.current;
    if (root !== '$' && root !== '@') throw cursor.error("Path must start with '$' or '@'");
    if (!cursor.atTail()) {
      cursor.position += 1;
      if (cursor.current !== '.' && cursor.current !== '[') {
        throw cursor.error(`Illegal character at position ${cursor.position} expected '.' or '['`);
      }
      do {
        this.#readToken();
        if (this.#tokens.length > MAX_TOKENS) throw exceeded('depth', MAX_TOKENS);
      } while (!cursor.atTail());
    }
    return applyToScan(root, this.#tokens);
  }

  #readToken(): void {
    const cursor = this.#cursor;
    if (cursor.current === '.') this.#readDots();
    switch (cursor.current) {
      case '[':
        if (!this.#readNames() && !this.#readIndexes() && !this.#readWildcard() && !this.#readFilter()) {
          const where = `token starting at position ${cursor.position}`;
          throw cursor.error(`Could not parse ${where}. Expected ?, ', 0-9, * `);
        }
        break;
      case '*':
        cursor.position += 1;
        this.#tokens.push({ kind: 'wildcard' });
        break;
      default:
        this.#readPropertyOrFunction();
    }
  }

  #readDots(): void {
    const cursor = this.#cursor;
    if (cursor.has(cursor.position + 1) && cursor.at(cursor.position + 1) === '.') {
      this.#tokens.push({ kind: 'scan' });
      cursor.position += 1;
    }
    cursor.position += 1;
    if (cursor.current === '.') throw cursor.error(`Character '.' on position ${cursor.position} is not valid.`);
  }

  #readPropertyOrFunction(): void {
    const cursor = this.#cursor;
    const start = cursor.position;
    let end = start;
    while (cursor.has(end) && !'.[( '.includes(cursor.at(end))) end += 1;
    if (cursor.has(end) && cursor.at(end) === ' ') {
      throw cursor.error(
        `Use bracket notion ['my prop'] if your property contains blank characters. position: ${start}`,
      );
    }
    const name = cursor.slice(start, end);
    if (!cursor.has(end) || cursor.at(end) !== '(') {
      cursor.position = end;
      this.#tokens.push({ kind: 'property', names: [name] });
      return;
    }
    checkParentheses(cursor, name, end);
    let parameters: Parameter[] = [];
    if (cursor.at(end + 1) === ')') {
      cursor.position = end + 1;
    } else {
      cursor.position = end + 1;
      parameters = readArguments(cursor, name).map((argument) => this.#toParameter(argument));
    }
    this.#tokens.push({ kind: 'function', name, parameters });
  }

  #toParameter({ kind, text }: Argument): Parameter {
    if (kind === 'json') return { kind, text };
    return { kind, path: new PathParser(new Cursor(text, this.#cursor.base), this.#nesting + 1).parse() };
  }

  #readNames(): boolean {
    const cursor = this.#cursor;
    const quote = cursor.nextSignificant();
    if (quote !== "'" && quote !== '"') return false;
    const names: string[] = [];
    let start = 0;
    let end = 0;
    let inName = false;
    let afterComma = false;
    for (let index = cursor.position + 1; cursor.has(index); index++) {
      const character = cursor.at(index);
      if (character === '\\') {
        index += 1;
      } else if (character === quote && inName) {
        const next = cursor.nextSignificant(index);
        if (next !== ']' && next !== ',') {
          const how = 'Property must be separated by comma or Property must be terminated close square bracket';
          throw cursor.error(`${how} at index ${index}`, index);
        }
        names.push(unescapeJava(cursor.slice(start, index)));
        end = index;
        inName = false;
      } else if (character === quote) {
        start = index + 1;
        inName = true;
        afterComma = false;
      } else if (!inName && (character === ']' || character === ',')) {
        if (afterComma) throw cursor.error(`Found empty property at index ${index}`, index);
        if (character === ']') break;
        afterComma = true;
      }
    }
    if (inName) throw cursor.error(`Property has not been closed - missing closing ${quote}`);
    const close = cursor.nextSignificantIndex(end);
    if (cursor.at(close) !== ']') throw cursor.error('Property has not been closed - missing closing ]', close);
    if (names.length === 0) throw cursor.error('Empty properties');
    cursor.position = close + 1;
    this.#tokens.push({ kind: 'property', names });
    return true;
  }

  #readIndexes(): boolean {
    const cursor = this.#cursor;
    if (!/[\d:-]/.test(cursor.nextSignificant())) return false;
    const close = cursor.indexOf(']', cursor.position + 1);
    if (close === -1) return false;
    const expression = trimJava(cursor.slice(cursor.position + 1, close));
    if (!/^[\d,: -]*$/.test(expression)) return false;
    this.#tokens.push(expression.includes(':') ? this.#toSlice(expression) : this.#toIndexes(expression));
    cursor.position = close + 1;
    return true;
  }

  #toSlice(expression: string): Token {
    const [first = '', second = ''] = expression.split(':');
    const from = first === '' ? undefined : this.#toInteger(first);
    const to = second === '' ? undefined : this.#toInteger(second);
    if (/[^\d:-]/.test(expression) || (from === undefined && to === undefined)) {
      throw this.#cursor.error(`Failed to parse SliceOperation: ${expression}`);
    }
    return { kind: 'slice', from, to };
  }

  #toIndexes(expression: string): Token {
    return { kind: 'index', indexes: expression.split(/ *, */).map((part) => this.#toInteger(part)) };
  }

  #toInteger(text: string): number {
    const value = parseInteger(text);
    if (value === undefined) throw this.#cursor.error(`Failed to parse token in ArrayIndexOperation: ${text}`);
    return value;
  }

  #readWildcard(): boolean {
    const cursor = this.#cursor;
    if (cursor.nextSignificant() !== '*') return false;
    const close = cursor.nextSignificantIndex(cursor.nextSignificantIndex(cursor.position));
    if (!cursor.has(close) || cursor.at(close) !== ']') {
      throw cursor.error(`Expected wildcard token to end with ']' on position ${close}`, close);
    }
    cursor.position = close + 1;
    this.#tokens.push({ kind: 'wildcard' });
    return true;
  }

  #readFilter(): boolean {
    const cursor = this.#cursor;
    const mark = cursor.nextSignificantIndex(cursor.position);
    if (cursor.at(mark) !== '?') return false;
    const open = cursor.nextSignificantIndex(mark);
    if (cursor.at(open) !== '(') return false;
    const close = cursor.indexOfClosing(open, '(', ')', true);
    if (close === -1 || cursor.nextSignificant(close) !== ']') return false;
    const end = cursor.nextSignificantIndex(close);
    const filter = new Cursor(cursor.slice(cursor.position, end + 1), cursor.base + cursor.position);
    filter.position = open - cursor.position;
    filter.last = close - cursor.position;
    const predicate = parseFilter(filter, this.#nesting, parseNested);
    cursor.position = end + 1;
    this.#tokens.push({ kind: 'filter', predicate });
    return true;
  }
}

/** `$..x.sum()` calls the function once, with all that the scan finds, instead of once for each. */
function applyToScan(root: '$' | '@', tokens: readonly Token[]): Path {
  const call = tokens.findIndex(({ kind }) => kind === 'function');
  const token = tokens[call];
  if (tokens[0]?.kind !== 'scan' || tokens.at(-1)?.kind !== 'function' || token?.kind !== 'function') {
    return createPath(root, tokens);
  }
  const argument = createPath(root, tokens.slice(0, call));
  const applied = createPath(root, [
    { ...token, parameters: [{ kind: 'path', path: argument }] },
    ...tokens.slice(call + 1),
  ]);
  return { ...applied, definiteTokens: 0 };
}
