import { lambdaErrorPassedThrough } from '../../../src/dry-run/rules/lambda-error-passed-through.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const key = (IntegrationResponseKey: string) => ({ live: lambda, wanted: { IntegrationResponseKey } });
testRule(lambdaErrorPassedThrough, {
  silent: [
    key('$default'),
    { wanted: { IntegrationResponseKey: '/.*x.*/' } },
    { ...key('/.*x.*/'), wanted: { IntegrationResponseKey: '/.*x.*/', ResponseTemplates: { $default: '{}' } } },
  ],
  found: ['/.*Error.*/', '/BadRequest.*/', '/(\\n|.)+/'].map((text) => ({
    ...key(text),
    problems: [{ Path: ['ResponseTemplates'] }],
  })),
});
