import { keyStatusOnLambda } from '../../../src/dry-run/rules/key-status-on-lambda.ts';
import { dynamoDb, lambda, mock } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string, live = lambda) => ({ wanted: { IntegrationResponseKey }, live });
const found = (seen: string) => ({ ...key(seen), problems: [{ Path: ['IntegrationResponseKey'] }] });

testRule(keyStatusOnLambda, {
  silent: [
    key('/200/', {}),
    key('/200/', mock),
    key('/200/', dynamoDb),
    key('$default'),
    key('/.*404.*/'),
    key('/404.*/'),
    key('/404:.*/'),
    key('/404|.*Not found.*/'),
    key('/abc/'),
    key('/.*a.*bcd/'),
    key('/.+/'),
    key('//'),
  ],
  found: [
    found('/200/'),
    found('/4\\d\\d/'),
    found('/4\\d{2}/'),
    found('/[45]../'),
    found('/^(404|500)$/'),
    found('/5\\d?\\d?/'),
  ],
});
