import { characters, isTooLong, MAX_TEMPLATE_CHARACTERS } from '../../api-gateway/limits.ts';
import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const templateLength: Rule = {
  code: 'template-length',
  severity: 'error',
  summary: 'A template is longer than 32768 characters.',
  why:
    'Two documents contradict each other: the service model says 0 to 32768 for this member, the quotas of WebSocket APIs say 300 ' +
    'KB for a mapping template. Which of them is enforced is not published.',
  facts: [facts['template-length'], facts['template-size-quota']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: ' '.repeat(MAX_TEMPLATE_CHARACTERS + 1) } },
    corrected: { ResponseTemplates: { $default: ' '.repeat(MAX_TEMPLATE_CHARACTERS) } },
  },
  check: ({ templates }) =>
    templates.flatMap(({ key, source }) => {
      if (!isTooLong(source)) return [];
      return [
        {
          Path: ['ResponseTemplates', key],
          Message: `The template has ${characters(source)} characters.`,
          Fix: `Shorten it to ${MAX_TEMPLATE_CHARACTERS} characters: comments and indentation count too.`,
        },
      ];
    }),
};
