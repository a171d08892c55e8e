import { expect, it } from 'vitest';
import { Budget } from '../../../src/engines/budget.ts';
import { equals } from '../../../src/engines/java/equals.ts';
import { BigDecimal, Double, JavaList, JavaMap, Long, type Value } from '../../../src/engines/java/value.ts';
import { exceeded } from '../../../src/engines/limit-error.ts';

const map = (members: Record<string, Value>): JavaMap => new JavaMap(new Map(Object.entries(members)));
const arrayList = (...items: Value[]): JavaList => new JavaList(items, false);
const jsonArray = (...items: Value[]): JavaList => new JavaList(items, true);

it.each<[Value, Value, boolean]>([
  [1, 1, true],
  [1, new Long(1n), false],
  [new Long(1n), new Long(1n), true],
  [new Double(0), new Double(-0), false],
  [new Double(Number.NaN), new Double(Number.NaN), true],
  [new BigDecimal(10n, 1), new BigDecimal(1n, 0), false],
  [new BigDecimal(10n, 1), new BigDecimal(10n, 1), true],
  ['a', 'a', true],
  [null, false, false],
  [jsonArray(1, 'a'), arrayList(1, 'a'), true],
  [jsonArray(1), jsonArray(1, 2), false],
  [map({ a: 1, b: jsonArray() }), map({ b: jsonArray(), a: 1 }), true],
  [map({ a: null }), map({ b: null }), false],
  [map({}), jsonArray(), false],
])('%o, %o: %o', (a, b, equal) => {
  expect(equals(a, b, new Budget())).toBe(equal);
});

it('refuses to compare without end', () => {
  const [a, b] = [arrayList(), arrayList()];
  a.splice(0, 0, b);
  b.splice(0, 0, a);
  expect(() => equals(a, b, new Budget())).toThrow(exceeded('depth', 1000));
});
