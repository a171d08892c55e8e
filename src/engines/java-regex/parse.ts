// Java's regular expressions, read as Java 17 reads them: the same patterns are refused, with the same words.

import { bracketClass, single } from './char-class.ts';
import { ALL, type CharSet, DOT, UNIX_DOT } from './char-set.ts';
import { atProperty, escaped, propertyClass } from './escape.ts';
import { extentOf } from './extent.ts';
import { code, FLAGS, isDigit, isLetter, Reader } from './reader.ts';
import type { AnchorPlace, Behind, Node, Pattern, Quantifier } from './tree.ts';

const MAX_INT = 0x7fffffff;

/**
 * Parses a pattern. `flags` are Java's inline letters (`idmsuxU`), set for the whole pattern.
 * Throws PatternSyntaxError where `Pattern.compile` of Java 17 throws PatternSyntaxException, and LimitError where
 * groups or classes are nested too deep.
 */
export function parsePattern(source: string, flags = ''): Pattern {
  const reader = new Reader(
    source,
    [...flags].reduce((bits, letter) => bits | flagOf(letter), 0),
  );
  const root = alternation(reader);
  if (reader.position !== reader.length) {
    throw reader.error(reader.sees(')') ? "Unmatched closing ')'" : 'Unexpected internal error');
  }
  const { groupCount, groupNames, hasBackReference, byCodePoint } = reader;
  return { source, flags, root, groupCount, groupNames, hasBackReference, byCodePoint };
}

/** The bits of an inline flag; U brings u with it. */
function flagOf(letter: string): number {
  if (letter === 'U') return FLAGS.U | FLAGS.u;
  return Object.hasOwn(FLAGS, letter) ? FLAGS[letter as keyof typeof FLAGS] : 0;
}

function alternation(reader: Reader): Node {
  const branches = [sequence(reader)];
  while (reader.sees('|')) {
    reader.next();
    branches.push(sequence(reader));
  }
  const [only] = branches;
  return only && branches.length === 1 ? only : { kind: 'alternation', branches };
}

function sequence(reader: Reader): Node {
  const items: Node[] = [];
  for (;;) {
    const char = String.fromCodePoint(reader.peek());
    if (char === '|' || char === ')' || (char === '\0' && reader.atEnd)) break;
    if (char === '(') {
      const node = group(reader);
      if (node) items.push(node);
    } else {
      items.push(quantified(reader, atom(reader, char)));
    }
  }
  const [only] = items;
  return only && items.length === 1 ? only : { kind: 'sequence', items };
}

/** Anything but a group; the reader stands on `char`. */
function atom(reader: Reader, char: string): Node {
  switch (char) {
    case '[':
      return charNode(reader, bracketClass(reader));
    case '\\':
      return escapeNode(reader);
    case '^':
      reader.next();
      return anchor(lineBegin(reader));
    case '$':
      reader.next();
      return anchor(lineEnd(reader, reader.has(FLAGS.m)));
    case '.':
      reader.next();
      if (reader.has(FLAGS.s)) return { kind: 'char', set: ALL };
      return { kind: 'char', set: reader.has(FLAGS.d) ? UNIX_DOT : DOT };
    case '?':
    case '*':
    case '+':
      reader.next();
      throw reader.error(`Dangling meta character '${char}'`);
    case '{':
      // Java reads a repetition of nothing.
      return { kind: 'sequence', items: [] };
    default:
      reader.next();
      return charNode(reader, single(reader, char.codePointAt(0) ?? 0));
  }
}

function charNode(reader: Reader, set: CharSet): Node {
  if (!set.bmp) reader.byCodePoint = true;
  return { kind: 'char', set };
}

function anchor(at: AnchorPlace): Node {
  return { kind: 'anchor', at };
}

function lineBegin(reader: Reader): AnchorPlace {
  if (!reader.has(FLAGS.m)) return 'begin';
  return reader.has(FLAGS.d) ? 'unix-line-begin' : 'line-begin';
}

