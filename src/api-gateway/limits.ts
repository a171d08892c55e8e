// Limits of the service, and of what is judged here.

/** Bytes of a frame. The quotas speak of messages sent to the gateway; that answers keep them is inferred. */
export const MAX_FRAME_BYTES = 32 * 1024;
/** Bytes of a message, likewise. */
export const MAX_MESSAGE_BYTES = 128 * 1024;

/** Frames of a message; an empty message is one empty frame. */
export const framesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / MAX_FRAME_BYTES));

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
