import { expect, test } from 'vitest';
import { isBrokenPattern } from '../../src/sandbox/pattern.ts';

test.each(['(', 'a)', '(?:a', '[', '[a', '[^]', '[a[b]', '[]', 'a\\', '*a', '+', '?x', '\\\\Q(', '(a))'])(
  '%s is broken',
  (pattern) => expect(isBrokenPattern(pattern)).toBe(true),
);

test.each([
  '',
  '2\\d\\d',
  '(a|b)+',
  '[]a]',
  '[^]a]',
  '[a[b]c]',
  '[(]',
  '\\(',
  '\\[',
  '\\\\',
  ']',
  '}',
  '\\Q(\\E',
  '\\Q[',
  'a\\\\Qb',
  '\\Qa\\E(b)',
  '(?x) a # (',
  '(?<name>a)',
  'x++',
  '[a-z&&[^b]]',
])('%s is let through', (pattern) => expect(isBrokenPattern(pattern)).toBe(false));
