// The steps that programs are made of. Each one goes on with the step behind it, `next`, unless it says otherwise.

import { holds } from './anchor.ts';
import type { CharSet } from './char-set.ts';
import { nextGraphemeBoundary } from './grapheme.ts';
import { fold, foldAscii } from './letter-case.ts';
import { ACCEPT, FAIL, type Machine, previous, type Step } from './machine.ts';
import type { AnchorPlace, Behind } from './tree.ts';

function widthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** A test of one code point that remembers its answers for Latin-1. */
function tester({ has, cost }: CharSet): (machine: Machine, codePoint: number) => boolean {
  const latin1 = new Int8Array(256).fill(-1);
  return (machine, codePoint) => {
    const known = latin1[codePoint];
    if (known !== undefined && known >= 0) return known === 1;
    machine.spend(cost);
    const result = has(codePoint);
    if (codePoint < 256) latin1[codePoint] = result ? 1 : 0;
    return result;
  };
}

export function accept(machine: Machine): number {
  if (machine.anchored && machine.position !== machine.text.length) return FAIL;
  machine.settle();
  return ACCEPT;
}

export function fail(): number {
  return FAIL;
}

export function text(literal: string, next: number): Step {
  const cost = literal.length >> 3;
  return (machine) => {
    machine.spend(cost);
    if (!machine.text.startsWith(literal, machine.position)) return FAIL;
    machine.position += literal.length;
    return next;
  };
}

export function char(set: CharSet, next: number): Step {
  const test = tester(set);
  return (machine) => {
    const codePoint = machine.text.codePointAt(machine.position);
    if (codePoint === undefined || !test(machine, codePoint)) return FAIL;
    machine.position += widthOf(codePoint);
    return next;
  };
}

/** As many characters of a set as possible, then fewer unless `possessive`. */
export function run(set: CharSet, min: number, max: number, possessive: boolean, next: number): Step {
  const test = tester(set);
  return (machine) => {
    const { text, position } = machine;
    let end = position;
    let count = 0;
    let floor = min === 0 ? position : -1;
    while (count < max) {
      const codePoint = text.codePointAt(end);
      if (codePoint === undefined || !test(machine, codePoint)) break;
      end += widthOf(codePoint);
      if (++count === min) floor = end;
    }
    machine.spend(count);
    if (floor < 0) return FAIL;
    machine.position = end;
    if (!possessive) machine.orShorter(next, floor);
    return next;
  };
}

export function anchor(at: AnchorPlace, next: number): Step {
  return (machine) => (holds(at, machine) ? next : FAIL);
}

export function lineBreak(next: number): Step {
  return (machine) => {
    const { text, position } = machine;
    const unit = text.charCodeAt(position);
    if (unit === 0x0d && text.charCodeAt(position + 1) === 0x0a) {
      machine.orElse(next, position + 1);
      machine.position += 2;
      return next;
    }
    if (!((unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029)) return FAIL;
    machine.position++;
    return next;
  };
}

export function grapheme(next: number): Step {
  return (machine) => {
    if (machine.position >= machine.text.length) return FAIL;
    const end = nextGraphemeBoundary(machine.text, machine.position);
    machine.spend(end - machine.position);
    machine.position = end;
    return next;
  };
}

export function backReference(index: number, mode: 'none' | 'ascii' | 'unicode', next: number): Step {
  const folded = mode === 'unicode' ? fold : foldAscii;
  return (machine) => {
    const start = machine.slot(2 * index);
    const length = machine.slot(2 * index + 1) - start;
    if (start < 0 || machine.position + length > machine.text.length) return FAIL;
    machine.spend(length);
    const wanted = machine.text.slice(start, start + length);
    const found = machine.text.slice(machine.position, machine.position + length);
    if (wanted !== found && (mode === 'none' || !equalFolded(wanted, found, folded))) return FAIL;
    machine.position += length;
    return next;
  };
}

function equalFolded(a: string, b: string, folded: (codePoint: number) => number): boolean {
  const left = [...a];
  const right = [...b];
  const at = (chars: string[], i: number): number => folded(chars[i]?.codePointAt(0) ?? 0);
  return left.length === right.length && left.every((_, i) => at(left, i) === at(right, i));
}

/** Tries `first`, and `second` should that fail. */
export function split(first: number, second: number): Step {
  return (machine) => {
    machine.orElse(second, machine.position);
    return first;
  };
}

export function jump(to: number): Step {
  return () => to;
}

/** Sets a slot to the current position. */
export function store(slot: number, next: number): Step {
  return (machine) => {
    machine.save(slot, machine.position);
    return next;
  };
}

/** Captures a group from the position in slot `start` to here. */
export function capture(group: number, start: number, next: number): Step {
  return (machine) => {
    machine.save(2 * group, machine.slot(start));
    machine.save(2 * group + 1, machine.position);
    return next;
  };
}

/** Begins a part that is not backtracked into. */
export function mark(slot: number, next: number): Step {
  return (machine) => {
    machine.mark(slot);
    return next;
  };
}

/** Ends it; a lookahead goes back to where it began. */
export function commit(slot: number, restore: boolean, next: number): Step {
  return (machine) => {
    machine.commit(slot);
    if (restore) machine.position = machine.slot(slot + 1);
    return next;
  };
}

/** Begins a negative lookahead: what fails goes on at `exit`. */
export function markNegative(slot: number, exit: number, next: number): Step {
  return (machine) => {
    machine.mark(slot);
    machine.orElse(exit, machine.position);
    return next;
  };
}

/** Ends a negative lookaround that has matched. */
export function commitNegative(slot: number): Step {
  return (machine) => {
    machine.commit(slot);
    return FAIL;
  };
}

/** The UTF-16 units of `count` code points before `position`; Java counts forward where `count` has overflowed. */
function unitsBefore(machine: Machine, position: number, count: number): number {
  let at = position;
  const forward = -count > 0 && -count <= 0x7fffffff;
  for (let i = 0; i < Math.abs(count) && (forward || count > 0); i++) {
    if (forward ? at >= machine.text.length : at <= 0) break;
    machine.spend(1);
    at = forward ? at + widthOf(machine.text.codePointAt(at) ?? 0) : previous(machine.text, at);
  }
  return Math.abs(at - position);
}

/** Begins a lookbehind: slots +3 and +4 hold the next place to try and the last. */
export function markBehind(slot: number, { min, max, byCodePoint }: Behind, next: number): Step {
  return (machine) => {
    const { position } = machine;
    machine.mark(slot);
    const furthest = byCodePoint ? unitsBefore(machine, position, max) : max;
    machine.slots[slot + 3] = position - (byCodePoint ? unitsBefore(machine, position, min) : min);
    machine.slots[slot + 4] = Math.max((position - furthest) | 0, 0);
    return next;
  };
}

/** Tries the body of a lookbehind at each place, the nearest first; `self` is this step's own number. */
export function tryBehind(slot: number, byCodePoint: boolean, negative: boolean, exit: number, self: number): Step {
  return (machine) => {
    const place = machine.slot(slot + 3);
    const last = machine.slot(slot + 4);
    if (place < last) {
      machine.position = machine.slot(slot + 1);
      return negative ? exit : FAIL;
    }
    machine.slots[slot + 3] = byCodePoint && place > last ? previous(machine.text, place) : place - 1;
    machine.orElse(self, place);
    machine.position = place;
    return self + 1;
  };
}

/** Goes on only where a lookbehind ends where it was asked. */
export function arrivedBehind(slot: number, next: number): Step {
  return (machine) => (machine.position === machine.slot(slot + 1) ? next : FAIL);
}
