import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { overlappingSibling } from '../key/rivals.ts';
import type { Rule } from '../rule.ts';

export const keyOverlap: Rule = {
  code: 'key-overlap',
  severity: 'warning',
  summary: 'Another response of the integration matches part of what this key matches.',
  why: 'Which of several matching responses is chosen is not documented: observers and emulators contradict each other.',
  facts: [facts['key-overlap']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: '/4\\d\\d/' },
    live: { responses: [{ IntegrationResponseKey: '$default' }, { IntegrationResponseKey: '/404/' }] },
    corrected: { IntegrationResponseKey: '/4(?!04)\\d\\d/' },
  },
  check(subject) {
    const found = overlappingSibling(subject);
    if (!found) return [];
    const wanted = quote(subject.wanted.IntegrationResponseKey ?? '');
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `${wanted} and the existing response ${quote(found.key)} both match ${quote(found.both)}.`,
        Fix: 'Let the patterns exclude each other.',
      },
    ];
  },
};
