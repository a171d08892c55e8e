import { keyLineBreaks } from '../../../src/dry-run/rules/key-line-breaks.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ live: lambda, wanted: { IntegrationResponseKey } });
testRule(keyLineBreaks, {
  silent: [
    key('/(?s).*401.*/'),
    key('/(\\n|.)*401(\\n|.)*/'),
    key('/BadRequest.*/'),
    key('$default'),
    { wanted: { IntegrationResponseKey: '/.*401.*/' } },
  ],
  found: ['.*401.*', '.*Not found.*', '.+Error.+'].map((text) => ({
    ...key(`/${text}/`),
    problems: [{ Path: ['IntegrationResponseKey'], Replace: `/(?s)${text}/` }],
  })),
});
