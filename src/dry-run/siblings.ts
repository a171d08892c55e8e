// The integration responses that the wanted one will live beside.
import { parseKey } from '../preview/response-key.ts';
import type { Subject } from './subject.ts';

export type PatternKey = Extract<ReturnType<typeof parseKey>, { readonly form: 'pattern' }>;

/** The other keys that are patterns; the wanted key itself is left to duplicate-key. */
export const siblingPatterns = ({ wanted, live }: Subject): { readonly text: string; readonly key: PatternKey }[] =>
  (live.responses ?? []).flatMap(({ IntegrationResponseKey: text }) => {
    if (text === undefined || text === wanted.IntegrationResponseKey) return [];
    const key = parseKey(text);
    return key.form === 'pattern' ? [{ text, key }] : [];
  });
