// What is odd about the pattern of a key, and what was meant by it.
import { expect, test } from 'vitest';
import type { MatchedText } from '../../src/api-gateway/matched-text.ts';
import { parseKey } from '../../src/api-gateway/response-key.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import { globMeant, isDefaultPattern, isStatusOnly, onceUnescaped } from '../../src/dry-run/key/key-shape.ts';
import { lambda } from '../support/integrations.ts';

test.each([
  ['/404/', true],
  ['/4\\d\\d/', true],
  ['/\\d{1,3}/', true],
  ['/\\d{3,4}/', false],
  ['/\\d+/', false],
  ['/abc/', false],
  ['/4/', false],
])('%s matches status codes and nothing longer: %s', (text, expected) => {
  const key = parseKey(text);
  expect(key.form === 'pattern' && isStatusOnly(key)).toBe(expected);
});

test.each([
  ['/$default/', true],
  ['/\\$default/', true],
  ['/\\\\$default/', false],
  ['/$defaults/', false],
  ['/x$default/', false],
  ['$default', false],
])('%s is the catch-all between slashes: %s', (text, expected) => {
  expect(isDefaultPattern(parseKey(text))).toBe(expected);
});

test.each<[source: string, matched: MatchedText, meant: string | undefined]>([
  ['5*', 'status', '5\\d\\d'],
  ['50*', 'status', '50\\d'],
  ['^5*', 'status', '5\\d\\d'],
  ['500*', 'status', undefined],
  ['6*', 'status', undefined],
  ['5*0', 'status', undefined],
  ['x5*', 'status', undefined],
  ['Invalid*', 'status', undefined],
  ['Invalid*', 'errorMessage', 'Invalid.*'],
  ['Invalid*', undefined, 'Invalid.*'],
  ['Invalid*', 'nothing', undefined],
  ['ab*', 'errorMessage', 'ab.*'],
  ['a*', 'errorMessage', undefined],
  ['\\ab*', 'errorMessage', undefined],
  ['ab*c', 'errorMessage', undefined],
  ['5*', 'errorMessage', undefined],
])('the glob %s, matched by %s: %s', (source, matched, meant) => {
  expect(globMeant(source, matched)).toBe(meant);
});

test.each([
  ['/4\\\\d\\\\d/', {}, '4\\d\\d'],
  ['/4\\d\\d/', {}, undefined],
  ['/x\\\\d/', {}, undefined],
  ['/404|\\\\d/', {}, undefined],
  ['$default', {}, undefined],
  ['/[\\\\/', {}, undefined],
  ['/.*\\\\d+.*/', lambda, '.*\\d+.*'],
  ['/\\\\w\\\\s.*/', lambda, '\\w\\s.*'],
  ['/C:\\\\data/', lambda, undefined],
  ['/.*\\\\d/', lambda, undefined],
])('%s with each doubled backslash a single one, on %j: %s', (IntegrationResponseKey, live, meant) => {
  expect(onceUnescaped(exampleSubject({ live }, { IntegrationResponseKey }))).toBe(meant);
});
