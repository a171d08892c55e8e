// Finite automata that bound what a pattern matches as a whole, to decide whether two patterns overlap. What no automaton
// can express (lookaround, back-references, possessive loops…) is taken for nothing in a lower bound, and for more than
// it matches in an upper bound.

import { LimitError } from '../limit-error.ts';
import { ALL, type CharSet, VERTICAL } from './char-set.ts';
import type { Node } from './tree.ts';

interface Edge {
  readonly set: CharSet;
  readonly to: number;
}

/** Starts in state 0. */
export interface Automaton {
  readonly accept: number;
  readonly empties: readonly (readonly number[])[];
  readonly edges: readonly (readonly Edge[])[];
}

export type Bound = 'lower' | 'upper';

/** Repetitions are unrolled, so a pattern can ask for any number. */
const MAX_STATES = 2000;

/** Whether nothing stands before a node, and nothing behind it, that could take up characters. */
interface Edges {
  readonly first: boolean;
  readonly last: boolean;
}

const INSIDE: Edges = { first: false, last: false };

class Builder {
  readonly empties: number[][] = [];
  readonly edges: Edge[][] = [];
  readonly #bound: Bound;

  constructor(bound: Bound) {
    this.#bound = bound;
  }

  state(): number {
    if (this.edges.length >= MAX_STATES) throw new LimitError('elements', 'The automaton of the pattern is too large');
    this.empties.push([]);
    return this.edges.push([]) - 1;
  }

  #connect(from: number, to: number): void {
    this.empties[from]?.push(to);
  }

  #edge(from: number, set: CharSet): number {
    const to = this.state();
    this.edges[from]?.push({ set, to });
    return to;
  }

  /** Anything, in an upper bound; in a lower bound a state that is never reached. */
  #unknown(from: number): number {
    const to = this.state();
    if (this.#bound === 'lower') return to;
    this.#connect(from, to);
    this.edges[to]?.push({ set: ALL, to });
    return to;
  }

  /** A test without width that is known to hold or not; the upper bound lets it hold anyway. */
  #test(from: number, holds: boolean): number {
    return holds || this.#bound === 'upper' ? from : this.state();
  }

  /** Adds a node behind a state; returns the state behind the node. */
  node(node: Node, from: number, place: Edges): number {
    switch (node.kind) {
      case 'char':
        return this.#edge(from, node.set);
      case 'sequence':
        return this.#sequence(node.items, from, place);
      case 'alternation':
        return this.#alternation(node.branches, from, place);
      case 'group':
        return this.node(node.body, from, place);
      case 'repeat':
        return this.#repeat(node, from);
      case 'anchor':
        if (node.at === 'begin') return this.#test(from, place.first);
        return this.#test(from, place.last && /^(unix-)?(last-line-)?end$/.test(node.at));
      case 'look':
        return this.#test(from, false);
      case 'atomic':
        return this.#bound === 'lower' ? this.state() : this.node(node.body, from, INSIDE);
      case 'line-break':
        return this.#lineBreak(from);
      case 'back-reference':
      case 'grapheme':
        return this.#unknown(from);
      default:
        return node satisfies never;
    }
  }

  #sequence(items: readonly Node[], from: number, place: Edges): number {
    const wide = (item: Node): boolean => item.kind !== 'anchor';
    const firstWide = items.findIndex(wide);
    const lastWide = items.findLastIndex(wide);
    return items.reduce((state, item, i) => {
      const first = place.first && (firstWide < 0 || i <= firstWide);
      return this.node(item, state, { first, last: place.last && i >= lastWide });
    }, from);
  }

  #alternation(branches: readonly Node[], from: number, place: Edges): number {
    const end = this.state();
    for (const branch of branches) this.#connect(this.node(branch, from, place), end);
    return end;
  }

  #repeat({ body, min, max, mode }: Extract<Node, { kind: 'repeat' }>, from: number): number {
    if (mode === 'possessive' && this.#bound === 'lower') return this.state();
    let state = from;
    for (let i = 0; i < min; i++) {
      const next = this.node(body, state, INSIDE);
      if (next === state) return state;
      state = next;
    }
    const end = this.state();
    if (max === Number.POSITIVE_INFINITY) {
      this.#connect(state, end);
      this.#connect(this.node(body, end, INSIDE), end);
      return end;
    }
    for (let i = min; i < max; i++) {
      this.#connect(state, end);
      const next = this.node(body, state, INSIDE);
      if (next === state) return end;
      state = next;
    }
    this.#connect(state, end);
    return end;
  }

  /** \R, which is not backtracked into where it is repeated: no lower bound. */
  #lineBreak(from: number): number {
    if (this.#bound === 'lower') return this.state();
    const end = this.#edge(from, VERTICAL);
    this.#connect(this.#edge(this.#edge(from, VERTICAL), VERTICAL), end);
    return end;
  }
}

/** Throws `LimitError` where the automaton would be too large. */
export function automatonOf(root: Node, bound: Bound): Automaton {
  const builder = new Builder(bound);
  const accept = builder.node(root, builder.state(), { first: true, last: true });
  return { accept, empties: builder.empties, edges: builder.edges };
}
