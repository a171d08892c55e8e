// `java.lang.Character`. Its tests take a character or, as `int`, a code point.
import { Character } from '../character.ts';
import { JavaException } from '../java-exception.ts';
import { type Arguments, type Body, methodTable } from './method-table.ts';
import { otherClass } from './number.ts';
import { isWhitespace } from './white-space.ts';

const TESTS: Readonly<Record<string, (character: string) => boolean>> = {
  isDigit: (character) => /^\p{Nd}$/u.test(character),
  isLetter: (character) => /^\p{L}$/u.test(character),
  isLetterOrDigit: (character) => /^[\p{L}\p{Nd}]$/u.test(character),
  isUpperCase: (character) => /^\p{Uppercase}$/u.test(character),
  isLowerCase: (character) => /^\p{Lowercase}$/u.test(character),
  isWhitespace,
  isSpaceChar: (character) => /^\p{Z}$/u.test(character),
};

export const CHARACTER_METHODS = methodTable<Character>({
  'charValue()': (character) => character,
  'compareTo(Object)': otherClass,
  'compareTo(Character)': (character, given) => character.value.charCodeAt(0) - code(given, 0),
  'static compare(char,char)': (_, given) => code(given, 0) - code(given, 1),
  'static hashCode(char)': (_, given) => code(given, 0),
  'static valueOf(char)': (_, given) => new Character(given.text(0)),
  'static toString(char)': (_, given) => given.text(0),
  'static toString(int)': (_, given) => codePoint(given) ?? invalid(),
  'static toUpperCase(char)': (_, given) => new Character(given.text(0).toUpperCase().charAt(0)),
  'static toLowerCase(char)': (_, given) => new Character(given.text(0).toLowerCase().charAt(0)),
  'static getNumericValue(char)': (_, given) => digitOf(given.text(0), 36),
  'static digit(char,int)': (_, given) => digitOf(given.text(0), given.int(1)),
  'static forDigit(int,int)': (_, given) => new Character(characterOf(given.int(0), given.int(1))),
  'static isAlphabetic(int)': (_, given) => /^\p{Alphabetic}$/u.test(codePoint(given) ?? ''),
  ...Object.fromEntries(Object.entries(TESTS).flatMap(([name, test]) => overloads(name, test))),
});

function overloads(name: string, test: (character: string) => boolean): [string, Body<Character>][] {
  return [
    [`static ${name}(char)`, (_, given) => test(given.text(0))],
    [`static ${name}(int)`, (_, given) => test(codePoint(given) ?? '')],
  ];
}

function code(given: Arguments, index: number): number {
  return given.text(index).charCodeAt(0);
}

function codePoint(given: Arguments): string | undefined {
  const value = given.int(0);
  return value >= 0 && value <= 0x10ffff ? String.fromCodePoint(value) : undefined;
}

function invalid(): never {
  throw new JavaException('java.lang.IllegalArgumentException: Not a valid Unicode code point');
}

/** The value of an ASCII digit or letter in this radix, or -1. */
function digitOf(character: string, radix: number): number {
  const value = /^[\da-z]$/i.test(character) ? Number.parseInt(character, 36) : -1;
  return value < radix && radix >= 2 && radix <= 36 ? value : -1;
}

/** The digit of this value in the radix; the null character where there is none. */
function characterOf(value: number, radix: number): string {
  const isDigit = radix >= 2 && radix <= 36 && value >= 0 && value < radix;
  return isDigit ? value.toString(36) : '\0';
}
