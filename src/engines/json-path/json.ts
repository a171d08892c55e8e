// JSON as json-smart reads it in MODE_PERMISSIVE, which is what Jayway JsonPath parses with: unquoted strings, single
// quotes, stray commas, leading zeros and text after the first value are all taken. Behaviour of version 2.2.

import type { Origin } from '../java/origin.ts';
import { trimJava } from '../java/parse-number.ts';
import { toJsonString } from '../java/to-string.ts';
import { JavaList, JavaMap, type Value } from '../java/value.ts';
import { toFraction, toKeyword, toWhole } from './json-token.ts';

/** Levels of maps and lists: json-smart's `JSONParserBase.MAX_DEPTH`. */
const MAX_DEPTH = 400;

/** json-smart's end-of-input mark; the same character inside a text ends it too. */
const END = 0x1a;

/** A text json-smart refuses, in its words; `offset` is the position it names, in UTF-16 units from 0. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Parses a text as json-smart does, permissively; throws `JsonSyntaxError`. All maps and lists have this origin. */
export function parseJson(text: string, origin?: Origin): Value {
  return new Parser(text, origin).parse();
}

/** As `parseJson`, but gives the error back. */
export function tryParseJson(text: string): Value | JsonSyntaxError {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error;
    throw error;
  }
}

/** `JSONValue.toJSONString(value, JSONStyle.LT_COMPRESS)`; throws `LimitError` past `maxLength` UTF-16 units. */
export function toJson(value: Value, maxLength?: number): string {
  return toJsonString(value, maxLength);
}

/** Where an unquoted string ends: a table by character, and for what nothing but the end of input stops. */
type Stops = readonly [number, number];
const STOP_TOP: Stops = [END, END];
const STOP_KEY: Stops = [0x3a, END];
const STOP_MEMBER: Stops = [0x2c, 0x7d];
const STOP_ITEM: Stops = [0x2c, 0x5d];

class Parser {
  readonly #text: string;
  readonly #origin: Origin | undefined;
  readonly #hasEscapes: boolean;
  #offset = 0;
  #code: number;
  #depth = 0;

  constructor(text: string, origin: Origin | undefined) {
    this.#text = text;
    this.#origin = origin;
    this.#hasEscapes = text.includes('\\');
    this.#code = text.length > 0 ? text.charCodeAt(0) : END;
  }

  parse(): Value {
    return this.#readValue(STOP_TOP);
  }