function lineEnd(reader: Reader, multiline: boolean): AnchorPlace {
  if (reader.has(FLAGS.d)) return multiline ? 'unix-line-end' : 'unix-last-line-end';
  return multiline ? 'line-end' : 'last-line-end';
}

/** An escape outside classes; the reader stands on the backslash. */
function escapeNode(reader: Reader): Node {
  if (atProperty(reader)) {
    reader.position++;
    return charNode(reader, propertyClass(reader));
  }
  const letter = String.fromCodePoint(reader.skip());
  const value = escaped(reader, letter);
  if (typeof value === 'number') return charNode(reader, single(reader, value));
  return value ? charNode(reader, value) : specialEscape(reader, letter);
}

function specialEscape(reader: Reader, letter: string): Node {
  if (isDigit(letter.codePointAt(0) ?? 0)) return numberedReference(reader, Number(letter));
  switch (letter) {
    case 'A':
      return anchor('begin');
    case 'B':
      return anchor(reader.has(FLAGS.U) ? 'not-unicode-word-boundary' : 'not-word-boundary');
    case 'G':
      return anchor('last-match');
    case 'R':
      return { kind: 'line-break' };
    case 'X':
      return { kind: 'grapheme' };
    case 'Z':
      return anchor(lineEnd(reader, false));
    case 'b':
      return anchor(boundary(reader));
    case 'k':
      return namedReference(reader);
    case 'z':
      return anchor('end');
    default:
      throw reader.error('Illegal/unsupported escape sequence');
  }
}

/** `\b`, or `\b{g}`. */
function boundary(reader: Reader): AnchorPlace {
  if (reader.sees('{') && reader.at(reader.position + 1) === code('g')) {
    reader.position += 2;
    if (reader.takes('}')) return 'grapheme-boundary';
    throw reader.error('Illegal/unsupported escape sequence');
  }
  return reader.has(FLAGS.U) ? 'unicode-word-boundary' : 'word-boundary';
}

function backReference(reader: Reader, index: number): Node {
  reader.hasBackReference = true;
  const unicode = reader.has(FLAGS.u) ? 'unicode' : 'ascii';
  return { kind: 'back-reference', index, fold: reader.has(FLAGS.i) ? unicode : 'none' };
}

/** Takes further digits only while a group of that number has been opened. */
function numberedReference(reader: Reader, firstDigit: number): Node {
  let index = firstDigit;
  for (;;) {
    const char = reader.peek();
    const longer = index * 10 + char - code('0');
    if (!isDigit(char) || longer > reader.groupCount) return backReference(reader, index);
    index = longer;
    reader.read();
  }
}

function namedReference(reader: Reader): Node {
  if (!reader.takes('<')) throw reader.error("\\k is not followed by '<' for named capturing group");
  const name = groupName(reader, reader.read());
  const index = reader.groupNames.get(name);
  if (index === undefined) throw reader.error(`named capturing group <${name}> does not exist`);
  return backReference(reader, index);
}

function groupName(reader: Reader, first: number): string {
  if (!isLetter(first)) throw reader.error('capturing group name does not start with a Latin letter');
  let name = '';
  let char = first;
  while (isLetter(char) || isDigit(char)) {
    name += String.fromCodePoint(char);
    char = reader.read();
  }
  if (char !== code('>')) throw reader.error("named capturing group is missing trailing '>'");
  return name;
}

/** A group with its quantifier; undefined for `(?flags)`, which changes the flags up to the end of the group around it. */
function group(reader: Reader): Node | undefined {
  const { flags } = reader;
  const node = reader.nested(() => groupBody(reader));
  if (!node) return undefined;
  if (!reader.takes(')')) throw reader.error('Unclosed group');
  reader.flags = flags;
  return quantified(reader, node);
}

