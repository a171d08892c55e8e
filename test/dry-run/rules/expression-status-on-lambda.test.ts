import { expressionStatusOnLambda } from '../../../src/dry-run/rules/expression-status-on-lambda.ts';
import { lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const by = (TemplateSelectionExpression: string, ...keys: string[]) => ({
  live: lambda,
  wanted: { TemplateSelectionExpression, ResponseTemplates: Object.fromEntries(keys.map((key) => [key, '{}'])) },
});
const STATUS = '${integration.response.statuscode}';
testRule(expressionStatusOnLambda, {
  silent: [
    by(STATUS, '200', '$default'),
    by('\\$default', '$default'),
    by('${request.body.a}', '500'),
    { ...by(STATUS, '500'), live: {} },
  ],
  found: [
    { ...by(STATUS, '200', '500'), problems: [{ Path: ['ResponseTemplates', '500'] }] },
    {
      ...by('$integration.response.statuscode', '404', '$default'),
      problems: [{ Path: ['ResponseTemplates', '404'] }],
    },
    { ...by(STATUS, '4xx', '$default'), problems: [{ Path: ['ResponseTemplates', '4xx'] }] },
  ],
});