  #next(): void {
    this.#offset += 1;
    this.#code = this.#offset < this.#text.length ? this.#text.charCodeAt(this.#offset) : END;
  }

  #moveTo(offset: number): void {
    this.#offset = offset;
    this.#code = offset < this.#text.length ? this.#text.charCodeAt(offset) : END;
  }

  /** Between tokens only these four are skipped. */
  #skipBlanks(): void {
    while (this.#code === 0x20 || this.#code === 0x0a || this.#code === 0x0d || this.#code === 0x09) this.#next();
  }

  /** After a token every control character is. */
  #skipControls(): void {
    while (this.#code <= 0x20 && this.#code !== END) this.#next();
  }

  #readValue(stops: Stops): Value {
    this.#skipBlanks();
    switch (this.#code) {
      case 0x3a: // :
      case 0x7d: // }
      case 0x5d: // ]
        throw this.#unexpectedCharacter(this.#offset);
      case 0x7b: // {
        return this.#readObject();
      case 0x5b: // [
        return this.#readArray();
      case 0x22: // "
      case 0x27: // '
        return this.#readString();
      case 0x6e: // n
      case 0x74: // t
      case 0x66: // f
      case 0x4e: // N
        return toKeyword(this.#readUnquoted(this.#offset, stops));
      default:
        return isDigit(this.#code) || this.#code === 0x2d
          ? this.#readNumber(stops)
          : this.#readUnquoted(this.#offset, stops);
    }
  }

  #readArray(): JavaList {
    this.#enter();
    const items: Value[] = [];
    this.#next();
    for (;;) {
      switch (this.#code) {
        case 0x20:
        case 0x0d:
        case 0x0a:
        case 0x09:
        case 0x2c: // ,
          this.#next();
          break;
        case 0x5d: // ]
          this.#depth -= 1;
          this.#next();
          return new JavaList(items, true, this.#origin);
        case END:
          throw this.#unexpectedEnd(this.#offset - 1, 'EOF');
        default:
          items.push(this.#readValue(STOP_ITEM));
      }
    }
  }

  #readObject(): JavaMap {
    this.#enter();
    const map = new Map<Value, Value>();
    for (;;) {
      this.#next();
      switch (this.#code) {
        case 0x20:
        case 0x0d:
        case 0x0a:
        case 0x09:
        case 0x2c: // ,
          break;
        case 0x3a: // :
        case 0x5d: // ]
        case 0x5b: // [
        case 0x7b: // {
          throw this.#unexpectedCharacter(this.#offset);
        case 0x7d: // }
          return this.#leaveObject(map);
        default:
          this.#readMember(map);
          if (this.#code === 0x7d) return this.#leaveObject(map);
          if (this.#code === END) throw this.#unexpectedEnd(this.#offset - 1, 'null');
          if (this.#code !== 0x2c) throw this.#unexpectedToken(this.#offset - 1, String.fromCharCode(this.#code));
      }
    }
  }

  #readMember(map: Map<Value, Value>): void {
    const quoted = this.#code === 0x22 || this.#code === 0x27;
    const key = quoted ? this.#readString() : this.#readUnquoted(this.#offset, STOP_KEY);
    this.#skipControls();
    if (this.#code !== 0x3a) {
      if (this.#code === END) throw this.#unexpectedEnd(this.#offset - 1, 'null');
      throw this.#unexpectedCharacter(this.#offset - 1);
    }
    this.#next();
    if (this.#offset >= this.#text.length) throw this.#unexpectedEnd(this.#offset - 1, 'EOF');
    map.set(key, this.#readValue(STOP_MEMBER));
    this.#skipControls();
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      const opener = String.fromCharCode(this.#code);
      const where = `stoped on ${opener} at position ${this.#offset}`;
      throw new JsonSyntaxError(`Malicious payload, having non natural depths, parsing ${where}.`, this.#offset);
    }
  }

  #leaveObject(map: Map<Value, Value>): JavaMap {
    this.#depth -= 1;
    this.#next();
    return new JavaMap(map, false, this.#origin);
  }

  #readUnquoted(start: number, stops: Stops): string {
    while (this.#code !== END && this.#code !== stops[0] && this.#code !== stops[1]) this.#next();
    return trimJava(this.#text.slice(start, this.#offset));
  }

  #readString(): string {
    const quote = this.#code === 0x22 ? '"' : "'";
    const start = this.#offset + 1;
    const end = this.#text.indexOf(quote, start);
    if (end === -1) throw this.#unexpectedEnd(this.#text.length, 'null');
    const plain = this.#text.slice(start, end);
    if (this.#hasEscapes && plain.includes('\\')) return this.#readEscapedString(quote.charCodeAt(0));
    this.#moveTo(end + 1);
    return plain;
  }

  /** Only in a string with a backslash are control characters dropped. */
  #readEscapedString(quote: number): string {
    let value = '';
    let start = this.#offset + 1;
    for (;;) {
      this.#next();
      const code = this.#code;
      const ordinary = code >= 0x20 && code !== 0x5c && code !== 0x7f;
      if (ordinary && code !== quote) continue;
      if (code === END) throw this.#unexpectedEnd(this.#offset - 1, 'null');
      value += this.#text.slice(start, this.#offset);
      if (code === quote) {
        this.#next();
        return value;
      }
      if (code === 0x5c) value += this.#readEscape();
      start = this.#offset + 1;
    }
  }

  /** An unknown escape is nothing at all. */
  #readEscape(): string {
    this.#next();
    switch (this.#code) {
      case 0x74:
        return '\t';
      case 0x6e:
        return '\n';
      case 0x72:
        return '\r';
      case 0x66:
        return '\f';
      case 0x62:
        return '\b';
      case 0x5c:
      case 0x2f:
      case 0x27:
      case 0x22:
        return String.fromCharCode(this.#code);
      case 0x75:
        return this.#readHexadecimal(4);
      case 0x78:
        return this.#readHexadecimal(2);
      default:
        return '';
    }
  }

  #readHexadecimal(digits: number): string {
    let value = 0;
    for (let i = 0; i < digits; i++) {
      this.#next();
      if (this.#code === END) throw this.#unexpectedEnd(this.#offset, 'EOF');
      const character = String.fromCharCode(this.#code);
      if (!/[\da-fA-F]/.test(character)) {
        const where = `${character} at position ${this.#offset}`;
        throw new JsonSyntaxError(`Unexpected unicode escape sequence ${where}.`, this.#offset);
      }
      value = value * 16 + Number.parseInt(character, 16);
    }
    return String.fromCharCode(value);
  }

  #readNumber(stops: Stops): Value {
    const start = this.#offset;
    this.#next();
    this.#skipDigits();
    let whole = true;
    if (this.#code === 0x2e) {
      whole = false;
      this.#next();
      this.#skipDigits();
    }
    if (this.#code === 0x45 || this.#code === 0x65) {
      whole = false;
      this.#next();
      if (!startsExponent(this.#code)) return this.#readUnquoted(start, stops);
      this.#next();
      this.#skipDigits();
    }
    this.#skipControls();
    // A character from `~` on ends the number, any other that is no stop makes it a string.
    if (this.#code < 0x7e && this.#code !== END && this.#code !== stops[0] && this.#code !== stops[1]) {
      return this.#readUnquoted(start, stops);
    }
    const token = trimJava(this.#text.slice(start, this.#offset));
    const value = whole ? toWhole(token) : toFraction(token);
    if (value === undefined) throw this.#unexpectedToken(this.#offset, token);
    return value;
  }

  #skipDigits(): void {
    while (isDigit(this.#code)) this.#next();
  }

  #unexpectedCharacter(offset: number): JsonSyntaxError {
    const character = String.fromCharCode(this.#code);
    return new JsonSyntaxError(`Unexpected character (${character}) at position ${offset}.`, offset);
  }

  #unexpectedToken(offset: number, token: string): JsonSyntaxError {
    return new JsonSyntaxError(`Unexpected token ${token} at position ${offset}.`, offset);
  }

  #unexpectedEnd(offset: number, what: 'EOF' | 'null'): JsonSyntaxError {
    return new JsonSyntaxError(`Unexpected End Of File position ${offset}: ${what}`, offset);
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function startsExponent(code: number): boolean {
  return isDigit(code) || code === 0x2b || code === 0x2d;
}
