// Strings that a pattern is likely to match, read off its tree. Whether they do is for the matcher to say.

import type { Budget } from '../budget.ts';
import { oncePer } from '../once-per.ts';
import type { CharSet } from './char-set.ts';
import type { Node } from './tree.ts';

/** Longer strings show nothing more. */
const MAX_LENGTH = 1000;
const MAX_NODES = 5000;
/** Where the search for a member of a set ends: behind kana. */
const SCAN_END = 0x3100;
const READABLE = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ _-.:/,;!?@#$%&*+=()[]{}<>"\'`\\|^~',
].map((char) => char.codePointAt(0) ?? 0);

/** Chooses among `count` possibilities. */
type Choose = (count: number) => number;

/** The first choices are always the simplest ones; then they vary, in a fixed order. */
function chooser(variant: number): Choose {
  if (variant < 2) return (count) => variant % count;
  let state = variant * 2654435761;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % count;
  };
}

/** Some members of a set: the readable ones, or else the lowest. */
const someMembers = oncePer((set: CharSet): readonly number[] => {
  const found = READABLE.filter(set.has);
  for (let codePoint = set.ranges?.[0] ?? 0; codePoint < SCAN_END && found.length === 0; codePoint++) {
    if (set.has(codePoint)) found.push(codePoint);
  }
  return found;
});

class Sentence {
  readonly #choose: Choose;
  readonly #budget: Budget;
  readonly #groups = new Map<number, string>();
  #text = '';
  #nodes = 0;

  constructor(choose: Choose, budget: Budget) {
    this.#choose = choose;
    this.#budget = budget;
  }

  get text(): string {
    return this.#text;
  }

  /** Adds what a node matches; false where nothing is found, or too much. */
  add(node: Node): boolean {
    this.#budget.step();
    if (++this.#nodes > MAX_NODES) return false;
    switch (node.kind) {
      case 'char': {
        const known = someMembers(node.set);
        const codePoint = known[this.#choose(known.length)];
        return codePoint !== undefined && this.#append(String.fromCodePoint(codePoint));
      }
      case 'sequence':
        return node.items.every((item) => this.add(item));
      case 'alternation': {
        const branch = node.branches[this.#choose(node.branches.length)];
        return branch !== undefined && this.add(branch);
      }
      case 'group': {
        const start = this.#text.length;
        if (!this.add(node.body)) return false;
        if (node.index !== undefined) this.#groups.set(node.index, this.#text.slice(start));
        return true;
      }
      case 'atomic':
        return this.add(node.body);
      case 'repeat': {
        const most = Math.min(node.max, node.min + 3);
        const rounds = node.min + this.#choose(most - node.min + 1);
        for (let i = 0; i < rounds; i++) if (!this.add(node.body)) return false;
        return true;
      }
      case 'look':
        // What is looked for ahead has to come from somewhere; now and then this is the place.
        return node.negative || node.behind !== undefined || this.#choose(2) === 0 || this.add(node.body);
      case 'back-reference':
        return this.#append(this.#groups.get(node.index) ?? '');
      case 'line-break':
        return this.#append('\n');
      case 'grapheme':
        return this.#append('a');
      case 'anchor':
        return true;
      default:
        return node satisfies never;
    }
  }

  #append(text: string): boolean {
    this.#text += text;
    return this.#text.length <= MAX_LENGTH;
  }
}

/** A string for a variant (0, 1, 2, …); undefined where the variant leads nowhere. Throws LimitError. */
export function generate(root: Node, variant: number, budget: Budget): string | undefined {
  const sentence = new Sentence(chooser(variant), budget);
  return sentence.add(root) ? sentence.text : undefined;
}
