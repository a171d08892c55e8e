import { quote } from '../../text/quote.ts';
import { meantVariable, unreachableKeys } from '../expression/template-choice.ts';
import type { Rule } from '../rule.ts';

export const templateKeyUnreachable: Rule = {
  code: 'template-key-unreachable',
  severity: 'warning',
  summary: 'A template has a key that `TemplateSelectionExpression` can never give.',
  why: 'Keys are compared with the value of the expression as exact text; content types play no role in WebSocket APIs.',
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html',
  example: {
    refused: { TemplateSelectionExpression: '200', ResponseTemplates: { 200: '{}', 'application/json': '{}' } },
    corrected: { TemplateSelectionExpression: '200', ResponseTemplates: { 200: '{}' } },
  },
  check(subject) {
    const { expression } = subject;
    if (!expression || meantVariable(subject)) return [];
    const keys = unreachableKeys(subject, expression);
    // Without any template left, expression-unmatched says it once for all.
    if (keys.length === subject.templates.length) return [];
    return keys.map((key) => ({
      Path: ['ResponseTemplates', key],
      Message: `The template ${quote(key)} can never be chosen by ${quote(expression.source)}.`,
      Fix: 'Remove it, or change the expression so that it can give this key.',
      Replace: null,
    }));
  },
};
