import { asLimit, type Budget } from '../budget.ts';
import type { Value } from '../java/value.ts';
import type { Context } from './context.ts';
import { TemplateRuntimeError, TemplateSyntaxError } from './error.ts';
import { positionAt } from './position.ts';
import type { Foreach, MacroDefinition, Node, Template } from './tree.ts';

/** `#break` and `#stop` on their way to what they end: the nearest that can be ended, one loop, or everything. */
export class StopSignal extends Error {
  readonly ends: 'nearest' | 'all' | Foreach;
  constructor(ends: 'nearest' | 'all' | Foreach) {
    super('stop');
    this.ends = ends;
  }
  /** Whether a loop, a macro or a block of a `#define` ends here. */
  isFor(node: unknown): boolean {
    return this.ends === 'nearest' || this.ends === node;
  }
}

/** Recorded once: a stack for each `#break` would cost more than the pass it ends. */
export const STOP_NEAREST = new StopSignal('nearest');
export const STOP_ALL = new StopSignal('all');

/** What a rendering starts with. */
export interface Scope {
  /** The variables. Each rendering asks for a value once, when its template first names it. */
  readonly variables: ReadonlyMap<string, () => Value>;
  /** Directives that the host of the templates does not let them use: rendering one fails. */
  readonly unavailable: ReadonlySet<'evaluate'>;
}

/** The state of one rendering: what has been written, what may still be used, which macros exist. */
export class Rendering {
  readonly template: Template;
  readonly unavailable: Scope['unavailable'];
  readonly budget: Budget;
  readonly macros: Map<string, MacroDefinition>;
  /** Macros inside each other. One that a `#break` has ended still counts, as in Velocity 1.7. */
  macroDepth = 0;
  /** Passes of the `#foreach` that had most of them. */
  longestLoop = 0;
  readonly #render: (rendering: Rendering, nodes: readonly Node[], context: Context) => void;
  readonly #maxLength: number;
  #output = '';
  #depth = 0;

  constructor(
    template: Template,
    unavailable: Scope['unavailable'],
    budget: Budget,
    render: (rendering: Rendering, nodes: readonly Node[], context: Context) => void,
  ) {
    this.template = template;
    this.unavailable = unavailable;
    this.budget = budget;
    this.macros = new Map(template.macros);
    this.#render = render;
    this.#maxLength = budget.limits.length;
  }

  get output(): string {
    return this.#output;
  }

  write(text: string): void {
    this.#output += text;
    if (this.#output.length > this.#maxLength) this.budget.text(this.#output.length);
  }

  render(nodes: readonly Node[], context: Context): void {
    this.#render(this, nodes, context);
  }

  /** Begins what is one level deeper. */
  enter(): void {
    this.budget.depth(++this.#depth);
  }

  leave(): void {
    this.#depth--;
  }

  /** Catches what is written meanwhile. */
  capture(write: () => void): string {
    const outer = this.#output;
    this.#output = '';
    try {
      write();
      return this.#output;
    } finally {
      this.#output = outer;
    }
  }

  /** Runs a body that a `#break` or `#stop` may end; answers whether one has. */
  untilStopped(body: () => void, isEndedBy: (signal: StopSignal) => boolean): boolean {
    const depth = this.#depth;
    try {
      body();
      return false;
    } catch (error) {
      if (!(error instanceof StopSignal) || !isEndedBy(error)) throw error;
      this.#depth = depth;
      return true;
    }
  }

  /** The error to throw for one that happened at this place of the template. */
  errorAt(offset: number, error: unknown): Error {
    const known = error instanceof TemplateRuntimeError || error instanceof StopSignal ? error : asLimit(error);
    if (known) return known;
    const message = error instanceof Error ? error.message : String(error);
    const reason = error instanceof TemplateSyntaxError ? `An evaluated text cannot be parsed: ${message}` : message;
    return new TemplateRuntimeError(reason, positionAt(this.template.source, offset), { cause: error });
  }
}
