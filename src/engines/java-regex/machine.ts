// The state of a match in progress: position, captured groups, and an explicit stack of what to try next, so that no
// text is too long for it.

import type { Budget } from '../budget.ts';
import { LimitError } from '../limit-error.ts';

/** What a step returns instead of the number of the next step. */
export const FAIL = -1;
export const ACCEPT = -2;

/** Does one thing at the machine's position and returns the number of the next step, FAIL or ACCEPT. */
export type Step = (machine: Machine) => number;

export interface Program {
  readonly steps: readonly Step[];
  /** Numbers that a run keeps: two for each group (0 is the whole match), then those of loops and lookaround. */
  readonly slotCount: number;
  /** How many loops remember the positions from which they failed. */
  readonly memoCount: number;
  /** A literal that every match begins with, or ''. */
  readonly prefix: string;
}

/** Instructions, some nanoseconds each, for one step of the budget. */
const INSTRUCTIONS_PER_STEP = 2.5;
const PAID_AT_ONCE = 100 * INSTRUCTIONS_PER_STEP;

/** About 100 MB. */
const MAX_FRAMES = 8_000_000;
const FRAME = 3;
/** So few numbers lie in the object itself, and most texts need no more. */
const FIRST_FRAMES = 5;

/** The position one code point before `position`. */
export function previous(text: string, position: number): number {
  const low = text.charCodeAt(position - 1);
  if (low < 0xdc00 || low > 0xdfff || position < 2) return position - 1;
  const high = text.charCodeAt(position - 2);
  return high >= 0xd800 && high <= 0xdbff ? position - 2 : position - 1;
}

export class Machine {
  readonly text: string;
  /** Whether only a match up to the end of the text counts. */
  readonly anchored: boolean;
  /** Where the previous match ended, for \G. */
  lastEnd = 0;
  readonly slots: Int32Array;
  readonly memos: readonly Set<number>[];
  position = 0;
  /**
   * Captures that Java sets once more when a match succeeds: [group, start, end, …], of which the first `pending` numbers
   * count. See `settle`.
   */
  readonly #pendingCaptures: number[] = [];
  readonly #program: Program;
  readonly #pendingSlot: number;
  readonly #budget: Budget;
  /** Instructions and characters that the budget has not been charged with yet. */
  #unpaid = 0;
  #frames = new Int32Array(FIRST_FRAMES * FRAME);
  #top = 0;

  constructor(program: Program, text: string, anchored: boolean, budget: Budget) {
    this.text = text;
    this.#budget = budget;
    this.anchored = anchored;
    this.slots = new Int32Array(program.slotCount + 1);
    this.memos = Array.from({ length: program.memoCount }, () => new Set<number>());
    this.#program = program;
    this.#pendingSlot = program.slotCount;
  }

  /** Prepares for a search from the left. */
  reset(lastEnd: number): void {
    this.lastEnd = lastEnd;
    this.slots.fill(-1);
    for (const memo of this.memos) memo.clear();
  }

  /**
   * Looks for a match that begins at `start`. What an earlier run has captured in lookaround or the like stays captured,
   * as it does in Java from one start to the next.
   */
  run(start: number): boolean {
    this.slots[this.#pendingSlot] = 0;
    this.#top = 0;
    this.position = start;
    const { steps } = this.#program;
    let pc = 0;
    for (;;) {
      this.spend(1);
      const step = steps[pc];
      pc = step ? step(this) : ACCEPT;
      if (pc === FAIL) pc = this.#backtrack();
      if (pc === FAIL) return false;
      if (pc === ACCEPT) return true;
    }
  }

  /** Counts instructions, or characters gone through by one. Throws `LimitError`. */
  spend(count: number): void {
    this.#unpaid += count;
    if (this.#unpaid >= PAID_AT_ONCE) this.pay();
  }

  /** Charges the budget with what has been spent; to be called at the end as well. */
  pay(): void {
    this.#budget.steps(Math.ceil(this.#unpaid / INSTRUCTIONS_PER_STEP));
    this.#unpaid = 0;
  }

  slot(index: number): number {
    return this.slots[index] ?? -1;
  }

  /** Sets a slot; backtracking sets it back. */
  save(index: number, value: number): void {
    this.#push(this.slot(index), 0, ~index);
    this.slots[index] = value;
  }

  /** Has step `pc` tried at `position` when what follows fails. */
  orElse(pc: number, position: number): void {
    this.#push(position, position, pc);
  }

  /** Has step `pc` tried at each shorter end of the run that has just come to the current position. */
  orShorter(pc: number, floor: number): void {
    if (this.position > floor) this.#push(Math.max(previous(this.text, this.position), floor), floor, pc);
  }

  /** Remembers in slots `index` to `index + 2` what `commit` needs. */
  mark(index: number): void {
    this.slots[index] = this.#top;
    this.slots[index + 1] = this.position;
    this.slots[index + 2] = this.slot(this.#pendingSlot);
  }

  /** Forgets all alternatives since `mark`. As in Java, groups captured meanwhile stay so even if what follows fails. */
  commit(index: number): void {
    this.#top = this.slot(index);
    this.settle(this.slot(index + 2));
  }

  /** Has a capture set once more at success. */
  pend(group: number): void {
    const size = this.slot(this.#pendingSlot);
    this.save(this.#pendingSlot, size + FRAME);
    this.#pendingCaptures[size] = group;
    this.#pendingCaptures[size + 1] = this.slot(2 * group);
    this.#pendingCaptures[size + 2] = this.slot(2 * group + 1);
  }

  /**
   * Sets the pending captures, the oldest last. Java repeats a deterministic group in a loop that, once all that follows
   * has matched, sets the group to its own last round, over what a later visit of the same loop has set.
   */
  settle(from = 0): void {
    for (let i = this.slot(this.#pendingSlot) - FRAME; i >= from; i -= FRAME) {
      const group = this.#pendingCaptures[i] ?? 0;
      this.slots[2 * group] = this.#pendingCaptures[i + 1] ?? -1;
      this.slots[2 * group + 1] = this.#pendingCaptures[i + 2] ?? -1;
    }
    this.slots[this.#pendingSlot] = from;
  }

  #push(a: number, b: number, code: number): void {
    if (this.#top === this.#frames.length) {
      if (this.#top >= MAX_FRAMES * FRAME)
        throw new LimitError('depth', 'The regular expression needs too much memory');
      const larger = new Int32Array(this.#frames.length * 2);
      larger.set(this.#frames);
      this.#frames = larger;
    }
    this.#frames[this.#top] = a;
    this.#frames[this.#top + 1] = b;
    this.#frames[this.#top + 2] = code;
    this.#top += FRAME;
  }

  #backtrack(): number {
    while (this.#top > 0) {
      const bottom = this.#top - FRAME;
      const a = this.#frames[bottom] ?? 0;
      const floor = this.#frames[bottom + 1] ?? 0;
      const code = this.#frames[bottom + 2] ?? 0;
      if (code >= 0) {
        this.position = a;
        if (a > floor) this.#frames[bottom] = Math.max(previous(this.text, a), floor);
        else this.#top = bottom;
        return code;
      }
      this.slots[~code] = a;
      this.#top = bottom;
    }
    return FAIL;
  }
}
