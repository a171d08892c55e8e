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

type Response = NonNullable<Snapshot['responses']>[number];
/** The key, where it is a pattern; parsed once for all rules, and for all responses that it is a sibling of. */
const patternOf = oncePer(({ IntegrationResponseKey: text }: Response): Sibling | undefined => {
  if (text === undefined) return undefined;
  const key = parseKey(text);
  return key.form === 'pattern' ? { text, key } : undefined;
});

/** The other keys that are patterns; the wanted key itself is left to duplicate-key. */
export const siblingPatterns = ({ wanted, live: { responses = [] } }: Subject): Sibling[] =>
  responses.flatMap((response) => {
    const sibling = patternOf(response);
    return sibling && sibling.text !== wanted.IntegrationResponseKey ? [sibling] : [];
  });
