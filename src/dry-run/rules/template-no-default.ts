import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const templateNoDefault: Rule = {
  code: 'template-no-default',
  severity: 'info',
  summary: 'Templates are chosen by what others send, and there is no `$default` template for any other value.',
  why: 'The value of the expression is documented to be compared with the keys, and $default to be the fallback. Without it no template is used, and what is sent then is not published.',
  facts: [facts['template-keys'], facts['template-none-matches']],
  about: ['TemplateSelectionExpression', 'ResponseTemplates'],
  example: {
    refused: { TemplateSelectionExpression: '${request.body.messageId}', ResponseTemplates: { 1: '{}', 2: '{}' } },
    corrected: {
      TemplateSelectionExpression: '${request.body.messageId}',
      ResponseTemplates: { 1: '{}', $default: '{}' },
    },
  },
  check({ expression, templates }) {
    const variable = expression?.parts.find((part) => part.kind === 'variable' && part.name !== 'unknown');
    if (variable?.kind !== 'variable' || variable.name === 'integration.response.statuscode') return [];
    if (templates.length === 0 || templates.some(({ key }) => key === '$default')) return [];
    const isType = /content-type/i.test(variable.name + variable.path);
    return [
      {
        Path: ['ResponseTemplates'],
        Message: isType
          ? 'A header such as "application/json; charset=utf-8" equals none of the template keys.'
          : `Any other value than ${templates
              .slice(0, 5)
              .map(({ key }) => quote(key, 30))
              .join(', ')} finds no template.`,
        Fix: 'Add a $default template for the rest.',
      },
    ];
  },
};
