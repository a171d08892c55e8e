import { expressionSyntax } from '../../../src/dry-run/rules/expression-syntax.ts';
import { testRule } from '../../support/test-rule.ts';

const expression = (TemplateSelectionExpression: string) => ({ wanted: { TemplateSelectionExpression } });
const found = (text: string, Column: number, Replace?: string) => ({
  ...expression(text),
  problems: [{ Path: ['TemplateSelectionExpression'], Line: 1, Column, ...(Replace !== undefined && { Replace }) }],
});

testRule(expressionSyntax, {
  silent: [
    {},
    expression(''),
    expression('200'),
    expression('\\$default'),
    expression('$request.body.name'),
    expression('${request.body.a}/${request.body.b}'),
    expression('request.body.action'),
    expression('$default'),
    expression('{}'),
  ],
  found: [
    found('${integration.response.statuscode', 1, '${integration.response.statuscode}'),
    found('a-${request.body.kind', 3, 'a-${request.body.kind}'),
    found('${request.body.kind/x', 1),
    found('${request.body.a ${request.body.b}', 1),
    found('${', 1),
    found('${}', 1),
    found('100 $', 5),
    found('$$', 1),
    found('${nobody.knows', 1),
    {
      ...expression('a\n$'),
      problems: [{ Path: ['TemplateSelectionExpression'], Line: 2, Column: 1 }],
    },
  ],
});
