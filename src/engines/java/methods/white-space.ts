/** `Character.isWhitespace`: unlike JavaScript's `\s`, no non-breaking spaces, and the separators U+001C to U+001F. */
export function isWhitespace(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code >= 9 && code <= 13) || (code >= 28 && code <= 32);
  return /[\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/.test(character);
}

/** `String.stripLeading`. */
export function stripLeading(text: string): string {
  let start = 0;
  while (start < text.length && isWhitespace(text.charAt(start))) start++;
  return text.slice(start);
}

/** `String.stripTrailing`. */
export function stripTrailing(text: string): string {
  let end = text.length;
  while (end > 0 && isWhitespace(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
