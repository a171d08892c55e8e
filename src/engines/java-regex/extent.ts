import type { Extent, Node } from './tree.ts';

const MAX_INT = 0x7fffffff;
/** What Java takes for a minimum that has overflowed. */
const LARGE = 0xfffffff;

/** Java studies what follows an alternation from zero and adds up at the end; so `past` is set aside. */
type Study = Extent & { past: { min: number; max: number } };

function begin(): Study {
  return { min: 0, max: 0, bounded: true, deterministic: true, past: { min: 0, max: 0 } };
}

function finish({ min, max, bounded, deterministic, past }: Study): Extent {
  return { min: (past.min + min) | 0, max: (past.max + max) | 0, bounded, deterministic };
}

/** Java's `Pattern.Node.study`, overflows included: they decide which lookbehinds are refused. */
export function extentOf(node: Node): Extent {
  const study = begin();
  extend(study, node);
  return finish(study);
}

function add(extent: Study, min: number, max: number): void {
  extent.min = (extent.min + min) | 0;
  extent.max = (extent.max + max) | 0;
}

function extend(extent: Study, node: Node): void {
  switch (node.kind) {
    case 'char':
      add(extent, 1, 1);
      return;
    case 'line-break':
      add(extent, 1, 2);
      return;
    case 'grapheme':
      extent.deterministic = false;
      add(extent, 1, 0);
      return;
    case 'back-reference':
      extent.bounded = false;
      return;
    case 'anchor':
    case 'look':
      return;
    case 'sequence':
      for (const item of node.items) extend(extent, item);
      return;
    case 'group':
      extend(extent, node.body);
      return;
    case 'atomic':
      extendWhole(extent, node.body);
      return;
    case 'alternation':
      extendChoice(extent, node.branches.map(extentOf));
      return;
    case 'repeat':
      extendRepeat(extent, node);
      return;
    default:
      node satisfies never;
  }
}

/** A part that is studied as one: nothing inside it is set aside for what follows. */
function extendWhole(extent: Study, body: Node): void {
  const whole = { ...extent, past: { min: 0, max: 0 } };
  extend(whole, body);
  Object.assign(extent, finish(whole));
}

function extendChoice(extent: Study, branches: readonly Extent[]): void {
  const min = branches.reduce((least, branch) => Math.min(least, branch.min), MAX_INT);
  const max = branches.reduce((most, branch) => Math.max(most, branch.max), -1);
  extent.past.min = (extent.past.min + extent.min + min) | 0;
  extent.past.max = (extent.past.max + extent.max + max) | 0;
  extent.min = 0;
  extent.max = 0;
  extent.bounded &&= branches.every((branch) => branch.bounded);
  extent.deterministic = false;
}

function extendRepeat(extent: Study, node: Extract<Node, { kind: 'repeat' }>): void {
  const { body, bodyExtent, min, max, mode } = node;
  const backtracks = body.kind === 'group' && mode !== 'possessive';
  if (min === 0 && max === 1) {
    if (backtracks) {
      extendChoice(extent, [bodyExtent, begin()]);
      return;
    }
    const least = extent.min;
    extendWhole(extent, body);
    extent.min = least;
    extent.deterministic = false;
    return;
  }
  if (backtracks && !bodyExtent.deterministic) {
    extent.bounded = false;
    extent.deterministic = false;
    return;
  }
  if (body.kind === 'char' && mode === 'greedy' && max === Number.POSITIVE_INFINITY) {
    add(extent, min, extent.bounded ? MAX_INT : 0);
    extent.deterministic = false;
    return;
  }
  const before = { ...extent };
  add(extent, Math.imul(bodyExtent.min, min), Math.imul(bodyExtent.max, Math.min(max, MAX_INT)));
  if (extent.min < before.min) extent.min = LARGE;
  extent.bounded = before.bounded && bodyExtent.bounded && extent.max >= before.max;
  extent.deterministic &&= bodyExtent.deterministic && min === max;
}
