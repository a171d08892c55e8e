import { expressionMissingDollar } from '../../../src/dry-run/rules/expression-missing-dollar.ts';
import { testRule } from '../../support/test-rule.ts';

const expression = (TemplateSelectionExpression: string) => ({ wanted: { TemplateSelectionExpression } });
const found = (text: string, Replace: string) => ({
  ...expression(text),
  problems: [{ Path: ['TemplateSelectionExpression'], Replace }],
});

testRule(expressionMissingDollar, {
  silent: [
    {},
    expression('200'),
    expression('$request.body.action'),
    expression('${request.body.action}'),
    expression('request'),
    expression('integration.response.body.kind'),
    {
      name: 'a template has that very key',
      wanted: { TemplateSelectionExpression: 'request.body.a', ResponseTemplates: { 'request.body.a': '' } },
    },
  ],
  found: [
    found('request.body.action', '${request.body.action}'),
    found('{request.body.action}', '${request.body.action}'),
    found('\\$request.body.action', '${request.body.action}'),
    found('\\${request.body.action}', '${request.body.action}'),
    found('integration.response.statuscode', '${integration.response.statuscode}'),
    found('integration.response.header.x-kind', '${integration.response.header.x-kind}'),
  ],
});
