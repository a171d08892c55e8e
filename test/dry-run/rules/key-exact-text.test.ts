import { keyExactText } from '../../../src/dry-run/rules/key-exact-text.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ live: lambda, wanted: { IntegrationResponseKey } });
testRule(keyExactText, {
  silent: [
    key('/BadRequest.*/'),
    key('/.*Bad Request.*/'),
    key('$default'),
    key('/404/'),
    { wanted: { IntegrationResponseKey: '/BadRequest/' } },
  ],
  found: ['BadRequest', 'Not Found', "user's error", 'TypeError'].map((text) => ({
    ...key(`/${text}/`),
    problems: [{ Path: ['IntegrationResponseKey'], Replace: `/${text}.*/` }],
  })),
});
