import { keyNotJudged } from '../../../src/dry-run/rules/key-not-judged.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const problems = [{ Path: ['IntegrationResponseKey'] }];
const key = (IntegrationResponseKey: string) => ({
  name: IntegrationResponseKey.slice(0, 20),
  wanted: { IntegrationResponseKey },
});

testRule(keyNotJudged, {
  silent: [
    key('$default'),
    key('200'),
    key('/[/'),
    { ...key(`/${'a'.repeat(4096)}/`), live: lambda },
    { ...key('/(.*)*(.*)*(.*)*(.*)*x/'), live: lambda },
  ],
  found: [
    { ...key(`/${'a'.repeat(4097)}/`), problems },
    { ...key(`/${'('.repeat(4000)}${')'.repeat(4000)}/`), live: lambda, problems },
    { ...key('/(.*)(.*)(.*)(.*)(.*)(.*)(.*)x/'), problems },
  ],
});
