import { facts } from '../../facts/facts.ts';
import { missedReads } from '../../live/checks.ts';
import { denied } from '../example.ts';
import type { Rule } from '../rule.ts';

export const notChecked: Rule = {
  code: 'not-checked',
  severity: 'warning',
  summary: 'Part of the live state could not be read, so some checks were not made.',
  why: 'What is not read cannot be judged; the control plane still judges the call itself.',
  facts: [facts['read-permission']],
  about: [],
  example: { refused: {}, live: denied('GetStages') },
  check({ live }) {
    const missed = missedReads(live);
    const [first] = missed;
    if (!first) return [];
    const { Type, Explanation } = first.error;
    return [
      {
        Path: [],
        Message: `Not checked, because ${missed.map(({ read }) => read).join(', ')} failed with ${Type}.`,
        Why: Explanation,
        Fix:
          Type === 'AccessDeniedException'
            ? 'Allow the reads for a complete dry run, or go on without.'
            : 'Call again for a complete dry run, or go on without.',
      },
    ];
  },
};
