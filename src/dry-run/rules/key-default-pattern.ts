import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isDefaultPattern } from '../key/key-shape.ts';
import type { Rule } from '../rule.ts';

export const keyDefaultPattern: Rule = {
  code: 'key-default-pattern',
  severity: 'warning',
  summary: 'The key `$default` is written as a pattern between slashes.',
  why: 'The catch-all is documented as the key $default without slashes. In a pattern of Java an unescaped $ is the end of the text, so that nothing matches.',
  facts: [facts['key-forms'], facts['key-dollar-is-an-end']],
  about: ['IntegrationResponseKey'],
  explains: ['key-text-on-status'],
  example: {
    refused: { IntegrationResponseKey: '/$default/' },
    corrected: { IntegrationResponseKey: '$default' },
  },
  check(subject) {
    if (!isDefaultPattern(subject.key)) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${quote(subject.wanted.IntegrationResponseKey ?? '')} is a pattern, not the catch-all $default.`,
        Fix: 'Write "$default".',
        Replace: '$default',
        Otherwise: 'Write a pattern of its own; $default exists already.',
      },
    ];
  },
};
