import type { MatchedText } from '../../api-gateway/matched-text.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { PatternKey } from '../key/siblings.ts';
import { isUnwieldy, statusCodesOf } from '../key/status-codes.ts';
import type { Rule } from '../rule.ts';

export const keyNotJudged: Rule = {
  code: 'key-not-judged',
  severity: 'warning',
  summary: 'The pattern of the key is too long, or takes too long, to be judged.',
  why: 'Reading and trying patterns is bounded here; whether the service goes on where we stop is not known.',
  facts: [facts['key-not-judged']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: `/${'(a+)+'.repeat(1000)}/` },
    corrected: { IntegrationResponseKey: '/a+/' },
  },
  check({ key, matched }) {
    if (key?.form !== 'unjudged' && !(key?.form === 'pattern' && takesTooLong(key, matched))) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `What ${quote(`/${key.source}/`)} matches was not found out.`,
        Fix: 'Write a shorter pattern, without repetitions inside repetitions.',
      },
    ];
  },
};

const takesTooLong = (key: PatternKey, matched: MatchedText): boolean =>
  matched === 'status' ? statusCodesOf(key) === undefined : matched === 'errorMessage' && isUnwieldy(key);
