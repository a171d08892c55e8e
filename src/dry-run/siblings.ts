// The integration responses that the wanted one will live beside.
import { parseKey } from '../preview/response-key.ts';
import type { Snapshot, Subject } from './subject.ts';

export type PatternKey = Extract<ReturnType<typeof parseKey>, { readonly form: 'pattern' }>;

interface Sibling {
  readonly text: string;
  readonly key: PatternKey;
}

type Responses = NonNullable<Snapshot['responses']>;
const parsed = new WeakMap<Responses, readonly Sibling[]>();

/** The other keys that are patterns, parsed once for all rules; the wanted key itself is left to duplicate-key. */
export function siblingPatterns({ wanted, live: { responses = [] } }: Subject): Sibling[] {
  const patterns = parsed.get(responses) ?? patternsOf(responses);
  parsed.set(responses, patterns);
  return patterns.filter(({ text }) => text !== wanted.IntegrationResponseKey);
}

const patternsOf = (responses: Responses): Sibling[] =>
  responses.flatMap(({ IntegrationResponseKey: text }) => {
    if (text === undefined) return [];
    const key = parseKey(text);
    return key.form === 'pattern' ? [{ text, key }] : [];
  });
