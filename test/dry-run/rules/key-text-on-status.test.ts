import { keyTextOnStatus } from '../../../src/dry-run/rules/key-text-on-status.ts';
import { dynamoDb, lambda, lambdaProxy, mock } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string, live = {}) => ({ wanted: { IntegrationResponseKey }, live });
const found = (seen: string, Replace?: string, live = {}) => ({
  ...key(seen, live),
  problems: [{ Path: ['IntegrationResponseKey'], ...(Replace !== undefined && { Replace }) }],
});

testRule(keyTextOnStatus, {
  silent: [
    key('$default'),
    key('/\\$default/'),
    key('/4\\d\\d/'),
    key('/.*/'),
    key('/4.*|x/'),
    key('/499/'),
    key('/(?=4)...(?<!04)/'),
    key('//'),
    key('/[/'),
    key('/4\\\\d\\\\d/'),
    key('/.*Error.*/', lambda),
    key('/.*Error.*/', lambdaProxy),
    { name: 'takes too long to be judged', ...key(`/${'(\\d*)*'.repeat(200)}x/`) },
  ],
  found: [
    found('/.*Error.*/'),
    found('/Not Found/', undefined, mock),
    found('/.*ValidationException.*/', undefined, dynamoDb),
    found('/600/'),
    found('/4xx/', '/4\\d\\d/'),
    found('/[45]XX/', '/[45]\\d\\d/'),
    found('/4/', '/4\\d\\d/'),
    found('/^50/', '/50\\d/'),
    found('/ 200 /', '/200/'),
    found('/4xx/', undefined, { responses: [{ IntegrationResponseKey: '/4\\d\\d/' }] }),
  ],
});
