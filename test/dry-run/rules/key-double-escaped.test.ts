import { keyDoubleEscaped } from '../../../src/dry-run/rules/key-double-escaped.ts';
import { lambda, lambdaProxy } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ wanted: { IntegrationResponseKey } });
const found = (seen: string, Replace: string) => ({
  ...key(seen),
  problems: [{ Path: ['IntegrationResponseKey'], Replace }],
});

testRule(keyDoubleEscaped, {
  silent: [
    key('/4\\d\\d/'),
    key('$default'),
    key('/C:\\\\data/'),
    key('/200|\\\\d/'),
    { ...key('/.*C:\\\\data.*/'), live: lambda },
    { ...key('/.*\\\\d/'), live: lambda },
    { ...key('/4\\\\d\\\\d/'), live: lambdaProxy },
  ],
  found: [
    found('/4\\\\d\\\\d/', '/4\\d\\d/'),
    found('/2\\\\d{2}/', '/2\\d{2}/'),
    { ...found('/.*code \\\\d+.*/', '/.*code \\d+.*/'), live: lambda },
    { ...found('/\\\\d\\\\d .*/', '/\\d\\d .*/'), live: lambda },
    {
      name: 'no replacement by a key that is taken',
      ...key('/4\\\\d\\\\d/'),
      live: { responses: [{ IntegrationResponseKey: '/4\\d\\d/' }] },
      problems: [{ Path: ['IntegrationResponseKey'] }],
    },
  ],
});
