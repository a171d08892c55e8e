import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { unreachableKeys } from '../expression/template-choice.ts';
import type { Rule } from '../rule.ts';

export const templateKeyUnreachable: Rule = {
  code: 'template-key-unreachable',
  severity: 'warning',
  summary: 'A template has a key that `TemplateSelectionExpression` can never give.',
  why: 'Keys are compared with the value of the expression as exact text, and $default is the fallback.',
  facts: [facts['template-keys']],
  about: ['IntegrationResponseKey', 'TemplateSelectionExpression', 'ResponseTemplates'],
  example: {
    refused: { TemplateSelectionExpression: '200', ResponseTemplates: { 200: '{}', 'application/json': '{}' } },
    corrected: { TemplateSelectionExpression: '200', ResponseTemplates: { 200: '{}' } },
  },
  check(subject) {
    const { expression } = subject;
    if (!expression) return [];
    return unreachableKeys(subject, expression).map((key) => ({
      Path: ['ResponseTemplates', key],
      Message: `The template ${quote(key)} can never be chosen by ${quote(expression.source)}.`,
      Fix: 'Remove it, or change the expression so that it can give this key.',
      Replace: null,
    }));
  },
};
