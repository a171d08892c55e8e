import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const templatePassthrough: Rule = {
  code: 'template-passthrough',
  severity: 'warning',
  summary: 'A template is the word `__passthrough__` of old REST exports.',
  why: 'Nothing documents the word for WebSocket APIs: the client would read it as it stands.',
  facts: [facts['template-passthrough-word']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '__passthrough__' } },
    corrected: { ResponseTemplates: { $default: '$input.body' } },
  },
  check: ({ templates }) =>
    templates.flatMap(({ key, source }) =>
      source.trim() === '__passthrough__'
        ? [
            {
              Path: ['ResponseTemplates', key],
              Message: 'The template is "__passthrough__".',
              Fix: 'Write $input.body, which is the answer of the backend as it is.',
              Replace: '$input.body',
            },
          ]
        : [],
    ),
};
