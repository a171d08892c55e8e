/**
 * Whether `java.util.regex.Pattern` certainly refuses the pattern: an unclosed group or class, a `)` too many, a trailing
 * backslash, a quantifier with nothing to repeat at the start. Everything finer is let through.
 */
export function isBrokenPattern(pattern: string): boolean {
  // Comments mode hides characters from the scan.
  if (/\(\?[a-zA-Z]*x/.test(pattern)) return false;
  if (/^[*+?]/.test(pattern)) return true;
  const source = pattern.replace(/\\Q.*?(?:\\E|$)/gs, '');
  let groups = 0;
  let classes = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') {
      at++;
      if (at === source.length) return true;
    } else if (character === '[') {
      classes++;
      if (source[at + 1] === '^') at++;
      if (source[at + 1] === ']') at++; // a `]` that comes first stands for itself
    } else if (classes > 0) {
      if (character === ']') classes--;
    } else if (character === '(') {
      groups++;
    } else if (character === ')' && groups-- === 0) {
      return true;
    }
  }
  return groups > 0 || classes > 0;
}
