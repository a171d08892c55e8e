import { JavaObject } from '../java/value.ts';
import type { Context } from './context.ts';
import type { Rendering } from './rendering.ts';
import type { Node } from './tree.ts';

/** What `#define` stores, and what `$bodyContent` is: nodes that are rendered wherever they are printed. */
export class BlockReference extends JavaObject {
  readonly className = 'org.apache.velocity.runtime.directive.Block$Reference';
  readonly #rendering: Rendering;
  readonly #nodes: readonly Node[];
  readonly #context: Context;
  readonly #maxDepth: number;
  #depth = 0;

  /** @param maxDepth how often it may be printed inside itself */
  constructor(rendering: Rendering, nodes: readonly Node[], context: Context, maxDepth: number) {
    super();
    this.#rendering = rendering;
    this.#nodes = nodes;
    this.#context = context;
    this.#maxDepth = maxDepth;
  }

  /** Writes the block, with the variables of the place where it is printed; answers false where it is too deep. */
  write(context: Context): boolean {
    if (this.#depth >= this.#maxDepth) return false;
    this.#depth++;
    this.#rendering.untilStopped(
      () => this.#rendering.render(this.#nodes, context),
      (signal) => signal.isFor(this),
    );
    this.#depth--;
    return true;
  }

  /** The block as text, with the variables of the place where it was defined; null where it is too deep. */
  print(): string | null {
    let isWritten = false;
    const text = this.#rendering.capture(() => {
      isWritten = this.write(this.#context);
    });
    return isWritten ? text : null;
  }
}
