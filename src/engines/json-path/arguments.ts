// How Jayway JsonPath 2.9 cuts up the arguments of a function. It counts brackets and quotes, without nesting them.

import { type Cursor, isWhiteSpace } from './cursor.ts';
import type { InvalidPathError } from './error.ts';

/** An argument as written: a path, or a JSON text, which begins with `{`, a double quote, a digit or a minus sign. */
export interface Argument {
  readonly kind: 'path' | 'json';
  readonly text: string;
}

/** Refuses a call of `name` whose parenthesis at `open` is not closed. */
export function checkParentheses(cursor: Cursor, name: string, open: number): void {
  let depth = 1;
  for (let index = open + 1; depth > 0; index++) {
    if (!cursor.has(index)) throw unclosed(cursor, name);
    if (cursor.at(index) === ')') depth -= 1;
    else if (cursor.at(index) === '(') depth += 1;
  }
}

/** Reads the arguments of `name` from behind the opening parenthesis to behind the closing one. */
export function readArguments(cursor: Cursor, name: string): Argument[] {
  const found: Argument[] = [];
  const open = { parentheses: 1, brackets: 0, braces: 0, quotes: 0 };
  let kind: Argument['kind'] | undefined;
  let text = '';
  let previous = '';
  let ended = false;
  while (cursor.has() && !ended) {
    const character = cursor.current;
    cursor.position += 1;
    if (kind === undefined) {
      if (isWhiteSpace(character)) continue;
      kind = kindOf(character);
    }
    count(open, character, previous, cursor);
    if (character === ')' && (open.parentheses < 0 || previous === '(')) text += character;
    if ((character === ')' || character === ',') && atArgumentEnd(open, character)) {
      ended = open.parentheses === 0;
      if (kind !== undefined) {
        found.push({ kind, text });
        kind = undefined;
        text = '';
      }
    }
    const separates = character === ',' && open.braces === 0 && open.brackets === 0 && open.parentheses === 1;
    if (kind !== undefined && !separates) text += character;
    previous = character;
  }
  if (open.braces !== 0 || open.parentheses !== 0 || open.brackets !== 0) throw unclosed(cursor, name);
  return found;
}

interface Open {
  parentheses: number;
  brackets: number;
  braces: number;
  quotes: number;
}

function kindOf(character: string): Argument['kind'] | undefined {
  if (/[{\d"-]/.test(character)) return 'json';
  return character === '$' || character === '@' ? 'path' : undefined;
}

function count(open: Open, character: string, previous: string, cursor: Cursor): void {
  switch (character) {
    case '"':
      open.quotes += previous !== '\\' && open.quotes > 0 ? -1 : 1;
      break;
    case '(':
      open.parentheses += 1;
      break;
    case ')':
      open.parentheses -= 1;
      break;
    case '{':
      open.braces += 1;
      break;
    case '[':
      open.brackets += 1;
      break;
    case '}':
      if (open.braces === 0) throw cursor.error('Unexpected close brace');
      open.braces -= 1;
      break;
    case ']':
      if (open.brackets === 0) throw cursor.error('Unexpected close bracket');
      open.brackets -= 1;
  }
}

/** A parenthesis that closes an inner call ends an argument as well. */
function atArgumentEnd({ parentheses, brackets, braces, quotes }: Open, character: string): boolean {
  if (quotes !== 0 || braces !== 0 || brackets !== 0) return false;
  return parentheses === 1 || (parentheses === 0 && character === ')');
}

function unclosed(cursor: Cursor, name: string): InvalidPathError {
  return cursor.error(`Arguments to function: '${name}' are not closed properly.`);
}
