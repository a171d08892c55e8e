// `java.lang.String`.

import { find } from '../../java-regex/match.ts';
import { parsePattern } from '../../java-regex/parse.ts';
import { replaceAll, replaceFirst, split, stringMatches } from '../../java-regex/replace.ts';
import { Character } from '../character.ts';
import { JavaArray } from '../java-array.ts';
import { JavaException } from '../java-exception.ts';
import { numberToString } from '../number.ts';
import { trimJava } from '../parse-number.ts';
import { toJavaString } from '../to-string.ts';
import { Double, Long, type Value } from '../value.ts';
import { format } from './format.ts';
import { type Arguments, methodTable } from './method-table.ts';
import { indent, indentedLength, stripIndent, translateEscapes } from './text-block.ts';
import { stripLeading, stripTrailing } from './white-space.ts';

export const STRING_METHODS = methodTable<string>({
  'length()': (text) => text.length,
  'isEmpty()': (text) => text === '',
  'isBlank()': (text) => stripLeading(text) === '',
  'charAt(int)': (text, given) => new Character(text.charAt(index(text.length, given.int(0)))),
  'codePointAt(int)': (text, given) => text.codePointAt(index(text.length, given.int(0))) ?? 0,
  'codePointBefore(int)': (text, given) => {
    const at = index(text.length, given.int(0) - 1);
    const pair = text.codePointAt(at - 1) ?? 0;
    return pair > 0xffff ? pair : text.charCodeAt(at);
  },
  'codePointCount(int,int)': (text, given) => {
    const part = substring(text, given.int(0), given.int(1));
    given.budget.work(part.length);
    return part.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ' ').length;
  },
  'offsetByCodePoints(int,int)': (text, given) => offsetByCodePoints(text, given.int(0), given.int(1), given),
  'contentEquals(CharSequence)': (text, given) => text === given.text(0),
  'equalsIgnoreCase(String)': (text, given) => {
    const other = given.any(0);
    return typeof other === 'string' && text.length === other.length && folded(text, given) === folded(other, given);
  },
  'compareTo(Object)': () => {
    throw new JavaException('java.lang.ClassCastException');
  },
  'compareTo(String)': (text, given) => compare(text, given.text(0)),
  'compareToIgnoreCase(String)': (text, given) => compare(folded(text, given), folded(given.text(0), given)),
  'regionMatches(int,String,int,int)': (text, given) =>
    regionMatches(text, given.int(0), given.text(1), given.int(2), given.int(3)),
  'regionMatches(boolean,int,String,int,int)': (text, given) => {
    const [one, other] = [text, given.text(2)].map((part) => (given.boolean(0) ? folded(part, given) : part));
    return regionMatches(one ?? '', given.int(1), other ?? '', given.int(3), given.int(4));
  },
  'startsWith(String)': (text, given) => text.startsWith(given.text(0)),
  'startsWith(String,int)': (text, given) =>
    given.int(1) >= 0 && text.slice(given.int(1)).startsWith(given.text(0)) && given.int(1) <= text.length,
  'endsWith(String)': (text, given) => text.endsWith(given.text(0)),
  'indexOf(int)': (text, given) => indexOf(text, codePoint(given.int(0)), 0),
  'indexOf(int,int)': (text, given) => indexOf(text, codePoint(given.int(0)), given.int(1)),
  'indexOf(String)': (text, given) => indexOf(text, given.text(0), 0),
  'indexOf(String,int)': (text, given) => indexOf(text, given.text(0), given.int(1)),
  'lastIndexOf(int)': (text, given) => lastIndexOf(text, codePoint(given.int(0)), text.length),
  'lastIndexOf(int,int)': (text, given) => lastIndexOf(text, codePoint(given.int(0)), given.int(1)),
  'lastIndexOf(String)': (text, given) => lastIndexOf(text, given.text(0), text.length),
  'lastIndexOf(String,int)': (text, given) => lastIndexOf(text, given.text(0), given.int(1)),
  'substring(int)': (text, given) => substring(text, given.int(0), text.length),
  'substring(int,int)': (text, given) => substring(text, given.int(0), given.int(1)),
  'subSequence(int,int)': (text, given) => substring(text, given.int(0), given.int(1)),
  'concat(String)': (text, given) => allow(given, text + given.text(0)),
  'contains(CharSequence)': (text, given) => text.includes(given.text(0)),
  'replace(char,char)': (text, given) => text.replaceAll(given.text(0), () => given.text(1)),
  'replace(CharSequence,CharSequence)': (text, given) => {
    const [target, replacement] = [given.text(0), given.text(1)];
    given.budget.text(text.length + (text.length + 1) * Math.max(0, replacement.length - target.length));
    return text.replaceAll(target, () => replacement);
  },
  'matches(String)': (text, given) => stringMatches(text, given.text(0), given.budget),
  'replaceAll(String,String)': (text, given) => {
    // Java looks at the replacement when there is something to replace.
    if (given.any(1) === null && !find(parsePattern(given.text(0)), text, 0, given.budget)) return text;
    // Every character may be replaced: what that would take is paid for beforehand.
    given.budget.work((text.length * given.text(1).length) / 8);
    return allow(given, replaceAll(text, given.text(0), given.text(1), given.budget));
  },
  'replaceFirst(String,String)': (text, given) =>
    allow(given, replaceFirst(text, given.text(0), given.text(1), given.budget)),
  'split(String)': (text, given) => strings(split(text, given.text(0), 0, given.budget)),
  'split(String,int)': (text, given) => strings(split(text, given.text(0), given.int(1), given.budget)),
  'toLowerCase()': (text, given) => allow(given, text.toLowerCase()),
  'toUpperCase()': (text, given) => allow(given, text.toUpperCase()),
  'trim()': (text) => trimJava(text),
  'strip()': (text) => stripTrailing(stripLeading(text)),
  'stripLeading()': (text) => stripLeading(text),
  'stripTrailing()': (text) => stripTrailing(text),
  'indent(int)': (text, given) => {
    given.budget.text(indentedLength(text, given.int(0)));
    return indent(text, given.int(0));
  },
  'stripIndent()': (text, given) => allow(given, stripIndent(text)),
  'translateEscapes()': (text, given) => allow(given, translateEscapes(text)),
  'intern()': (text) => text,
  'repeat(int)': (text, given) => {
    const count = given.int(0);
    if (count < 0) throw new JavaException(`java.lang.IllegalArgumentException: count is negative: ${count}`);
    given.budget.text(text.length * count);
    return text.repeat(count);
  },
  'toCharArray()': (text, given) => new JavaArray(characters(text, given), 'char'),
  'getBytes()': (text, given) => bytes(text, given),
  'getBytes(String)': (text, given) => {
    if (!/^utf-?8$/i.test(given.text(0)))
      throw new JavaException(`java.io.UnsupportedEncodingException: ${given.text(0)}`);
    return bytes(text, given);
  },
  'formatted(Object[])': (text, given) => allow(given, format(text, given.rest(0))),
  'static compare(CharSequence,CharSequence)': (_, given) => compare(given.text(0), given.text(1)),
  'static format(String,Object[])': (_, given) => allow(given, format(given.text(0), given.rest(1))),
  'static join(CharSequence,CharSequence[])': (_, given) => join(given, given.rest(1)),
  'static join(CharSequence,Collection)': (_, given) => join(given, given.list(1)),
  'static valueOf(Object)': (_, given) => toJavaString(given.any(0)),
  'static valueOf(char[])': (_, given) =>
    given
      .rest(0)
      .map((item) => toJavaString(item))
      .join(''),
  'static copyValueOf(char[])': (_, given) =>
    given
      .rest(0)
      .map((item) => toJavaString(item))
      .join(''),
  'static valueOf(char[],int,int)': (_, given) => part(given),
  'static copyValueOf(char[],int,int)': (_, given) => part(given),
  'static valueOf(boolean)': (_, given) => String(given.boolean(0)),
  'static valueOf(char)': (_, given) => given.text(0),
  'static valueOf(int)': (_, given) => String(given.int(0)),
  'static valueOf(long)': (_, given) => numberToString(new Long(given.long(0))),
  'static valueOf(double)': (_, given) => numberToString(new Double(given.double(0))),
});

