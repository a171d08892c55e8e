// Every line of java17.tsv is what Java 17.0.15 answered; Record.java says how and in which form.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PatternSyntaxError, ReplacementError } from '../../../src/engines/java-regex/errors.ts';
import { findAll, type Match, matches } from '../../../src/engines/java-regex/match.ts';
import { parsePattern } from '../../../src/engines/java-regex/parse.ts';
import { replaceAll, replaceFirst, split } from '../../../src/engines/java-regex/replace.ts';
import { untimed } from '../untimed.ts';

const STEPS = 100_000;

function decode(text: string): string {
  return text.replaceAll(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function encode(text: string): string {
  return text.replaceAll(/[^ -~]|%/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function groups(match: Match): string {
  return match.groups.map((group) => (group ? `${group.start}:${group.end}` : '-1:-1')).join(';');
}

function replaced(replace: () => string): string {
  try {
    return `=${encode(replace())}`;
  } catch (error) {
    if (error instanceof ReplacementError) return `!${encode(error.message)}`;
    throw error;
  }
}

function answer(regex: string, text: string, replacement: string): string[] {
  const budget = untimed(STEPS);
  try {
    const pattern = parsePattern(regex);
    const whole = matches(pattern, text, budget);
    const list = (limit: number): string =>
      `<${split(text, regex, limit, budget)
        .map((part) => encode(part).replaceAll(',', '%002c'))
        .join(',')}>`;
    return [
      whole ? groups(whole) : 'no',
      [...findAll(pattern, text, budget)].map(groups).join(','),
      replaced(() => replaceAll(text, regex, replacement, budget)),
      replaced(() => replaceFirst(text, regex, replacement, budget)),
      ...[0, -1, 2].map(list),
    ];
  } catch (error) {
    if (error instanceof PatternSyntaxError) return ['error', String(error.index), encode(error.description)];
    throw error;
  }
}

const lines = readFileSync(new URL('java17.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

describe('what Java 17 answers', () => {
  test.each(lines.map((line) => line.split('\t')))('%j on %j with %j', (...columns) => {
    const [regex = '', text = '', replacement = '', ...recorded] = columns;
    expect(answer(decode(regex), decode(text), decode(replacement))).toEqual(recorded);
  });

  test('the record is there', () => {
    expect(lines.length).toBeGreaterThan(350);
  });
});
