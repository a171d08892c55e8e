import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isEscapedDefault } from '../expression/template-choice.ts';
import type { Rule } from '../rule.ts';
import { wrongKeys } from '../wrong-keys.ts';

export const templateKeyDefaultEscaped: Rule = {
  code: 'template-key-default-escaped',
  severity: 'warning',
  summary: 'The key of a template is `\\$default`; the backslash belongs into expressions only.',
  why: 'The expression \\$default gives the text $default, and that is what the key is compared with; $default is also the fallback.',
  facts: [facts['template-key-default']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { '\\$default': '{"ok":true}' } },
    corrected: { ResponseTemplates: { $default: '{"ok":true}' } },
  },
  check: ({ wanted }) =>
    wrongKeys({
      member: 'ResponseTemplates',
      map: wanted.ResponseTemplates,
      isWrong: isEscapedDefault,
      meant: (_, value) => ({ name: '$default', value }),
      message: (key) => `The template key ${quote(key)} is escaped.`,
      fix: 'Name it $default.',
    }),
};
