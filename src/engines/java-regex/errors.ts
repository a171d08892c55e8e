/**
 * `java.util.regex.PatternSyntaxException`. As in Java, `index` counts code points of the pattern with \Q…\E rewritten to
 * single escapes, and is -1 where Java gives none.
 */
export class PatternSyntaxError extends Error {
  override readonly name = 'PatternSyntaxError';
  readonly description: string;
  readonly index: number;
  readonly pattern: string;
  constructor(description: string, index: number, pattern: string) {
    super(`${description} near index ${index} of ${pattern}`);
    this.description = description;
    this.index = index;
    this.pattern = pattern;
  }
}

/** The `IllegalArgumentException` or `IndexOutOfBoundsException` of a wrong replacement string, in Java's words. */
export class ReplacementError extends Error {
  override readonly name = 'ReplacementError';
}
