import { expressionBareDefault } from '../../../src/dry-run/rules/expression-bare-default.ts';
import { testRule } from '../../support/test-rule.ts';

const expression = (TemplateSelectionExpression: string) => ({ wanted: { TemplateSelectionExpression } });
const found = (text: string, Column: number, Replace: string) => ({
  ...expression(text),
  problems: [{ Path: ['TemplateSelectionExpression'], Line: 1, Column, Replace }],
});

testRule(expressionBareDefault, {
  silent: [{}, expression('\\$default'), expression('default'), expression('$default.x'), expression('$defaults')],
  found: [
    found('$default', 1, '\\$default'),
    found('${default}', 1, '\\$default'),
    found('x/$default', 3, 'x/\\$default'),
    found('$default/\\$default', 1, '\\$default/\\$default'),
  ],
});
