// Two automata walked together. Each is made deterministic on the way, and what was made of it serves the next walk: a
// pattern is compared with many others.

import type { Budget } from '../budget.ts';
import { LimitError } from '../limit-error.ts';
import { oncePer } from '../once-per.ts';
import type { Automaton } from './automaton.ts';

/** A state of the deterministic automaton: all those the automaton may be in after some text. */
interface State {
  readonly id: number;
  readonly members: readonly number[];
  readonly accepts: boolean;
  /** Where code points lead, as far as they were tried. */
  readonly next: Map<number, State>;
}

/** More states than any pattern of a kind that people write has. */
const MAX_STATES = 5000;

class Deterministic {
  readonly #automaton: Automaton;
  readonly #states = new Map<string, State>();

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
  }

  start(budget: Budget): State {
    return this.#state([0], budget);
  }

  /** Throws `LimitError`. */
  after({ members, next }: State, codePoint: number, budget: Budget): State {
    budget.step();
    const known = next.get(codePoint);
    if (known) return known;
    const reached: number[] = [];
    for (const member of members) {
      for (const { set, to } of this.#automaton.edges[member] ?? []) {
        budget.steps(set.cost);
        if (set.has(codePoint)) reached.push(to);
      }
    }
    const state = this.#state(reached, budget);
    next.set(codePoint, state);
    return state;
  }

  /** The state of all that is reached from these without a character. */
  #state(states: readonly number[], budget: Budget): State {
    const reached = new Set(states);
    for (const state of reached) {
      budget.step();
      for (const to of this.#automaton.empties[state] ?? []) reached.add(to);
    }
    const members = [...reached].sort((a, b) => a - b);
    const name = members.join();
    const known = this.#states.get(name);
    if (known) return known;
    if (this.#states.size >= MAX_STATES) throw new LimitError('elements', 'The automaton of the pattern is too large');
    const accepts = reached.has(this.#automaton.accept);
    const made = { id: this.#states.size, members, accepts, next: new Map<number, State>() };
    this.#states.set(name, made);
    return made;
  }
}

const deterministic = oncePer((automaton: Automaton) => new Deterministic(automaton));

/** A code point of the range, a readable one if there is one. */
function readable(low: number, high: number): number {
  for (const [from, to] of [
    [0x30, 0x39],
    [0x61, 0x7a],
    [0x20, 0x7e],
  ] as const) {
    if (low <= to && high >= from) return Math.max(low, from);
  }
  return low >= 0xd800 && low <= 0xdfff && high > 0xdfff ? 0xe000 : low;
}

interface Alphabet {
  /** One code point for each class of code points that the automata do not tell apart. */
  readonly symbols: readonly number[];
  /** Whether each class has its code point; not so with sets known only by their test. */
  readonly complete: boolean;
}

/** Where sets are known only by their test, try these. */
const PROBES = [...'aA0 .-\n\té\u00c9αя中\u{1f600}'].map((char) => char.codePointAt(0) ?? 0);

/** Where the sets of an automaton begin and end, and whether that can be said of all of them. */
const cutsOf = oncePer(({ edges }: Automaton): { readonly cuts: ReadonlySet<number>; readonly complete: boolean } => {
  const sets = new Set(edges.flat().map(({ set }) => set));
  const cuts = new Set([0]);
  for (const { ranges = [] } of sets) {
    for (let i = 0; i < ranges.length; i += 2) cuts.add(ranges[i] ?? 0).add((ranges[i + 1] ?? 0) + 1);
  }
  cuts.delete(0x110000);
  return { cuts, complete: [...sets].every(({ ranges }) => ranges) };
});

export function alphabetOf(a: Automaton, b: Automaton, budget: Budget): Alphabet {
  const [one, other] = [cutsOf(a), cutsOf(b)];
  budget.steps(one.cuts.size + other.cuts.size);
  const complete = one.complete && other.complete;
  const sorted = [...new Set([...one.cuts, ...other.cuts])].sort((x, y) => x - y);
  const symbols = sorted.map((low, i) => readable(low, (sorted[i + 1] ?? 0x110000) - 1));
  // Halves of surrogate pairs join in a text, which is not modelled.
  const whole = !sorted.some((cut) => cut > 0xd800 && cut <= 0xdfff);
  return { symbols: complete ? symbols : [...symbols, ...PROBES], complete: complete && whole };
}

/**
 * Walks both automata together, shortest texts first, and yields a text for each pair of states on which `wanted` holds
 * of what the two accept; never a text of which `b` accepts no continuation. Throws `LimitError`.
 */
export function* product(
  a: Automaton,
  b: Automaton,
  { symbols }: Alphabet,
  wanted: (aAccepts: boolean, bAccepts: boolean) => boolean,
  budget: Budget,
): Generator<string> {
  const [one, other] = [deterministic(a), deterministic(b)];
  const queue = [{ a: one.start(budget), b: other.start(budget), text: '' }];
  const seen = new Set<number>();
  const withoutA = wanted(false, true);
  for (const pair of queue) {
    if (wanted(pair.a.accepts, pair.b.accepts)) yield pair.text;
    for (const symbol of symbols) {
      const inB = other.after(pair.b, symbol, budget);
      if (inB.members.length === 0) continue;
      const inA = one.after(pair.a, symbol, budget);
      const id = inA.id * MAX_STATES + inB.id;
      if ((inA.members.length === 0 && !withoutA) || seen.has(id)) continue;
      seen.add(id);
      queue.push({ a: inA, b: inB, text: pair.text + String.fromCodePoint(symbol) });
    }
  }
}
