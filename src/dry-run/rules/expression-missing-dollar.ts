import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { meantVariable } from '../expression/template-choice.ts';
import type { Rule } from '../rule.ts';

export const expressionMissingDollar: Rule = {
  code: 'expression-missing-dollar',
  severity: 'warning',
  summary: '`TemplateSelectionExpression` is the name of a variable without its `$`: static text.',
  why: 'Without $ this is text like any other and is looked up as a template key: a public sample with it was seen to work because of its $default template alone.',
  facts: [facts['expression-static-text']],
  about: ['TemplateSelectionExpression', 'ResponseTemplates'],
  explains: ['expression-unmatched', 'template-key-unreachable'],
  example: {
    refused: { TemplateSelectionExpression: 'request.body.action' },
    corrected: { TemplateSelectionExpression: '${request.body.action}' },
  },
  check(subject) {
    const meant = meantVariable(subject);
    if (!meant) return [];
    return [
      {
        Path: ['TemplateSelectionExpression'],
        Message: `${quote(subject.wanted.TemplateSelectionExpression ?? '')} is static text, not a variable.`,
        Fix: `Write ${quote(meant)}.`,
        Replace: meant,
      },
    ];
  },
};
