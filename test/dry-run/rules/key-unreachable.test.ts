import { keyUnreachable } from '../../../src/dry-run/rules/key-unreachable.ts';
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

testRule(keyUnreachable, {
  silent: [
    call('/404/', []),
    call('/404/', ['$default', '/404/', '/5\\d\\d/', '/[/', '.*']),
    call('/4\\d\\d/', ['/404/']),
    call('$default', ['/.*/']),
    call('/Not found/', ['/.*/']),
    call('/404/', ['/.*/'], lambdaProxy),
    call('/.*Not found.*/', ['/.*Timeout.*/'], lambda),
    call('/(\\n|.)+/', ['/.+/'], lambda),
  ],
  found: [
    found('/404/', ['/5\\d\\d/', '/4\\d\\d/']),
    found('/4\\d\\d/', ['/4\\d{2}/']),
    found('/404/', ['/.*/']),
    found('/.*Not found.*/', ['/.+/'], lambda),
    found('/Not found: .*/', ['/Not.*/'], lambda),
  ],
});
