// The tests without width: ^, $, \b and the like.

import type { CharSet } from './char-set.ts';
import { nextGraphemeBoundary } from './grapheme.ts';
import { type Machine, previous } from './machine.ts';
import { BOUNDARY_WORD, LETTER_OR_DIGIT, NONSPACING_MARK, UNICODE_WORD } from './property.ts';
import type { AnchorPlace } from './tree.ts';

const LF = 0x0a;
const CR = 0x0d;

function isTerminator(unit: number): boolean {
  return unit === LF || unit === CR || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

function isLineBegin(text: string, position: number): boolean {
  if (position === text.length) return false;
  if (position === 0) return true;
  const before = text.charCodeAt(position - 1);
  return isTerminator(before) && !(before === CR && text.charCodeAt(position) === LF);
}

function isUnixLineBegin(text: string, position: number): boolean {
  return position < text.length && (position === 0 || text.charCodeAt(position - 1) === LF);
}

function isLineEnd(text: string, position: number): boolean {
  if (position === text.length) return true;
  const unit = text.charCodeAt(position);
  return isTerminator(unit) && !(unit === LF && position > 0 && text.charCodeAt(position - 1) === CR);
}

function isLastLineEnd(text: string, position: number): boolean {
  const left = text.length - position;
  if (left > 2 || !isLineEnd(text, position)) return false;
  return left < 2 || text.startsWith('\r\n', position);
}

function isUnixLineEnd(text: string, position: number): boolean {
  return position === text.length || text.charCodeAt(position) === LF;
}

/** A mark without width counts as part of a word where it follows a letter or digit. */
function hasBase(machine: Machine, position: number): boolean {
  const { text } = machine;
  for (let i = position; i >= 0; i--) {
    machine.spend(1);
    const codePoint = text.codePointAt(i) ?? 0;
    if (LETTER_OR_DIGIT.has(codePoint)) return true;
    if (!NONSPACING_MARK.has(codePoint)) return false;
  }
  return false;
}

function isWordBoundary(machine: Machine, word: CharSet): boolean {
  const { text, position } = machine;
  const isWord = (start: number, last: number): boolean => {
    const codePoint = text.codePointAt(start) ?? 0;
    return word.has(codePoint) || (NONSPACING_MARK.has(codePoint) && hasBase(machine, last));
  };
  const left = position > 0 && isWord(previous(text, position), position - 1);
  const right = position < text.length && isWord(position, position);
  return left !== right;
}

function isGraphemeBoundary(machine: Machine): boolean {
  const { text, position, lastEnd } = machine;
  if (position === 0 || position === text.length) return true;
  if (previous(text, position + 1) !== position) return false;
  const end = nextGraphemeBoundary(text, lastEnd);
  machine.spend(end - lastEnd);
  return end <= position;
}

const TESTS: Readonly<Record<AnchorPlace, (machine: Machine) => boolean>> = {
  begin: ({ position }) => position === 0,
  'line-begin': ({ text, position }) => isLineBegin(text, position),
  'unix-line-begin': ({ text, position }) => isUnixLineBegin(text, position),
  end: ({ text, position }) => position === text.length,
  'last-line-end': ({ text, position }) => isLastLineEnd(text, position),
  'unix-last-line-end': ({ text, position }) => text.length - position <= 1 && isUnixLineEnd(text, position),
  'line-end': ({ text, position }) => isLineEnd(text, position),
  'unix-line-end': ({ text, position }) => isUnixLineEnd(text, position),
  'last-match': ({ position, lastEnd }) => position === lastEnd,
  'word-boundary': (machine) => isWordBoundary(machine, BOUNDARY_WORD),
  'not-word-boundary': (machine) => !isWordBoundary(machine, BOUNDARY_WORD),
  'unicode-word-boundary': (machine) => isWordBoundary(machine, UNICODE_WORD),
  'not-unicode-word-boundary': (machine) => !isWordBoundary(machine, UNICODE_WORD),
  'grapheme-boundary': isGraphemeBoundary,
};

/** Whether the anchor holds at the machine's position. */
export function holds(at: AnchorPlace, machine: Machine): boolean {
  return TESTS[at](machine);
}
