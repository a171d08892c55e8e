import { expect, test } from 'vitest';
import { excessOf } from '../../src/arguments/bound-shape.ts';

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

test.each([
  ['Outcomes', { ApiId: 'a', Outcomes: new Array(4_000_000).fill(1) }],
  ['StageVariables', { StageVariables: Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`v${n}`, 'x'])) }],
  ['Context', { Context: nested(1000) }],
  ['ClientMessage', { ClientMessage: 'x'.repeat(4_000_001) }],
  [
    'Responses',
    { Responses: Array.from({ length: 50 }, () => ({ ResponseTemplates: { $default: 'x'.repeat(100_000) } })) },
  ],
])('too much in %s is seen without a look at all of it', (member, given) => {
  expect(excessOf(given)?.member).toBe(member);
});

test('names of members count as well', () => {
  expect(excessOf({ ['x'.repeat(4_000_001)]: 1 })?.bound).toBe('4000000 characters');
});

test.each([
  {},
  { ResponseTemplates: Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}`, 'x'.repeat(32_768)])) },
  { Outcomes: Array.from({ length: 20 }, () => ({ Body: 'x'.repeat(128 * 1024) })) },
  { Context: nested(60) },
])('an ordinary call is within bounds', (given) => {
  expect(excessOf(given)).toBeUndefined();
});
