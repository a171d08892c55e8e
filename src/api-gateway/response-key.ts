import type { IntegrationResponse } from '../contract/integration-response.ts';
import { PatternSyntaxError } from '../engines/java-regex/errors.ts';
import { parsePattern } from '../engines/java-regex/parse.ts';
import type { Pattern } from '../engines/java-regex/tree.ts';
import { LimitError } from '../engines/limit-error.ts';
import { recently } from '../engines/recently.ts';

/** An `IntegrationResponseKey`, taken apart. */
export type Key =
  | { readonly form: 'default' }
  | { readonly form: 'pattern'; readonly source: string; readonly pattern: Pattern }
  | { readonly form: 'broken'; readonly source: string; readonly error: PatternSyntaxError }
  /** A pattern too large to be judged here. */
  | { readonly form: 'unjudged'; readonly source: string }
  | { readonly form: 'other' };

/** Keys that are remembered, with what is found out about their patterns: an integration has at most some hundreds. */
const MAX_REMEMBERED = 500;

/** Longer patterns cost too much to compile and to compare. */
const MAX_LENGTH = 4_096;

/** `$default`, or a Java pattern between exactly one leading and one trailing slash (developer guide, integration responses). */
export const parseKey = recently(MAX_REMEMBERED, read);

function read(key: string): Key {
  if (key === '$default') return { form: 'default' };
  if (key.length < 2 || !key.startsWith('/') || !key.endsWith('/')) return { form: 'other' };
  const source = key.slice(1, -1);
  if (source.length > MAX_LENGTH) return { form: 'unjudged', source };
  try {
    return { form: 'pattern', source, pattern: parsePattern(source) };
  } catch (error) {
    if (error instanceof PatternSyntaxError) return { form: 'broken', source, error };
    if (error instanceof LimitError) return { form: 'unjudged', source };
    throw error;
  }
}

/** An integration response, a draft or one that exists, that can be chosen at all. */
export type KeyedResponse = IntegrationResponse & { readonly IntegrationResponseKey: string };
