import { keyMatchesEmpty } from '../../../src/dry-run/rules/key-matches-empty.ts';
import { dynamoDb, lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string, live = lambda) => ({ wanted: { IntegrationResponseKey }, live });
const found = (seen: string, Replace?: string) => ({
  ...key(seen),
  problems: [{ Path: ['IntegrationResponseKey'], ...(Replace !== undefined && { Replace }) }],
});

testRule(keyMatchesEmpty, {
  silent: [
    key('/.*/', dynamoDb),
    key('/.*/', {}),
    key('/.+/'),
    key('/(\\n|.)+/'),
    key('$default'),
    key('//'),
    key('/[/'),
  ],
  found: [
    found('/.*/', '/.+/'),
    found('/(\\n|.)*/', '/(\\n|.)+/'),
    found('/[\\s\\S]*/', '/[\\s\\S]+/'),
    found('/(?s).*/', '/(?s).+/'),
    found('/a?b*/'),
    found('/(.*)*/'),
    found('/|Error.*/'),
    found('/.*|a*/'),
    found('/(?!Error).*/'),
  ],
});