function outOfBounds(message: string): JavaException {
  return new JavaException(`java.lang.StringIndexOutOfBoundsException: ${message}`);
}

function index(length: number, at: number): number {
  if (at < 0 || at >= length) throw outOfBounds(`index ${at}, length ${length}`);
  return at;
}

function substring(text: string, begin: number, end: number): string {
  if (begin < 0 || end > text.length || begin > end) {
    throw outOfBounds(`begin ${begin}, end ${end}, length ${text.length}`);
  }
  return text.slice(begin, end);
}

/** `new String(characters, offset, count)`. */
function part(given: Arguments): string {
  const text = given
    .list(0)
    .map((item) => toJavaString(item))
    .join('');
  if (given.int(2) < 0) throw outOfBounds(`count ${given.int(2)}`);
  return substring(text, given.int(1), given.int(1) + given.int(2));
}

/** The index so many code points further on, or back. */
function offsetByCodePoints(text: string, start: number, count: number, given: Arguments): number {
  if (start < 0 || start > text.length) throw outOfBounds(`index ${start}, length ${text.length}`);
  given.budget.work(text.length);
  const points = Array.from(count < 0 ? text.slice(0, start) : text.slice(start));
  if (Math.abs(count) > points.length) throw outOfBounds(`count ${count}`);
  const passed = count < 0 ? points.slice(count) : points.slice(0, count);
  return start + Math.sign(count) * passed.join('').length;
}

