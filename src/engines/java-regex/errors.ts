/**
 * `java.util.regex.PatternSyntaxException`. As in Java, `index` counts code points of the pattern with \Q…\E rewritten to
 * single escapes, and is -1 where Java gives none.
 */
export class PatternSyntaxError extends Error {
  readonly description: string;
  readonly index: number;
  readonly pattern: string;
  constructor(description: string, index: number, pattern: string) {
    super(`${description} near index ${index} of ${pattern}`);
    this.name = 'PatternSyntaxError';
    this.description = description;
    this.index = index;
    this.pattern = pattern;
  }
}

/** A bound of this implementation was reached: steps, memory, nesting, or a construct that it cannot evaluate. */
export class RegexLimitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RegexLimitError';
  }
}

/** The `IllegalArgumentException` or `IndexOutOfBoundsException` of a wrong replacement string, in Java's words. */
export class ReplacementError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ReplacementError';
  }
}

/** Work left, shared by as many calls as the caller wants. A step is about one instruction or one character. */
export type Budget = { steps: number };

/** Takes `steps` from the budget; throws RegexLimitError when it is used up. */
export function spend(budget: Budget, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new RegexLimitError('the regular expression took too many steps');
}
