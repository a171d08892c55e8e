/** Why a task has no result. */
export type Exhausted = 'time' | 'memory';

/** Thrown instead of a result: the task was ended at the bound of time or memory. */
export class ExhaustedError extends Error {
  override readonly name = 'ExhaustedError';
  readonly bound: Exhausted;

  constructor(bound: Exhausted) {
    super(`The task was ended: it took too much ${bound}.`);
    this.bound = bound;
  }
}

/** By its name: the bundles of this server have a class each. */
export const isExhausted = (error: unknown): error is ExhaustedError =>
  error instanceof Error && error.name === 'ExhaustedError';
