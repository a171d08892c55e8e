import { exceeded, LimitError } from './limit-error.ts';

/** What one run of an engine may use: a rendering, a match, a path, a search. */
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

/** How many steps pass between two looks at the clock. */
const STEPS_BETWEEN_CLOCKS = 256;

/**
 * Counts what a run uses, and throws `LimitError` when it is too much. A run that is part of a larger one, such as all the
 * work of one call, draws on the budget of the whole as well (`part`).
 */
export class Budget {
  readonly limits: Limits;
  readonly #whole: Budget | undefined;
  readonly #deadline: number;
  #steps = 0;
  /** Steps that the whole has been charged with. */
  #charged = 0;
  #nextLook: number;
  #iterations = 0;

  /** Limits that are not given are the default ones. */
  constructor(limits: Partial<Limits> = {}, whole?: Budget) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.#whole = whole;
    this.#deadline = performance.now() + this.limits.time;
    this.#nextLook = Math.min(STEPS_BETWEEN_CLOCKS, this.limits.steps + 1);
  }

  /**
   * Runs a part of the work within limits of its own. What it uses counts here too, so that it goes beyond neither what is
   * its own nor what is left.
   */
  part<Result>(limits: Partial<Limits>, run: (budget: Budget) => Result): Result {
    this.check();
    const part = new Budget(limits, this);
    try {
      return run(part);
    } finally {
      this.#steps += part.#steps - part.#charged;
    }
  }

  /** As `part`, but gives `otherwise` where the part takes too much; throws only where nothing is left of the whole. */
  attempt<Result, Otherwise>(
    limits: Partial<Limits>,
    otherwise: Otherwise,
    run: (budget: Budget) => Result,
  ): Result | Otherwise {
    try {
      return this.part(limits, run);
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      this.check();
      return otherwise;
    }
  }

  /** Throws where nothing is left. */
  check(): void {
    this.#look();
  }

  step(): void {
    if (++this.#steps >= this.#nextLook) this.#look();
  }

  steps(count: number): void {
    this.#steps += count;
    if (this.#steps >= this.#nextLook) this.#look();
  }

  /** Pays for an operation that goes through so many characters or elements. */
  work(units: number): void {
    this.steps(Math.ceil(units / UNITS_PER_STEP));
  }

  iterate(): void {
    if (++this.#iterations > this.limits.iterations) throw exceeded('iterations', this.limits.iterations);
  }

  /** Allows a text of this length, and pays for it. */
  text(length: number): void {
    if (length > this.limits.length) throw exceeded('length', this.limits.length);
    this.work(length);
  }

  /** Allows a list or map of this size. */
  elements(size: number): void {
    if (size > this.limits.elements) throw exceeded('elements', this.limits.elements);
  }

  depth(depth: number): void {
    if (depth > this.limits.depth) throw exceeded('depth', this.limits.depth);
  }

  #look(): void {
    if (this.#steps > this.limits.steps) throw exceeded('steps', this.limits.steps);
    if (performance.now() > this.#deadline) throw exceeded('time', this.limits.time);
    this.#charge();
    this.#nextLook = Math.min(this.#steps + STEPS_BETWEEN_CLOCKS, this.limits.steps + 1);
  }

  #charge(): void {
    const steps = this.#steps - this.#charged;
    this.#charged = this.#steps;
    this.#whole?.steps(steps);
  }
}

/** The limit an error stands for, that of the JavaScript engine included; `undefined` for any other error. */
export function asLimit(error: unknown): LimitError | undefined {
  if (error instanceof LimitError) return error;
  if (!(error instanceof RangeError)) return undefined;
  const isDepth = error.message.includes('call stack');
  return new LimitError(isDepth ? 'depth' : 'length', `The template is too ${isDepth ? 'deep' : 'long'}`);
}
