import { EvaluationError, InvalidPathError } from './error.ts';

/**
 * A position in a path or filter, moving as Jayway's `CharacterIndex` does. Only the space counts as blank; characters
 * are read past the trimmed end but not past the text's, where Java throws `StringIndexOutOfBoundsException`.
 */
export class Cursor {
  readonly text: string;
  position = 0;
  /** Index of the last character that belongs to the path. */
  last: number;
  /** Where the text starts in the whole path, for the offsets of errors. */
  readonly base: number;

  constructor(text: string, base = 0) {
    this.text = text;
    this.base = base;
    this.last = text.length - 1;
  }

  get current(): string {
    return this.at(this.position);
  }

  at(index: number): string {
    const character = this.text[index];
    if (character === undefined)
      throw new EvaluationError(`Index ${index} out of bounds`, this.base + this.text.length);
    return character;
  }

  has(index = this.position): boolean {
    return index >= 0 && index <= this.last;
  }

  atTail(): boolean {
    return this.position >= this.last;
  }

  slice(start: number, end: number): string {
    if (start > end || end > this.text.length)
      throw new EvaluationError(`Range [${start}, ${end}) out of bounds`, this.base + start);
    return this.text.slice(start, end);
  }

  trim(): void {
    this.skipBlanks();
    while (this.position < this.last && this.at(this.last) === ' ') this.last -= 1;
  }

  skipBlanks(): this {
    while (this.position < this.last && this.current === ' ') this.position += 1;
    return this;
  }

  /** Index of the first character behind `start` that is not blank; it may lie outside. */
  nextSignificantIndex(start: number): number {
    let index = start + 1;
    while (this.has(index) && this.at(index) === ' ') index += 1;
    return index;
  }

  /** The first character behind `start` that is not blank; a blank at the end. */
  nextSignificant(start = this.position): string {
    const index = this.nextSignificantIndex(start);
    return this.has(index) ? this.at(index) : ' ';
  }

  /** The last character before the position that is not blank; a blank at the start. */
  previousSignificantIndex(): number {
    let index = this.position - 1;
    while (this.has(index) && this.at(index) === ' ') index -= 1;
    return this.has(index) ? index : -1;
  }

  indexOf(character: string, start: number): number {
    const index = this.text.indexOf(character, start);
    return this.has(index) ? index : -1;
  }

  /** The next such character behind `start` that no backslash precedes, or -1. */
  indexOfUnescaped(character: string, start = this.position): number {
    for (let index = start + 1; this.has(index); index++) {
      if (this.text[index] === '\\') index += 1;
      else if (this.text[index] === character) return index;
    }
    return -1;
  }

  /** Where the bracket at `start` closes, or -1. Strings are skipped, and with `regex` what stands between slashes. */
  indexOfClosing(start: number, open: string, close: string, regex: boolean): number {
    let depth = 1;
    for (let index = start + 1; this.has(index); index++) {
      const quote = this.at(index);
      if (quote === "'" || quote === '"') index = this.#skipTo(quote, index);
      if (regex && this.at(index) === '/') index = this.#skipTo('/', index);
      if (this.at(index) === open) depth += 1;
      else if (this.at(index) === close) depth -= 1;
      if (depth === 0) return index;
    }
    return -1;
  }

  /** Takes the expected character, blanks before it included. */
  expect(character: string): void {
    if (this.skipBlanks().current !== character) throw this.error(`Expected character: ${character}`);
    this.position += 1;
  }

  /** Takes the text, blanks before it included, if it stands here; else stays. */
  take(text: string): boolean {
    const start = this.position;
    this.skipBlanks();
    if (this.has(this.position + text.length - 1) && this.text.startsWith(text, this.position)) {
      this.position += text.length;
      return true;
    }
    this.position = start;
    return false;
  }

  error(message: string, offset = this.position): InvalidPathError {
    return new InvalidPathError(message, this.base + offset);
  }

  #skipTo(closing: string, start: number): number {
    const index = this.indexOfUnescaped(closing, start);
    if (index === -1) throw this.error(`Could not find matching close for ${closing} in: ${this.text}`, start);
    return index + 1;
  }
}

/** White space between the parts of a path; elsewhere only the space counts. */
export function isWhiteSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
