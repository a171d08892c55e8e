import { keyNotJudged } from '../../../src/dry-run/rules/key-not-judged.ts';
import { lambda, lambdaProxy } from '../../support/integrations.ts';
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
    { ...key(`/${'a?'.repeat(500)}/`), live: lambda },
    key(`/5${'\\d'.repeat(499)}0/`),
    { ...key(`/${'a'.repeat(1001)}/`), live: lambdaProxy },
    { ...key('/a{500}/'), live: lambda },
    key('/a{501}/'),
    { ...key('/(.*)*(.*)*(.*)*(.*)*x/'), live: lambda },
  ],
  found: [
    { ...key(`/${'a'.repeat(4097)}/`), problems },
    { ...key(`/${'a'.repeat(1001)}/`), problems },
    { ...key(`/${'a'.repeat(1001)}/`), live: lambda, problems },
    { ...key('/a{501}/'), live: lambda, problems },
    { ...key('/a{1000}{1000}{1000}/'), live: lambda, problems },
    { ...key(`/${'('.repeat(4000)}${')'.repeat(4000)}/`), live: lambda, problems },
    { ...key('/(.*)(.*)(.*)(.*)(.*)(.*)(.*)x/'), problems },
  ],
});
