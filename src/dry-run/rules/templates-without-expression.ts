import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isEscapedDefault } from '../expression/template-choice.ts';
import type { Rule } from '../rule.ts';

export const templatesWithoutExpression: Rule = {
  code: 'templates-without-expression',
  severity: 'warning',
  summary: 'There are several templates with keys of their own, but no `TemplateSelectionExpression` to choose them.',
  why: 'Without an expression a single template was seen to be used, whatever its key. Which of several is used is not published.',
  facts: [
    facts['template-without-expression-several'],
    facts['template-without-expression-json'],
    facts['template-without-expression-single'],
  ],
  about: ['TemplateSelectionExpression', 'ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { 200: '{"kind":"answer"}', 500: '{"kind":"error"}' } },
    corrected: {
      TemplateSelectionExpression: '${integration.response.statuscode}',
      ResponseTemplates: { 200: '{"kind":"answer"}', 500: '{"kind":"error"}' },
    },
  },
  check(subject) {
    if (subject.wanted.TemplateSelectionExpression || subject.templates.length === 1) return [];
    const keys = subject.templates.map(({ key }) => key);
    const chosen = (key: string) => key === '$default' || key === 'application/json' || isEscapedDefault(key);
    const others = keys.filter((key) => !chosen(key));
    const [first] = others;
    if (first === undefined) return [];
    return [
      {
        Path: ['TemplateSelectionExpression'],
        Message: `Nothing chooses the template ${quote(first)}${others.length > 1 ? ` and ${others.length - 1} more` : ''}.`,
        Fix: 'Set TemplateSelectionExpression, e.g. to ${integration.response.statuscode}, or keep one template.',
      },
    ];
  },
};