function groupBody(reader: Reader): Node | undefined {
  if (reader.next() !== code('?')) return capturing(reader);
  const kind = String.fromCodePoint(reader.skip());
  switch (kind) {
    case ':':
      return { kind: 'group', index: undefined, body: alternation(reader) };
    case '=':
    case '!':
      return { kind: 'look', negative: kind === '!', body: alternation(reader), behind: undefined };
    case '>':
      return { kind: 'atomic', body: alternation(reader) };
    case '<': {
      const next = reader.read();
      if (next === code('=')) return lookbehind(reader, false);
      return next === code('!') ? lookbehind(reader, true) : namedGroup(reader, next);
    }
    case '$':
    case '@':
      throw reader.error('Unknown group type');
    default:
      reader.position--;
      return flagGroup(reader);
  }
}

function capturing(reader: Reader): Node {
  const index = ++reader.groupCount;
  return { kind: 'group', index, body: alternation(reader) };
}

function namedGroup(reader: Reader, first: number): Node {
  const name = groupName(reader, first);
  if (reader.groupNames.has(name)) throw reader.error(`Named capturing group <${name}> is already defined`);
  reader.groupNames.set(name, reader.groupCount + 1);
  return capturing(reader);
}

function lookbehind(reader: Reader, negative: boolean): Node {
  const start = reader.position;
  const body = alternation(reader);
  const { min, max, bounded } = extentOf(body);
  if (!bounded) throw reader.error('Look-behind group does not have an obvious maximum length');
  const behind: Behind = { min, max, byCodePoint: reader.hasSupplementaryFrom(start) };
  return { kind: 'look', negative, body, behind };
}

/** `(?flags)` or `(?flags:…)`; the reader stands on the first flag. */
function flagGroup(reader: Reader): Node | undefined {
  readFlags(reader, (bits) => {
    reader.flags |= bits;
  });
  if (reader.sees('-')) {
    reader.next();
    readFlags(reader, (bits) => {
      reader.flags &= ~bits;
    });
  }
  const char = reader.read();
  if (char === code(')')) return undefined;
  if (char !== code(':')) throw reader.error('Unknown inline modifier');
  return { kind: 'group', index: undefined, body: alternation(reader) };
}

function readFlags(reader: Reader, apply: (bits: number) => void): void {
  for (;;) {
    const bits = flagOf(String.fromCodePoint(reader.peek()));
    if (bits === 0) return;
    apply(bits);
    reader.next();
  }
}

function quantified(reader: Reader, body: Node): Node {
  const quantifier = readQuantifier(reader);
  if (!quantifier) return body;
  return { kind: 'repeat', body, bodyExtent: extentOf(body), ...quantifier };
}

function readQuantifier(reader: Reader): Quantifier | undefined {
  switch (String.fromCodePoint(reader.peek())) {
    case '?':
      return withMode(reader, 0, 1);
    case '*':
      return withMode(reader, 0, Number.POSITIVE_INFINITY);
    case '+':
      return withMode(reader, 1, Number.POSITIVE_INFINITY);
    case '{':
      return counted(reader);
    default:
      return undefined;
  }
}

/** The mode behind a quantifier; the reader stands on the quantifier's last character. */
function withMode(reader: Reader, min: number, max: number): Quantifier {
  const char = String.fromCodePoint(reader.next());
  if (char !== '?' && char !== '+') return { min, max, mode: 'greedy' };
  reader.next();
  return { min, max, mode: char === '?' ? 'lazy' : 'possessive' };
}

function counted(reader: Reader): Quantifier {
  let char = reader.skip();
  if (!isDigit(char)) throw reader.error('Illegal repetition');
  const count = (): number => {
    let value = 0;
    for (; isDigit(char); char = reader.read()) {
      value = value * 10 + char - code('0');
      if (value > MAX_INT) throw reader.error('Illegal repetition range');
    }
    return value;
  };
  const min = count();
  let max = min;
  if (char === code(',')) {
    char = reader.read();
    max = char === code('}') ? Number.POSITIVE_INFINITY : count();
  }
  if (char !== code('}')) throw reader.error('Unclosed counted closure');
  if (max < min) throw reader.error('Illegal repetition range');
  reader.position--;
  return withMode(reader, min, max);
}
