import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const expressionWhiteSpace: Rule = {
  code: 'expression-white-space',
  severity: 'warning',
  summary: '`TemplateSelectionExpression` begins or ends with blanks or a line break.',
  why: 'The rest of an expression is text: what is left around it, as by a heredoc, becomes part of the value, which then equals no key.',
  facts: [facts['expression-white-space']],
  about: ['TemplateSelectionExpression'],
  explains: ['expression-unmatched', 'template-key-unreachable'],
  example: {
    refused: { TemplateSelectionExpression: '\\$default\n', ResponseTemplates: { $default: '{}' } },
    corrected: { TemplateSelectionExpression: '\\$default', ResponseTemplates: { $default: '{}' } },
  },
  check({ wanted: { TemplateSelectionExpression: source = '' } }) {
    const text = source.trim();
    if (text === source || text === '') return [];
    return [
      {
        Path: ['TemplateSelectionExpression'],
        Message: `The expression ${quote(source)} has white space around it.`,
        Fix: `Write ${quote(text)}.`,
        Replace: text,
      },
    ];
  },
};
