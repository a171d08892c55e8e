import { expect, test } from 'vitest';
import type { Fact } from '../../src/facts/fact.ts';
import { facts, topics } from '../../src/facts/facts.ts';

const table: readonly Fact[] = Object.values(topics).flatMap((topic) => Object.values<Fact>(topic));

/** Whether an address leads to a page, a file or a thread, and not to a whole site or repository. */
function isExact(address: string): boolean {
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol !== 'https:') return false;
  if (hostname !== 'github.com') return pathname.length > 1;
  return /^\/[^/]+\/[^/]+\/(?:(?:issues|pull)\/\d+|blob\/(?:[0-9a-f]{7,40}|main\/facts\/recorded)\/.+)$/.test(pathname);
}

test.each([
  ['https://github.com/localstack/localstack', false],
  ['https://github.com/localstack/localstack/tree/main/tests', false],
  ['https://github.com/aws/aws-cdk/pull/29661', true],
  ['https://docs.aws.amazon.com/', false],
])('the test itself: %s', (address, exact) => {
  expect(isExact(address)).toBe(exact);
});

test('every fact has an id of its own, in kebab-case', () => {
  expect(Object.keys(facts)).toHaveLength(table.length);
  expect(table.filter(({ id }) => !/^[a-z]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test.each(table)('$id: its sources are exact', ({ source, more = [] }) => {
  expect([source, ...more].filter((address) => !isExact(address))).toEqual([]);
});

test('two facts with one source stand at different places in it', () => {
  const places = table.map(({ source, passage }) => `${source} ${passage ?? '(all of it)'}`);
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
  const shared = table.filter((fact) => table.some((other) => other !== fact && other.source === fact.source));
  expect(shared.filter(({ passage }) => !passage)).toEqual([]);
});

test('what is inferred says what is assumed, and nothing else does', () => {
  expect(table.filter(({ basis, assumed }) => (basis === 'inferred') !== (assumed !== undefined))).toEqual([]);
});
