// The pattern as Java's parser sees it: code points with \Q…\E already rewritten, and zeros behind the end. In comments
// mode (?x) peeking and reading pass over white space and comments, which is observable, so it is done as Java does it.

import { LimitError } from '../limit-error.ts';
import { PatternSyntaxError } from './errors.ts';

/** Java's flags by their inline letters. `c` is CANON_EQ, which Java accepts inline without documenting it; here it has no effect. */
export const FLAGS = { d: 1, i: 2, x: 4, m: 8, s: 32, u: 64, c: 128, U: 256 } as const;

/** Deeper groups and classes are refused: the parser is recursive. */
const MAX_NESTING = 250;

/** The code point of an ASCII character. */
export function code(char: string): number {
  return char.charCodeAt(0);
}

export function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39;
}

export function isLetter(codePoint: number): boolean {
  const lower = codePoint | 0x20;
  return lower >= 0x61 && lower <= 0x7a && codePoint < 0x80;
}

/** The value of a hexadecimal digit, -1 for anything else. */
export function hexValue(codePoint: number): number {
  if (isDigit(codePoint)) return codePoint - 0x30;
  const lower = codePoint | 0x20;
  return lower >= 0x61 && lower <= 0x66 && codePoint < 0x80 ? lower - 0x57 : -1;
}

/** A supplementary character, or half of one. */
export function isSupplementary(codePoint: number): boolean {
  return codePoint > 0xffff || (codePoint >= 0xd800 && codePoint <= 0xdfff);
}

function isSpace(codePoint: number): boolean {
  return codePoint === 0x20 || (codePoint >= 0x09 && codePoint <= 0x0d);
}

/** Rewrites \Q…\E: a backslash before everything but letters, and a leading digit as \x3N. */
function withoutQuotes(input: readonly number[]): number[] {
  const backslash = code('\\');
  const output: number[] = [];
  let quoted = false;
  let fresh = false;
  for (let i = 0; i < input.length; ) {
    const char = input[i++] ?? 0;
    if (!quoted && char === backslash) {
      if (input[i] === code('Q')) {
        i++;
        quoted = true;
        fresh = true;
        continue;
      }
      output.push(char);
      if (i < input.length) output.push(input[i++] ?? 0);
    } else if (quoted && char === backslash) {
      if (input[i] === code('E')) {
        i++;
        quoted = false;
      } else output.push(backslash, backslash);
    } else if (quoted && isDigit(char)) {
      if (fresh) output.push(backslash, code('x'), code('3'));
      output.push(char);
    } else {
      if (quoted && char < 0x80 && !isLetter(char)) output.push(backslash);
      output.push(char);
    }
    fresh = false;
  }
  return output;
}

export class Reader {
  readonly source: string;
  readonly length: number;
  flags: number;
  position = 0;
  groupCount = 0;
  readonly groupNames = new Map<string, number>();
  hasBackReference = false;
  byCodePoint: boolean;
  readonly #input: number[];
  #depth = 0;

  constructor(source: string, flags: number) {
    this.source = source;
    this.flags = flags;
    const points = [...source].map((char) => char.codePointAt(0) ?? 0);
    this.byCodePoint = points.some(isSupplementary);
    this.#input = withoutQuotes(points);
    this.length = this.#input.length;
    this.#input.push(0, 0);
  }

  /** Whether there is a supplementary character or a lone surrogate at or behind an index. */
  hasSupplementaryFrom(start: number): boolean {
    return this.#input.slice(start).some(isSupplementary);
  }

  error(description: string): PatternSyntaxError {
    return new PatternSyntaxError(description, this.position - 1, this.source);
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  get atEnd(): boolean {
    return this.position >= this.length;
  }

  /** Counts a level of nesting around `parse`. */
  nested<T>(parse: () => T): T {
    if (++this.#depth > MAX_NESTING) {
      throw new LimitError('depth', `The regular expression is nested deeper than ${MAX_NESTING} levels`);
    }
    const result = parse();
    this.#depth--;
    return result;
  }

  /** The code point at an index, 0 behind the end, comments mode or not. */
  at(index: number): number {
    return this.#input[index] ?? 0;
  }

  peek(): number {
    return this.#skipComments();
  }

  /** Whether the next code point is this character. */
  sees(char: string): boolean {
    return this.peek() === code(char);
  }

  /** Passes the next code point and says whether it was this character. */
  takes(char: string): boolean {
    return this.read() === code(char);
  }

  /** Passes the next code point and returns it. */
  read(): number {
    const char = this.#skipComments();
    this.position++;
    return char;
  }

  /** Moves on by one, then peeks. */
  next(): number {
    this.position++;
    return this.#skipComments();
  }

  /** Passes the current code point and the one behind it, which is returned: never a comment. */
  skip(): number {
    this.position += 2;
    return this.at(this.position - 1);
  }

  /** The text between two indexes. */
  slice(start: number, end: number): string {
    return this.#input
      .slice(start, end)
      .map((char) => String.fromCodePoint(char))
      .join('');
  }

  #skipComments(): number {
    if (!this.has(FLAGS.x)) return this.at(this.position);
    for (;;) {
      const char = this.at(this.position);
      if (isSpace(char)) this.position++;
      else if (char === code('#')) this.#skipLine();
      else return char;
    }
  }

  #skipLine(): void {
    do this.position++;
    while (!this.#endsComment(this.at(this.position)));
    if (this.position > this.length) this.position = this.length;
  }

  #endsComment(char: number): boolean {
    if (char === 0 || char === 0x0a) return true;
    return !this.has(FLAGS.d) && (char === 0x0d || char === 0x85 || char === 0x2028 || char === 0x2029);
  }
}
