import { keyEmptyPattern } from '../../../src/dry-run/rules/key-empty-pattern.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ wanted: { IntegrationResponseKey } });
const problems = [{ Path: ['IntegrationResponseKey'] }];

testRule(keyEmptyPattern, {
  silent: [key('$default'), key('/'), key('/ /'), key('/()/'), key('///')],
  found: [
    { ...key('//'), problems },
    { ...key('//'), live: lambda, problems },
  ],
});
