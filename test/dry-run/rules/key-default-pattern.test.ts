import { keyDefaultPattern } from '../../../src/dry-run/rules/key-default-pattern.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ wanted: { IntegrationResponseKey } });
const responses = [{ IntegrationResponseKey: '$default' }];

testRule(keyDefaultPattern, {
  silent: [key('$default'), key('\\$default'), key('/default/'), key('/.*\\$default/')],
  found: ['/$default/', '/\\$default/'].flatMap((text) => [
    { ...key(text), live: { responses: [] }, problems: [{ Path: ['IntegrationResponseKey'], Replace: '$default' }] },
    {
      ...key(text),
      name: `${text} on a Lambda function`,
      live: { ...lambda, responses: [] },
      problems: [{ Path: ['IntegrationResponseKey'], Replace: '$default' }],
    },
    {
      ...key(text),
      name: `${text} beside $default`,
      live: { responses },
      problems: [{ Path: ['IntegrationResponseKey'] }],
    },
  ]),
});
