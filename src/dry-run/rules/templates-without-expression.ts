import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isEscapedDefault } from '../expression/template-choice.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const templatesWithoutExpression: Rule = {
  code: 'templates-without-expression',
  severity: 'warning',
  summary: 'There are templates with keys of their own, but no `TemplateSelectionExpression` to choose them.',
  why: 'Without an expression a template "application/json" was seen to be used and $default is the fallback; what happens to other keys is not published.',
  facts: [
    facts['template-without-expression-several'],
    facts['template-without-expression-json'],
    facts['template-without-expression-single'],
  ],
  about: ['TemplateSelectionExpression', 'ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { error: '{"kind":"error"}' } },
    corrected: { TemplateSelectionExpression: 'error', ResponseTemplates: { error: '{"kind":"error"}' } },
  },
  check(subject) {
    if (subject.wanted.TemplateSelectionExpression) return [];
    const keys = subject.templates.map(({ key }) => key);
    const chosen = (key: string) => key === '$default' || key === 'application/json' || isEscapedDefault(key);
    const others = keys.filter((key) => !chosen(key));
    const [first] = others;
    if (first === undefined) return [];
    const Replace = keys.length === 1 && first ? first.replaceAll('$', '\\$') : undefined;
    return [
      {
        Path: ['TemplateSelectionExpression'],
        Message: `Nothing chooses the template ${quote(first)}${others.length > 1 ? ` and ${others.length - 1} more` : ''}.`,
        ...fixedBy(
          Replace,
          (text) => `Set the expression to ${quote(text)}, or name the template $default.`,
          'Set TemplateSelectionExpression, e.g. to ${integration.response.statuscode}, or keep one template named $default.',
        ),
      },
    ];
  },
};
