/** What a value, its printed form or a calculation may not exceed. */
export type Limit = 'length' | 'depth' | 'digits' | 'steps';

/** Work was stopped at a bound of ours; Java would have gone on until memory or stack ran out. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
  readonly limit: Limit;
  /** `limit` names the bound, `maximum` is its value: UTF-16 units, nesting levels, decimal digits or steps. */
  constructor(limit: Limit, maximum: number) {
    super(`More than ${maximum} ${limit === 'length' ? 'characters' : limit === 'depth' ? 'levels' : limit}`);
    this.limit = limit;
  }
}
