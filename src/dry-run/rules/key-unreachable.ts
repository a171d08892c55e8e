import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { broaderSibling } from '../key/rivals.ts';
import type { Rule } from '../rule.ts';

export const keyUnreachable: Rule = {
  code: 'key-unreachable',
  severity: 'warning',
  summary: 'Another response of the integration matches everything that this key matches.',
  why: 'Which of several matching responses is chosen is not documented, so this one may never be.',
  facts: [facts['key-overlap']],
  about: ['IntegrationResponseKey'],
  explains: ['key-overlap'],
  example: {
    refused: { IntegrationResponseKey: '/404/' },
    live: { responses: [{ IntegrationResponseKey: '$default' }, { IntegrationResponseKey: '/4\\d\\d/' }] },
    corrected: { IntegrationResponseKey: '/5\\d\\d/' },
  },
  check(subject) {
    const sibling = broaderSibling(subject);
    if (sibling === undefined) return [];
    const wanted = quote(subject.wanted.IntegrationResponseKey ?? '');
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `Whatever ${wanted} matches, the existing response ${quote(sibling)} matches as well.`,
        Fix: `Narrow ${quote(sibling)} first so that it leaves this case out, or change that response instead.`,
      },
    ];
  },
};
