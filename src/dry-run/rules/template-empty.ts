import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const templateEmpty: Rule = {
  code: 'template-empty',
  severity: 'warning',
  summary: 'A template is the empty string.',
  why: 'That it is accepted was observed; what the client then gets is not published: an empty message, or the answer of the backend as it is.',
  facts: [facts['template-empty-stored'], facts['template-empty-effect']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '' } },
    corrected: { ResponseTemplates: { $default: "$input.json('$')" } },
  },
  check: ({ templates }) =>
    templates.flatMap(({ key, source }) =>
      source === ''
        ? [
            {
              Path: ['ResponseTemplates', key],
              Message: 'The template is empty.',
              Fix: 'Leave it out to pass the answer through, or write the message.',
            },
          ]
        : [],
    ),
};
