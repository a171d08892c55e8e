import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { globMeant, overLines } from '../key/key-shape.ts';
import type { Rule } from '../rule.ts';

export const keyGlob: Rule = {
  code: 'key-glob',
  severity: 'warning',
  summary: 'The pattern ends like a file glob: `Invalid*` means "Invali" and any number of "d".',
  why:
    'In a regular expression of Java * repeats what stands before it, and "anything" is .* there. That the pattern must match the ' +
    'whole text is inferred: the guide itself writes Invalid* for messages that only begin so.',
  facts: [facts['key-star-repeats'], facts['key-full-match']],
  about: ['IntegrationResponseKey'],
  example: { refused: { IntegrationResponseKey: '/5*/' }, corrected: { IntegrationResponseKey: '/5\\d\\d/' } },
  check(subject) {
    const { key, matched } = subject;
    if (key?.form !== 'pattern') return [];
    const source = globMeant(key.source, matched);
    if (source === undefined) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `The * at the end of ${quote(key.source)} repeats only the character before it.`,
        Fix: `Write ${quote(overLines(`/${source}/`, matched) ?? '')}.`,
        Replace: overLines(`/${source}/`, matched),
      },
    ];
  },
};
