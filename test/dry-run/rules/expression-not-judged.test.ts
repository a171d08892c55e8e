import { expressionNotJudged } from '../../../src/dry-run/rules/expression-not-judged.ts';
import { testRule } from '../../support/test-rule.ts';

const expression = (TemplateSelectionExpression: string) => ({ wanted: { TemplateSelectionExpression } });

testRule(expressionNotJudged, {
  silent: [expression('\\$default'), { ...expression('x'.repeat(4096)), name: 'the longest that is judged' }],
  found: [
    {
      ...expression('$'.repeat(4097)),
      name: 'one character more',
      problems: [{ Path: ['TemplateSelectionExpression'] }],
    },
  ],
});
