// Which template keys an expression can lead to.
import { describe, expect, test } from 'vitest';
import { parseSelectionExpression } from '../../src/api-gateway/selection-expression.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import { unreachableKeys } from '../../src/dry-run/expression/template-choice.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';
import { lambda } from '../support/integrations.ts';

const subjectWith = (keys: readonly string[], live: Partial<Snapshot> = {}, IntegrationResponseKey = '/5\\d\\d/') =>
  exampleSubject(
    { live },
    { IntegrationResponseKey, ResponseTemplates: Object.fromEntries(keys.map((key) => [key, '{}'])) },
  );
const unreachable = (expression: string, ...keys: string[]) =>
  unreachableKeys(subjectWith(keys), parseSelectionExpression(expression));

describe('keys that no value of the expression equals', () => {
  test.each<[expression: string, reachable: string[], unreachable: string[]]>([
    ['200', ['200'], ['2000', '20', 'a200', '']],
    ['\\$default', ['$default'], ['200']],
    ['${request.body.a}', ['', 'a', 'any text'], []],
    ['${integration.response.statuscode}', ['500', '599'], ['499', '200', '5000', 'a500', 'a']],
    ['${integration.response.statuscode}-x', ['500-x', '200-x', '-x'], ['500', 'x']],
    ['a-${request.body.a}', ['a-', 'a-b'], ['a', 'b', 'xa-b']],
    ['${request.body.a}-b', ['-b', 'a-b'], ['a-', '-bc']],
    ['ab${request.body.a}bc', ['abbc', 'ab-bc'], ['abc', 'ab', 'bc', 'abb']],
    ['${request.body.a}/${request.body.b}', ['/', 'a/b', 'a/b/c'], ['a', '']],
    ['a${request.body.a}b${request.body.b}b', ['abb', 'a-b-b', 'axbybb'], ['ab', 'abc', 'bab']],
    ['a${request.body.a}bb${request.body.b}b', ['abbb'], ['abb', 'a-b-b']],
    ['a${request.body.a}x${request.body.b}y${request.body.c}', ['axy', 'a-x-y-'], ['ayx', 'ax']],
  ])('%s', (expression, reachable, never) => {
    expect(unreachable(expression, ...reachable, ...never).toSorted()).toEqual(never.toSorted());
  });

  test('the fallback is reached by whatever finds no key, and an escaped one has a finding of its own', () => {
    expect(unreachable('200', '$default', '\\$default', '\\\\$default')).toEqual([]);
    expect(unreachable('200', 'a\\$default', '\\$defaults')).toEqual(['a\\$default', '\\$defaults']);
  });

  test('nothing is said of an expression with problems, or of more than fifty parts', () => {
    expect(unreachable('a${', 'x')).toEqual([]);
    const parts = (count: number) => '${request.body.a}-'.repeat(count / 2);
    expect(unreachable(parts(50), 'x')).toEqual(['x']);
    expect(unreachable(parts(52), 'x')).toEqual([]);
  });

  test.each<[name: string, live: Partial<Snapshot>, key: string, unreachable: string[]]>([
    ['a key that matches some status codes', {}, '/40\\d/', ['400', '500', '999'].slice(1)],
    ['a key that matches none', {}, '/x/', ['400', '500', '999']],
    ['the fallback', {}, '$default', ['999']],
    ['a function, which is matched by its error message', lambda, '/40\\d/', ['999']],
    ['an integration that was not read', { integration: { IntegrationType: 'HTTP_PROXY' } }, '/40\\d/', ['999']],
  ])('status codes: %s', (_, live, key, keys) => {
    const subject = subjectWith(['400', '500', '999'], live, key);
    expect(unreachableKeys(subject, parseSelectionExpression('$integration.response.statuscode'))).toEqual(keys);
  });
});
