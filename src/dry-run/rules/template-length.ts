import { characters, isTooLong, MAX_TEMPLATE_CHARACTERS } from '../../api-gateway/text-length.ts';
import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const templateLength: Rule = {
  code: 'template-length',
  severity: 'error',
  summary: 'A template is longer than 32768 characters.',
  why: 'The API takes templates of 0 to 32768 characters; the 300 KB among the quotas are not for this member.',
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
