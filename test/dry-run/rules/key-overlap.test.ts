import { expect, test } from 'vitest';
import { exampleSubject } from '../../../src/dry-run/example.ts';
import { keyOverlap } from '../../../src/dry-run/rules/key-overlap.ts';
import { lambda, lambdaProxy } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const call = (IntegrationResponseKey: string, siblings: string[], live = {}) => ({
  name: `${IntegrationResponseKey} beside ${siblings.join()}`,
  wanted: { IntegrationResponseKey },
  live: { ...live, responses: siblings.map((key) => ({ IntegrationResponseKey: key })) },
});
const found = (key: string, siblings: string[], live = {}) => ({
  ...call(key, siblings, live),
  problems: [{ Path: ['IntegrationResponseKey'] }],
});

testRule(keyOverlap, {
  silent: [
    call('/404/', []),
    call('/4\\d\\d/', ['$default', '/4\\d\\d/', '/5\\d\\d/', '/[/', '404']),
    call('/404/', ['/4\\d\\d/']),
    call('/4\\d\\d/', ['/404/'], lambdaProxy),
    call('/.*a.*/', ['/.*b.*/']),
    call('/Error: .*/', ['/Timeout: .*/'], lambda),
    { ...call(`/${'(\\d*)*'.repeat(200)}x/`, ['/.../']), name: 'takes too long to be judged' },
  ],
  found: [
    found('/4\\d\\d/', ['/404/']),
    found('/[45]\\d\\d/', ['/5\\d\\d/', '/404/']),
    found('/.*/', ['/200/']),
    found('/.*a.*/', ['/.*b.*/'], lambda),
    found('/.+/', ['/.*Not found.*/'], lambda),
  ],
});

test('names the sibling and a text that both match', () => {
  const { live, wanted } = call('/4\\d\\d/', ['/5\\d\\d/', '/404/']);
  const [problem] = keyOverlap.check(exampleSubject({ live }, wanted));
  expect(problem?.Message).toContain('"/404/"');
  expect(problem?.Message).toContain('"404"');
});

test('a hundred siblings with catastrophic patterns are bounded', () => {
  const siblings = Array.from({ length: 100 }, (_, index) => `/(a+)+(b|a+)*${index}/`);
  const { live, wanted } = call('/((a+)+)+b.*/', siblings, lambda);
  expect(keyOverlap.check(exampleSubject({ live }, wanted)).length).toBeLessThanOrEqual(1);
});
