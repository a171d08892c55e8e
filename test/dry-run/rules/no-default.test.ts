import { expect, test } from 'vitest';
import { exampleSubject, soundCall } from '../../../src/dry-run/example.ts';
import { noDefault } from '../../../src/dry-run/rules/no-default.ts';
import { createSubject, withLive } from '../../../src/dry-run/subject.ts';
import { dynamoDb, lambda, lambdaProxy, mock } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const route = (RouteKey: string) => ({ RouteId: RouteKey, RouteKey, Target: 'integrations/abc123' });
const call = (IntegrationResponseKey: string, siblings: string[] | undefined, live = {}) => ({
  wanted: { IntegrationResponseKey },
  live: { ...live, ...(siblings && { responses: siblings.map((key) => ({ IntegrationResponseKey: key })) }) },
});
const problems = [{ Path: ['IntegrationResponseKey'] }];

testRule(noDefault, {
  silent: [
    call('/200/', ['$default']),
    call('$default', []),
    call('default', []),
    call('\\$default', []),
    call('/200/', [], lambdaProxy),
    call('/.*/', []),
    call('/[1-3]\\d\\d/', ['/4\\d\\d/', '/5\\d\\d/']),
    call('/200/', [], { ...dynamoDb, routes: [route('$connect')] }),
  ],
  found: [
    { ...call('/200/', []), problems },
    { ...call('/[/', []), problems },
    { ...call('200', []), problems },
    { ...call('/4\\d\\d/', ['/5\\d\\d/', 'default']), problems },
    { ...call('/200/', [], mock), problems },
    { ...call('/200/', [], { routes: [route('$connect'), route('ping')] }), problems },
    { ...call('/.+/', [], lambda), problems },
    { ...call('/.*/', [], lambda), problems },
  ],
});

const message = (key: string, live: object) =>
  noDefault.check(exampleSubject({ live }, { IntegrationResponseKey: key }))[0]?.Message;

test('says that every success of a function fails, unless a pattern takes it', () => {
  expect(message('/.+/', { ...lambda, responses: [] })).toContain('every successful call');
  expect(message('/.*/', { ...lambda, responses: [] })).not.toContain('every successful call');
});

test('silent where the responses or the integration were not read', () => {
  const subject = createSubject({ ...soundCall, IntegrationResponseKey: '/200/' });
  expect(noDefault.check(subject)).toEqual([]);
  expect(noDefault.check(withLive(subject, { failures: [], responses: [] }))).toEqual([]);
});
