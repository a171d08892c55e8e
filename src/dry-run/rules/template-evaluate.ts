import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';
import { itemsOf } from '../template/template-names.ts';
import { faultsOf } from '../template/template-text.ts';

export const templateEvaluate: Rule = {
  code: 'template-evaluate',
  severity: 'warning',
  summary: '`#evaluate`, `#parse` or `#include`, which mapping templates do not have.',
  why: 'REST APIs were seen to evaluate no text as a template and to have nothing to include.',
  facts: [facts['engine-evaluate']],
  about: ['ResponseTemplates'],
  explains: ['template-render'],
  example: {
    refused: { ResponseTemplates: { $default: '#parse("answer.vm")' } },
    corrected: { ResponseTemplates: { $default: '{"answer": true}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) =>
      [
        ...itemsOf(template, 'evaluate').map(({ offset }) => ({ offset, name: 'evaluate' })),
        ...itemsOf(template, 'unavailable'),
      ].map(({ offset, name }) => ({
        offset,
        Message: `#${name} is not available in mapping templates.`,
        Fix: 'Write its text here, or make a #macro of it.',
      })),
    ),
};
