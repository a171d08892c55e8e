// What `java.lang.String` offers with regular expressions: replaceAll, replaceFirst, split, matches.

import type { Budget } from '../budget.ts';
import { recently } from '../recently.ts';
import { ReplacementError } from './errors.ts';
import { find, findAll, type Match, matches } from './match.ts';
import { parsePattern } from './parse.ts';
import type { Pattern } from './tree.ts';

/** The patterns of templates. */
const compiled = recently(64, (source) => parsePattern(source));

/** `String.matches`. Throws PatternSyntaxError and LimitError. */
export function stringMatches(text: string, regex: string, budget: Budget): boolean {
  return matches(compiled(regex), text, budget) !== undefined;
}

/** `String.replaceAll`. Throws PatternSyntaxError, ReplacementError and LimitError. */
export function replaceAll(text: string, regex: string, replacement: string, budget: Budget): string {
  const pattern = compiled(regex);
  let result = '';
  let end = 0;
  for (const match of findAll(pattern, text, budget)) {
    result += text.slice(end, match.start) + expand(replacement, pattern, match, text, budget);
    end = match.end;
  }
  return result + text.slice(end);
}

/** `String.replaceFirst`. Throws PatternSyntaxError, ReplacementError and LimitError. */
export function replaceFirst(text: string, regex: string, replacement: string, budget: Budget): string {
  const pattern = compiled(regex);
  const match = find(pattern, text, 0, budget);
  if (!match) return text;
  return text.slice(0, match.start) + expand(replacement, pattern, match, text, budget) + text.slice(match.end);
}

/** `String.split`; a `limit` of 0 removes empty strings at the end. Throws PatternSyntaxError and LimitError. */
export function split(text: string, regex: string, limit: number, budget: Budget): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const match of findAll(compiled(regex), text, budget)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const emptyAtStart = end === 0 && match.end === 0;
    if (emptyAtStart) continue;
    parts.push(text.slice(end, match.start));
    end = match.end;
  }
  if (end === 0) return [text];
  parts.push(text.slice(end));
  while (limit === 0 && parts.at(-1) === '') parts.pop();
  return parts;
}

/** The replacement string with `$1`, `${name}` and `\$` resolved for one match. */
function expand(replacement: string, pattern: Pattern, match: Match, text: string, budget: Budget): string {
  budget.work(replacement.length);
  let result = '';
  for (let i = 0; i < replacement.length; ) {
    const char = replacement.charAt(i++);
    if (char === '\\') {
      if (i === replacement.length) throw new ReplacementError('character to be escaped is missing');
      result += replacement.charAt(i++);
    } else if (char === '$') {
      const reference = groupReference(replacement, i, pattern);
      const group = match.groups[reference.index];
      if (group) {
        budget.work(group.end - group.start);
        result += text.slice(group.start, group.end);
      }
      i = reference.end;
    } else {
      result += char;
    }
  }
  return result;
}

interface GroupReference {
  readonly index: number;
  readonly end: number;
}

/** The group named behind a `$`; `start` is behind it, the result's `end` behind the name or number. */
function groupReference(replacement: string, start: number, pattern: Pattern): GroupReference {
  if (start === replacement.length) throw new ReplacementError('Illegal group reference: group index is missing');
  if (replacement.charAt(start) === '{') return namedReference(replacement, start + 1, pattern);
  const digit = (at: number): number => '0123456789'.indexOf(replacement.charAt(at) || '?');
  let index = digit(start);
  if (index < 0) throw new ReplacementError('Illegal group reference');
  let end = start + 1;
  // Further digits belong to the number as long as there is such a group.
  for (let next = digit(end); next >= 0 && index * 10 + next <= pattern.groupCount; next = digit(++end)) {
    index = index * 10 + next;
  }
  if (index > pattern.groupCount) throw new ReplacementError(`No group ${index}`);
  return { index, end };
}

function namedReference(replacement: string, start: number, pattern: Pattern): GroupReference {
  const name = /^[A-Za-z0-9]*/.exec(replacement.slice(start))?.[0] ?? '';
  if (name === '') throw new ReplacementError('named capturing group has 0 length name');
  const end = start + name.length;
  if (replacement.charAt(end) !== '}') throw new ReplacementError("named capturing group is missing trailing '}'");
  if (/^[0-9]/.test(name)) throw new ReplacementError(`capturing group name {${name}} starts with digit character`);
  const index = pattern.groupNames.get(name);
  if (index === undefined) throw new ReplacementError(`No group with name {${name}}`);
  return { index, end: end + 1 };
}
