import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const keyEmptyPattern: Rule = {
  code: 'key-empty-pattern',
  severity: 'warning',
  summary: 'The key `//` has an empty pattern.',
  why: 'An empty pattern matches the empty text only: never a status code, and of a Lambda function only its success. Whether it is accepted is not published.',
  facts: [facts['key-empty-pattern']],
  about: ['IntegrationResponseKey'],
  example: { refused: { IntegrationResponseKey: '//' }, corrected: { IntegrationResponseKey: '/200/' } },
  check({ key }) {
    if (key?.form !== 'pattern' || key.source !== '') return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: 'There is no pattern between the slashes.',
        Fix: 'Write a pattern between them, or $default for whatever no pattern matches.',
      },
    ];
  },
};
