import { keyRegex } from '../../../src/dry-run/rules/key-regex.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ wanted: { IntegrationResponseKey } });
const found = (seen: string, Column?: number, Replace?: string) => ({
  ...key(seen),
  problems: [
    {
      Path: ['IntegrationResponseKey'],
      ...(Column !== undefined && { Line: 1, Column }),
      ...(Replace !== undefined && { Replace }),
    },
  ],
});

testRule(keyRegex, {
  silent: [
    key('$default'),
    key('[ab'),
    key('/[ab'),
    key('/4\\d{2}/'),
    key('/(?i)error: \\Qa(b\\E/'),
    key('/[a-z&&[^b]]++(?>x)\\h\\R/'),
    key('/a/b/'),
    { name: 'nested too deep to be judged', ...key(`/${'('.repeat(100_000)}/`) },
  ],
  found: [
    found('/[45/', 4),
    found('/(4/', 4),
    found('/4)/', 2),
    found('/(?<n>a)\\k<m>/', 13),
    found('/\\/', 3),
    found('/\\y/', 3),
    found('/*4/', 2),
    found('/4{2,1}/', 7),
    found('/[]/', 3),
    found('/4\\d{,2}/', 6, '/4\\d{0,2}/'),
    found('/a{,2}/', 4),
    { ...found('/*/', 2), live: lambda },
    found('/(?P<code>4)\\d\\d/', 4, '/(?<code>4)\\d\\d/'),
    { ...found('/*Error*/', 2, '/(?s).*Error.*/'), live: lambda },
    { ...found('/*Err*or/', 2, '/.*Err*or/'), live: lambda },
    { ...found('/x**[/'), live: lambda, problems: [{ Path: ['IntegrationResponseKey'], Line: 1, Column: 4 }] },
    { ...found('/[^]+error/', 10, '/[\\s\\S]+error/'), live: lambda, name: 'a dialect' },
    found('/5{,10}/', 4, '/5{0,10}/'),
    {
      ...found('/a*(/'),
      problems: [
        {
          Path: ['IntegrationResponseKey'],
          Line: 1,
          Column: 5,
          Fix: 'Correct the pattern, or escape the character with \\ to match it as it stands.',
        },
      ],
    },
    {
      name: 'no replacement by a key that is taken',
      ...found('/*x*/', 2),
      live: { ...lambda, responses: [{ IntegrationResponseKey: '/.*x.*/' }] },
    },
  ],
});
