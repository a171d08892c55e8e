// The integration responses that the wanted one will live beside.

import { parseKey } from '../../api-gateway/response-key.ts';
import { oncePer } from '../../engines/once-per.ts';
import type { Snapshot } from '../../live/snapshot.ts';
import type { Subject } from '../subject.ts';

export type PatternKey = Extract<ReturnType<typeof parseKey>, { readonly form: 'pattern' }>;

interface Sibling {
  readonly text: string;
  readonly key: PatternKey;
}

type Responses = NonNullable<Snapshot['responses']>;
/** The keys that are patterns, parsed once for all rules. */
const patternsOf = oncePer((responses: Responses): readonly Sibling[] =>
  responses.flatMap(({ IntegrationResponseKey: text }) => {
    if (text === undefined) return [];
    const key = parseKey(text);
    return key.form === 'pattern' ? [{ text, key }] : [];
  }),
);

/** The other keys that are patterns; the wanted key itself is left to duplicate-key. */
export const siblingPatterns = ({ wanted, live: { responses = [] } }: Subject): Sibling[] =>
  patternsOf(responses).filter(({ text }) => text !== wanted.IntegrationResponseKey);
