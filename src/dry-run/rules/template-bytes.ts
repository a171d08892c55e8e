import { isTooLong, MAX_TEMPLATE_CHARACTERS } from '../../api-gateway/limits.ts';
import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const templateBytes: Rule = {
  code: 'template-bytes',
  severity: 'warning',
  summary: 'A template has at most 32768 characters, but more than 32768 bytes.',
  why: 'The API takes templates of 0 to 32768; whether it counts characters or bytes is not published.',
  facts: [facts['length-unit']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: 'é'.repeat(20_000) } },
    corrected: { ResponseTemplates: { $default: 'é'.repeat(16_000) } },
  },
  check: ({ templates }) =>
    templates.flatMap(({ key, source }) => {
      if (isTooLong(source)) return [];
      const bytes = Buffer.byteLength(source);
      if (bytes <= MAX_TEMPLATE_CHARACTERS) return [];
      return [
        {
          Path: ['ResponseTemplates', key],
          Message: `The template has ${bytes} bytes in UTF-8.`,
          Fix: `Shorten it to ${MAX_TEMPLATE_CHARACTERS} bytes to be safe.`,
        },
      ];
    }),
};
