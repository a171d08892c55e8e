import { expressionJsonPath } from '../../../src/dry-run/rules/expression-json-path.ts';
import { testRule } from '../../support/test-rule.ts';

const expression = (TemplateSelectionExpression: string) => ({ wanted: { TemplateSelectionExpression } });
const found = (text: string, ...columns: number[]) => ({
  ...expression(text),
  problems: columns.map((Column) => ({ Path: ['TemplateSelectionExpression'], Line: 1, Column })),
});

testRule(expressionJsonPath, {
  silent: [
    {},
    expression(''),
    expression('\\$default'),
    expression('$request.body'),
    expression('$request.body.action'),
    expression('${request.body.items[0].id}'),
    expression("${request.body['na me']}"),
    expression('${request.body[0]}'),
    expression('${request.body..action}'),
    expression('$request.body.detail-type'),
    expression('${integration.response.header.a[}'),
    expression('${request.body.$.a[}'),
    expression('${request.body.${a[}'),
    expression(`\${request.body.${'a'.repeat(2000)}[}`),
  ],
  found: [
    found('${request.body.items[}', 1),
    found('${request.body.items[?(@.id}', 1),
    found('${request.body[}', 1),
    found('a ${request.body.b[x} ${request.body.ok} ${request.body.c[}', 3, 42),
    found('${request.body.items.}', 1),
    {
      ...expression('a\n${request.body.items[?(@.id}'),
      problems: [
        {
          Path: ['TemplateSelectionExpression'],
          Line: 2,
          Column: 1,
          Fix: "Write it as name.name[0], names with other characters as ['na me'].",
        },
      ],
    },
  ],
});
