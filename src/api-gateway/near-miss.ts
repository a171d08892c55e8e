// Why a key does not match although it looks as if it should: its pattern is found in the text, or stops at a line break.
import { Budget } from '../engines/budget.ts';
import { PatternSyntaxError } from '../engines/java-regex/errors.ts';
import { find, matches } from '../engines/java-regex/match.ts';
import { parsePattern } from '../engines/java-regex/parse.ts';
import { LimitError } from '../engines/limit-error.ts';
import type { Key } from './response-key.ts';

/** Positions are UTF-16 indexes, `end` exclusive. */
export type NearMiss =
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  /** The whole text would match if `.` matched line breaks (`(?s)`). */
  | { readonly kind: 'line-break'; readonly offset: number };

/** The near miss of a key whose pattern does not match the whole text; undefined for none. `steps` bounds each search. */
export function nearMiss(key: Key, text: string, steps: number): NearMiss | undefined {
  if (key.form !== 'pattern') return undefined;
  try {
    const offset = text.search(LINE_BREAK);
    if (offset >= 0 && matches(parsePattern(`(?s)${key.source}`), text, new Budget({ steps })))
      return { kind: 'line-break', offset };
    const found = find(key.pattern, text, 0, new Budget({ steps }));
    return found && found.end > found.start ? { kind: 'part', start: found.start, end: found.end } : undefined;
  } catch (error) {
    if (error instanceof LimitError || error instanceof PatternSyntaxError) return undefined;
    throw error;
  }
}

/** What `.` of a Java pattern does not match. */
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;
