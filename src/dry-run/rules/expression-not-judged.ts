import { isLongExpression } from '../../api-gateway/limits.ts';
import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const expressionNotJudged: Rule = {
  code: 'expression-not-judged',
  severity: 'warning',
  summary: '`TemplateSelectionExpression` is too long to be judged.',
  why: 'No limit is published, but what an expression of this length gives can hardly be the key of a template.',
  facts: [facts['expression-length']],
  about: ['TemplateSelectionExpression'],
  example: {
    refused: { TemplateSelectionExpression: 'x'.repeat(5000) },
    corrected: { TemplateSelectionExpression: '\\$default' },
  },
  check: ({ wanted: { TemplateSelectionExpression: source = '' } }) =>
    isLongExpression(source)
      ? [
          {
            Path: ['TemplateSelectionExpression'],
            Message: `The expression has ${source.length} characters and was not judged.`,
            Fix: 'Write a short expression: static text, or one variable.',
          },
        ]
      : [],
};
