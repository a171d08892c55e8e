import { isTooLong } from '../../api-gateway/limits.ts';
import { LimitError } from '../../engines/limit-error.ts';
import { facts } from '../../facts/facts.ts';
import { visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const templateNotJudged: Rule = {
  code: 'template-not-judged',
  severity: 'warning',
  summary: 'A template is too large, or nested too deeply, to be judged.',
  why: 'Reading is bounded here; whether the service goes on where we stop is not known.',
  facts: [facts['engine-limits']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: `#set($list = ${'['.repeat(600)}${']'.repeat(600)})$list` } },
    corrected: { ResponseTemplates: { $default: '#set($list = [[]])$list' } },
  },
  check: ({ templates }) =>
    templates.flatMap(({ key, source, parsed }) => {
      if (!(parsed instanceof LimitError) || isTooLong(source)) return [];
      return [
        {
          Path: ['ResponseTemplates', key],
          Message: `The template was not judged: ${visible(parsed.message, 200)}.`,
          Fix: 'Make it smaller, and nest it less deeply.',
        },
      ];
    }),
};
