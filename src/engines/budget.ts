import { RegexLimitError } from './java-regex/errors.ts';
import { LimitError } from './limit-error.ts';
import { type LimitName, TemplateLimitError } from './velocity/error.ts';

/** What one rendering may use. */
export interface Limits {
  /** Nodes, values and method calls; work on long texts and lists counts by their length. */
  readonly steps: number;
  /** Blocks, macros, evaluated texts and operators inside each other. */
  readonly depth: number;
  /** Passes through all `#foreach` loops together. */
  readonly iterations: number;
  /** Elements of a range, a list or a map. */
  readonly elements: number;
  /** UTF-16 units of the output, and of any text on the way to it. */
  readonly length: number;
  /** Milliseconds. */
  readonly time: number;
}

export const DEFAULT_LIMITS: Limits = {
  steps: 2_000_000,
  depth: 500,
  iterations: 200_000,
  elements: 100_000,
  length: 1_000_000,
  time: 500,
};

/** Characters or elements a method may go through for the price of one step. */
const UNITS_PER_STEP = 16;

/** Steps of the regular expression machine, some nanoseconds each, for one step of the template. */
const REGEX_STEPS_PER_STEP = 2.5;

/** How many steps pass between two looks at the clock. */
const STEPS_BETWEEN_CLOCKS = 256;

/** Counts what a rendering uses and throws `TemplateLimitError` when it is too much. */
export class Budget {
  readonly limits: Limits;
  /** What regular expressions may still use. */
  readonly regex: { steps: number };
  #steps = 0;
  #nextClock = STEPS_BETWEEN_CLOCKS;
  #iterations = 0;
  readonly #deadline: number;

  constructor(limits: Limits) {
    this.limits = limits;
    this.regex = { steps: limits.steps * REGEX_STEPS_PER_STEP };
    this.#deadline = performance.now() + limits.time;
  }

  step(): void {
    if (++this.#steps >= this.#nextClock) this.#look();
  }

  steps(count: number): void {
    this.#steps += count;
    if (this.#steps >= this.#nextClock) this.#look();
  }

  /** Pays for an operation that goes through so many characters or elements. */
  work(units: number): void {
    this.steps(Math.ceil(units / UNITS_PER_STEP));
  }

  iterate(): void {
    if (++this.#iterations > this.limits.iterations) throw this.#exceeded('iterations');
  }

  /** Allows a text of this length, and pays for it. */
  text(length: number): void {
    if (length > this.limits.length) throw this.#exceeded('length');
    this.work(length);
  }

  /** Allows a list or map of this size. */
  elements(size: number): void {
    if (size > this.limits.elements) throw this.#exceeded('elements');
  }

  depth(depth: number): void {
    if (depth > this.limits.depth) throw this.#exceeded('depth');
  }

  #look(): void {
    if (this.#steps > this.limits.steps) throw this.#exceeded('steps');
    if (performance.now() > this.#deadline) throw this.#exceeded('time');
    this.#nextClock = Math.min(this.#steps + STEPS_BETWEEN_CLOCKS, this.limits.steps + 1);
  }

  #exceeded(limit: keyof Limits): TemplateLimitError {
    return new TemplateLimitError(limit, `The template needs more than ${this.limits[limit]} ${UNITS[limit]}`);
  }
}

const UNITS: Readonly<Record<keyof Limits, string>> = {
  steps: 'steps',
  depth: 'levels',
  iterations: 'passes through its loops',
  elements: 'elements in one list, map or range',
  length: 'characters in one text',
  time: 'milliseconds',
};

/** The limit an error of the Java classes stands for; `undefined` for any other error. */
export function asLimit(error: unknown): TemplateLimitError | undefined {
  if (error instanceof TemplateLimitError) return error;
  if (error instanceof RegexLimitError) return new TemplateLimitError('steps', error.message);
  if (error instanceof LimitError) return new TemplateLimitError(error.limit, error.message);
  if (!(error instanceof RangeError)) return undefined;
  const limit: LimitName = error.message.includes('call stack') ? 'depth' : 'length';
  return new TemplateLimitError(limit, `The template is too ${limit === 'depth' ? 'deep' : 'long'}`);
}
