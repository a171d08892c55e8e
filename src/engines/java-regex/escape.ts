// Escape sequences: \t, \x{…}, \d, \p{…} and so on, in and out of classes.

import { LimitError } from '../limit-error.ts';
import {
  type CharSet,
  DIGIT,
  HORIZONTAL,
  MAX_CODE_POINT,
  negate,
  predicate,
  SPACE,
  VERTICAL,
  WORD,
} from './char-set.ts';
import { codePointOf } from './character-name.ts';
import { keyedProperty, property, UNICODE_DIGIT, UNICODE_SPACE, UNICODE_WORD } from './property.ts';
import { code, FLAGS, hexValue, type Reader } from './reader.ts';

const CONTROL: Readonly<Record<string, number>> = { a: 0x07, e: 0x1b, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09 };

/** \d \D \h \H \s \S \v \V \w \W; undefined for any other letter. */
function predefinedClass(reader: Reader, letter: string): CharSet | undefined {
  const unicode = reader.has(FLAGS.U);
  switch (letter) {
    case 'd':
      return unicode ? UNICODE_DIGIT : DIGIT;
    case 'h':
      return HORIZONTAL;
    case 's':
      return unicode ? UNICODE_SPACE : SPACE;
    case 'v':
      return VERTICAL;
    case 'w':
      return unicode ? UNICODE_WORD : WORD;
    case 'D':
    case 'H':
    case 'S':
    case 'V':
    case 'W': {
      const positive = predefinedClass(reader, letter.toLowerCase());
      return positive && negate(positive);
    }
    default:
      return undefined;
  }
}

/** `\0n`, `\0nn` and, up to `\0377`, `\0nnn`. */
function octal(reader: Reader): number {
  const digit = (max: number): number | undefined => {
    const value = reader.peek() - code('0');
    if (value < 0 || value > max) return undefined;
    reader.read();
    return value;
  };
  const first = digit(7);
  if (first === undefined) {
    reader.read();
    throw reader.error('Illegal octal escape sequence');
  }
  const second = digit(7);
  if (second === undefined) return first;
  const third = first <= 3 ? digit(7) : undefined;
  return third === undefined ? first * 8 + second : first * 64 + second * 8 + third;
}

/** `\xhh` and `\x{h…}`. */
function hexadecimal(reader: Reader): number {
  const first = reader.read();
  if (hexValue(first) >= 0) {
    const second = hexValue(reader.read());
    if (second >= 0) return hexValue(first) * 16 + second;
  } else if (first === code('{') && hexValue(reader.peek()) >= 0) {
    let value = 0;
    let char = reader.read();
    for (; hexValue(char) >= 0; char = reader.read()) {
      value = value * 16 + hexValue(char);
      if (value > MAX_CODE_POINT) throw reader.error('Hexadecimal codepoint is too big');
    }
    if (char !== code('}')) throw reader.error('Unclosed hexadecimal escape sequence');
    return value;
  }
  throw reader.error('Illegal hexadecimal escape sequence');
}

function utf16Unit(reader: Reader): number {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const digit = hexValue(reader.read());
    if (digit < 0) throw reader.error('Illegal Unicode escape sequence');
    value = value * 16 + digit;
  }
  return value;
}

/** `\uhhhh`; two of them make a code point where they are a surrogate pair. */
function unicode(reader: Reader): number {
  const high = utf16Unit(reader);
  if (high < 0xd800 || high > 0xdbff) return high;
  const position = reader.position;
  if (reader.takes('\\') && reader.takes('u')) {
    const low = utf16Unit(reader);
    if (low >= 0xdc00 && low <= 0xdfff) return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
  }
  reader.position = position;
  return high;
}

/** `\N{name}` */
function named(reader: Reader): number | CharSet {
  if (!reader.takes('{')) throw reader.error('Illegal character name escape sequence');
  const start = reader.position;
  while (!reader.takes('}')) {
    if (reader.atEnd) throw reader.error('Unclosed character name escape sequence');
  }
  const name = reader.slice(start, reader.position - 1);
  const codePoint = codePointOf(name);
  if (codePoint === -1) throw reader.error(`Unknown character name [${name}]`);
  if (codePoint !== undefined) return codePoint;
  return predicate(() => {
    throw new LimitError('steps', `the character name ${name} is not known here`);
  });
}

/**
 * What an escape stands for that means the same in and out of classes: a code point or a class. The reader stands behind
 * `letter`. Undefined where the letter means something else, or nothing.
 */
export function escaped(reader: Reader, letter: string): number | CharSet | undefined {
  switch (letter) {
    case '0':
      return octal(reader);
    case 'c':
      if (reader.atEnd) throw reader.error('Illegal control escape sequence');
      return reader.read() ^ 64;
    case 'N':
      return named(reader);
    case 'u':
      return unicode(reader);
    case 'x':
      return hexadecimal(reader);
    default:
      if (!/^[A-Za-z1-9]$/.test(letter)) return letter.codePointAt(0) ?? 0;
      return CONTROL[letter] ?? predefinedClass(reader, letter);
  }
}

/** Whether the backslash that the reader stands on begins `\p` or `\P`. */
export function atProperty(reader: Reader): boolean {
  const letter = reader.at(reader.position + 1);
  return letter === code('p') || letter === code('P');
}

/** `\p{…}`, `\pL` and their complements `\P`; the reader stands on the `p`. */
export function propertyClass(reader: Reader): CharSet {
  const complemented = reader.at(reader.position) === code('P');
  const braced = reader.next() === code('{');
  const set = braced ? bracedProperty(reader) : namedProperty(reader, singleLetter(reader));
  if (!complemented) return set;
  reader.byCodePoint = true;
  return negate(set);
}

function singleLetter(reader: Reader): string {
  const letter = String.fromCodePoint(reader.at(reader.position));
  reader.read();
  return letter;
}

function bracedProperty(reader: Reader): CharSet {
  reader.next();
  const start = reader.position;
  while (!reader.takes('}')) {
    if (reader.position > reader.length) throw reader.error('Unclosed character family');
  }
  if (start + 1 >= reader.position) throw reader.error('Empty character family');
  return namedProperty(reader, reader.slice(start, reader.position - 1));
}

function namedProperty(reader: Reader, name: string): CharSet {
  const ignoreCase = reader.has(FLAGS.i);
  const equals = name.indexOf('=');
  if (equals >= 0) {
    const key = name.slice(0, equals).toLowerCase();
    const value = name.slice(equals + 1);
    const set = keyedProperty(key, value, ignoreCase);
    if (!set) throw reader.error(`Unknown Unicode property {name=<${key}>, value=<${value}>}`);
    return set;
  }
  const set = property(name, ignoreCase, reader.has(FLAGS.U));
  if (!set) throw reader.error(`Unknown character property name {${name}}`);
  return set;
}
