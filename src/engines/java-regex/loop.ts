// The steps of repetition. A loop has two slots: how many rounds have begun, and where the current one began.

import { FAIL, type Step } from './machine.ts';

export interface Loop {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
  /** The number of the memo of failed positions, if the loop has one. */
  readonly memo: number | undefined;
  /** Whether rounds from the same position are alike: a back-reference may tell them apart. */
  readonly alike: boolean;
}

/** Begins a loop. */
export function begin({ count }: Loop, next: number): Step {
  return (machine) => {
    machine.save(count, 0);
    return next;
  };
}

/**
 * Decides about another round. `round` is the step that begins one, `exit` the step behind the loop, `failed` the one to
 * try after a greedy round has failed.
 */
export function decide({ count, min, max, lazy, memo }: Loop, round: number, exit: number, failed: number): Step {
  return (machine) => {
    const rounds = machine.slot(count);
    if (rounds < min) return round;
    if (rounds >= max) return exit;
    if (lazy) {
      machine.orElse(round, machine.position);
      return exit;
    }
    if (memo !== undefined && machine.memos[memo]?.has(machine.position)) return exit;
    machine.orElse(failed, machine.position);
    return round;
  };
}

/** Begins a round. */
export function round({ count }: Loop, next: number): Step {
  return (machine) => {
    machine.save(count, machine.slot(count) + 1);
    machine.save(count + 1, machine.position);
    return next;
  };
}

/** Remembers that no round from here leads to a match, so that it is not tried again. */
export function remember(memo: number, next: number): Step {
  return (machine) => {
    machine.memos[memo]?.add(machine.position);
    return next;
  };
}

/** Ends a round of a loop that is backtracked into: one without width ends the loop, whatever its minimum. */
export function endRound({ count }: Loop, decision: number, exit: number): Step {
  return (machine) => (machine.position > machine.slot(count + 1) ? decision : exit);
}

/**
 * Ends a round that is not backtracked into, and captures `group`. A round without width beyond the minimum ends a greedy
 * loop without capturing, and fails in a lazy one.
 */
export function endAtomicRound(loop: Loop, group: number | undefined, decision: number, exit: number): Step {
  const { count, min, lazy, alike } = loop;
  return (machine) => {
    const start = machine.slot(count + 1);
    const empty = machine.position === start;
    if (empty && machine.slot(count) > min) return lazy ? FAIL : exit;
    if (group !== undefined) {
      machine.save(2 * group, start);
      machine.save(2 * group + 1, machine.position);
    }
    // The other rounds up to the minimum need not be run.
    if (empty && alike) machine.save(count, min);
    return decision;
  };
}

/** Leaves a greedy loop over a capturing group: see `Machine.settle`. */
export function settleLater({ count, min }: Loop, group: number, next: number): Step {
  return (machine) => {
    if (machine.slot(count) > min) machine.pend(group);
    return next;
  };
}
