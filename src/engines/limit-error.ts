/** What a call of an engine may not exceed. */
export type Limit = 'steps' | 'depth' | 'iterations' | 'elements' | 'length' | 'digits' | 'time';

/** Work was stopped at a bound of ours. Java would have gone on, until its memory or its stack ran out. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
  readonly limit: Limit;

  constructor(limit: Limit, message: string) {
    super(message);
    this.limit = limit;
  }
}

const UNITS: Readonly<Record<Limit, string>> = {
  steps: 'steps',
  depth: 'levels',
  iterations: 'passes through its loops',
  elements: 'elements in one list, map or range',
  length: 'characters in one text',
  digits: 'digits in one number',
  time: 'milliseconds',
};

/** The error of whatever asks for more than `maximum` of the limit's unit. */
export function exceeded(limit: Limit, maximum: number): LimitError {
  return new LimitError(limit, `It needs more than ${maximum} ${UNITS[limit]}`);
}
