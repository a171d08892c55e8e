import type { Budget } from '../budget.ts';
import { oncePer } from '../once-per.ts';
import { compile } from './compile.ts';
import { Machine } from './machine.ts';
import type { Pattern } from './tree.ts';

/** A match: positions are UTF-16 indexes, as in Java and JavaScript. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Where each group, group 0 included, begins and ends; undefined where it took no part. */
  readonly groups: readonly ({ readonly start: number; readonly end: number } | undefined)[];
}

const programOf = oncePer(compile);

/** A literal that every match begins with, or ''. */
export const prefixOf = (pattern: Pattern): string => programOf(pattern).prefix;

function matchAt(pattern: Pattern, machine: Machine, start: number): Match {
  const groups: Match['groups'][number][] = [{ start, end: machine.position }];
  for (let group = 1; group <= pattern.groupCount; group++) {
    const from = machine.slot(2 * group);
    groups.push(from < 0 ? undefined : { start: from, end: machine.slot(2 * group + 1) });
  }
  return { start, end: machine.position, groups };
}

/** `Matcher.matches`: the match of the whole text; undefined where there is none. Throws LimitError when the budget is used up. */
export function matches(pattern: Pattern, text: string, budget: Budget): Match | undefined {
  const program = programOf(pattern);
  if (!text.startsWith(program.prefix)) return undefined;
  const machine = new Machine(program, text, true, budget);
  machine.reset(0);
  const isFound = machine.run(0);
  machine.pay();
  return isFound ? matchAt(pattern, machine, 0) : undefined;
}

/**
 * The first match that begins at or behind `from`. `lastEnd` is where the match before ended, for `\G`.
 * Throws LimitError when the budget is used up.
 */
export function find(
  pattern: Pattern,
  text: string,
  from: number,
  budget: Budget,
  lastEnd: number = from,
): Match | undefined {
  return search(pattern, new Machine(programOf(pattern), text, false, budget), from, lastEnd);
}

function search(pattern: Pattern, machine: Machine, from: number, lastEnd: number): Match | undefined {
  const { text } = machine;
  const { prefix } = programOf(pattern);
  machine.reset(lastEnd);
  for (let start = from; start <= text.length; start = following(pattern, text, start)) {
    if (prefix) {
      start = text.indexOf(prefix, start);
      if (start < 0) break;
    }
    if (machine.run(start)) {
      machine.pay();
      return matchAt(pattern, machine, start);
    }
  }
  machine.pay();
  return undefined;
}

function following(pattern: Pattern, text: string, position: number): number {
  const pair = pattern.byCodePoint && (text.codePointAt(position) ?? 0) > 0xffff;
  return position + (pair ? 2 : 1);
}

/** All matches from the left, as a loop of `Matcher.find` sees them. Throws LimitError. */
export function* findAll(pattern: Pattern, text: string, budget: Budget): Generator<Match> {
  const machine = new Machine(programOf(pattern), text, false, budget);
  let match = search(pattern, machine, 0, 0);
  while (match) {
    yield match;
    const { start, end } = match;
    match = search(pattern, machine, end === start ? end + 1 : end, end);
  }
}