/** JavaScript clamps a start beyond the end to the end; Java finds nothing there but the empty string. */
function indexOf(text: string, wanted: string, from: number): number {
  return text.indexOf(wanted, Math.max(0, from));
}

function lastIndexOf(text: string, wanted: string, from: number): number {
  return from < 0 ? -1 : text.lastIndexOf(wanted, from);
}

/** A text no string contains stands for what is no code point. */
function codePoint(code: number): string {
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\u0000'.repeat(3);
}

/** Character by character, as Java compares: `ß` stays one character. */
function folded(text: string, given: Arguments): string {
  given.budget.work(text.length * 4);
  return text.replace(/[^\0-@[-`{-\x7f]/g, (character) => {
    const upper = character.toUpperCase();
    const lower = (upper.length === 1 ? upper : character).toLowerCase();
    return lower.length === 1 ? lower : character;
  });
}

function compare(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const difference = one.charCodeAt(at) - other.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function regionMatches(one: string, start: number, other: string, otherStart: number, length: number): boolean {
  if (start < 0 || otherStart < 0 || start > one.length - length || otherStart > other.length - length) return false;
  return length <= 0 || one.slice(start, start + length) === other.slice(otherStart, otherStart + length);
}

function allow(given: Arguments, text: string): string {
  given.budget.text(text.length);
  return text;
}

function strings(items: readonly string[]): JavaArray {
  return new JavaArray([...items], 'String');
}

function characters(text: string, given: Arguments): Character[] {
  given.budget.elements(text.length);
  return Array.from({ length: text.length }, (_, at) => new Character(text.charAt(at)));
}

function bytes(text: string, given: Arguments): JavaArray {
  given.budget.elements(text.length);
  return new JavaArray(
    [...Buffer.from(text, 'utf8').map((byte) => byte)].map((byte) => (byte << 24) >> 24),
    'byte',
  );
}

function join(given: Arguments, items: readonly Value[]): string {
  const separator = given.text(0);
  const parts = items.map((item) => {
    if (item !== null && typeof item !== 'string') throw new JavaException('java.lang.ClassCastException');
    return item ?? 'null';
  });
  given.budget.text(parts.reduce((length, part) => length + part.length + separator.length, 0));
  return parts.join(separator);
}
