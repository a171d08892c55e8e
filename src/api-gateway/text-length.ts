// How long a text is, as far as that matters for a template or the expression that selects it.

/** `StringWithLengthBetween0And32K` of the service model. */
export const MAX_TEMPLATE_CHARACTERS = 32768;

/** Whether a text is too long to be a template, however the service counts: code points are the fewest it could find. */
export const isTooLong = (text: string): boolean =>
  text.length > MAX_TEMPLATE_CHARACTERS && characters(text) > MAX_TEMPLATE_CHARACTERS;

/** Counted as code points, as far as that matters. */
export function characters(text: string): number {
  if (text.length > 2 * MAX_TEMPLATE_CHARACTERS) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Characters of a template selection expression; none is published, and longer ones are not judged. */
const MAX_EXPRESSION_CHARACTERS = 4_096;

export const isLongExpression = (source: string): boolean => source.length > MAX_EXPRESSION_CHARACTERS;
