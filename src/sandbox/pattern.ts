/**
 * Whether `java.util.regex.Pattern` certainly refuses the pattern: an unclosed group or class, a `)` too many, a trailing
 * backslash, a quantifier with nothing to repeat at the start. Everything finer is let through.
 */
export function isBrokenPattern(pattern: string): boolean {
  // Comments mode would hide characters from the scan.
  if (/\(\?[a-zA-Z]*x/.test(pattern)) return false;
  if (/^[*+?]/.test(pattern)) return true;
  let groups = 0;
  let classes = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') {
      at++;
      if (at === pattern.length) return true;
      if (pattern[at] === 'Q') at = endOfQuotation(pattern, at);
    } else if (character === '[') {
      classes++;
      if (pattern[at + 1] === '^') at++;
      if (pattern[at + 1] === ']') at++; // a `]` that comes first stands for itself
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

function endOfQuotation(pattern: string, from: number): number {
  const end = pattern.indexOf('\\E', from);
  return end < 0 ? pattern.length : end + 1;
}
