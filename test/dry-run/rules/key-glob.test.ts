import { keyGlob } from '../../../src/dry-run/rules/key-glob.ts';
import { dynamoDb, lambda, lambdaProxy } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ wanted: { IntegrationResponseKey } });
const found = (seen: string, Replace: string) => ({
  ...key(seen),
  problems: [{ Path: ['IntegrationResponseKey'], Replace }],
});

testRule(keyGlob, {
  silent: [
    key('$default'),
    key('/4\\d*/'),
    key('/4.*/'),
    key('/404*/'),
    key('/Invalid*/'),
    { ...key('/Invalid.*/'), live: lambda },
    { ...key('/.*\\w*/'), live: lambda },
    { ...key('/Error \\d*/'), live: lambda },
    { ...key('/x*/'), live: lambda },
    { ...key('/(ab)*/'), live: lambda },
    { ...key('/5*/'), live: lambda },
    { ...key('/Invalid*/'), live: lambdaProxy },
  ],
  found: [
    found('/5*/', '/5\\d\\d/'),
    found('/40*/', '/40\\d/'),
    { ...found('/^4*/', '/4\\d\\d/'), live: dynamoDb },
    { ...found('/Invalid*/', '/Invalid.*/'), live: lambda },
    { ...found('/.*Not found*/', '/(?s).*Not found.*/'), live: lambda },
  ],
});
