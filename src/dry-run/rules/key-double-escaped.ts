import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { onceUnescaped } from '../key/key-shape.ts';
import type { Rule } from '../rule.ts';

export const keyDoubleEscaped: Rule = {
  code: 'key-double-escaped',
  severity: 'warning',
  summary: 'The pattern has two backslashes where one was meant (`\\\\d` for `\\d`), so it never matches.',
  why:
    'Two backslashes match one backslash in the text. In JSON the pattern \\d is written "\\\\d", once; a further escape stays in ' +
    'the pattern, which on a REST API was seen to match nothing.',
  facts: [facts['key-double-backslash']],
  about: ['IntegrationResponseKey'],
  explains: ['key-text-on-status'],
  example: {
    refused: { IntegrationResponseKey: '/4\\\\d\\\\d/' },
    corrected: { IntegrationResponseKey: '/4\\d\\d/' },
  },
  check(subject) {
    const { key, matched } = subject;
    if (key?.form !== 'pattern' || matched === 'nothing') return [];
    const source = onceUnescaped(subject);
    if (source === undefined) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${quote(`/${key.source}/`)} waits for backslashes in the text it is compared with.`,
        Fix: `Write the pattern with single backslashes: ${quote(`/${source}/`)}.`,
        Replace: `/${source}/`,
      },
    ];
  },
};
