// Turns a tree into the steps that a machine runs. Where Java's matcher departs from plain backtracking, so does this:
// what is repeated and is not a group, or has only one way to match, is never backtracked into once it has matched.

import type { CharSet } from './char-set.ts';
import * as loops from './loop.ts';
import type { Program, Step } from './machine.ts';
import * as steps from './step.ts';
import type { Behind, Node, Pattern } from './tree.ts';

type Repeat = Extract<Node, { kind: 'repeat' }>;
type Look = Extract<Node, { kind: 'look' }>;
type BackReference = Extract<Node, { kind: 'back-reference' }>;

class Compiler {
  readonly steps: Step[] = [];
  slotCount: number;
  memoCount = 0;
  /** Whether a loop met now leads to the same end whenever it is left from the same position. */
  #memorable: boolean;
  readonly #groupCount: number;
  readonly #hasBackReference: boolean;

  constructor({ groupCount, hasBackReference }: Pattern) {
    this.#groupCount = groupCount;
    this.slotCount = 2 * (groupCount + 1);
    this.#hasBackReference = hasBackReference;
    this.#memorable = !hasBackReference;
  }

  get here(): number {
    return this.steps.length;
  }

  /** Adds a step, made from the number of the step behind it. */
  add(make: (next: number) => Step): void {
    this.steps.push(make(this.here + 1));
  }

  /** Leaves room for a step that is set by the returned function. */
  #reserve(): (step: Step) => void {
    const at = this.here;
    this.steps.push(steps.accept);
    return (step) => {
      this.steps[at] = step;
    };
  }

  #slots(count: number): number {
    this.slotCount += count;
    return this.slotCount - count;
  }

  #unmemorable(compile: () => void): void {
    const before = this.#memorable;
    this.#memorable = false;
    compile();
    this.#memorable = before;
  }

  node(node: Node): void {
    switch (node.kind) {
      case 'char':
        this.add((next) => steps.char(node.set, next));
        break;
      case 'anchor':
        this.add((next) => steps.anchor(node.at, next));
        break;
      case 'line-break':
        this.add(steps.lineBreak);
        break;
      case 'grapheme':
        this.add(steps.grapheme);
        break;
      case 'back-reference':
        this.#backReference(node);
        break;
      case 'sequence':
        this.#sequence(node.items);
        break;
      case 'alternation':
        this.#alternation(node.branches);
        break;
      case 'group':
        this.#group(node.index, node.body);
        break;
      case 'atomic':
        this.#atomic(() => this.node(node.body));
        break;
      case 'look':
        if (node.behind) this.#lookbehind(node, node.behind);
        else this.#lookahead(node);
        break;
      case 'repeat':
        this.#repeat(node);
        break;
      default:
        node satisfies never;
    }
  }

  #backReference({ index, fold }: BackReference): void {
    const exists = index <= this.#groupCount;
    this.add((next) => (exists ? steps.backReference(index, fold, next) : steps.fail));
  }

  #sequence(items: readonly Node[]): void {
    let literal = '';
    const flush = (): void => {
      const text = literal;
      if (text) this.add((next) => steps.text(text, next));
      literal = '';
    };
    for (const item of items) {
      const char = literalOf(item);
      literal += char;
      if (!char) {
        flush();
        this.node(item);
      }
    }
    flush();
  }

  #alternation(branches: readonly Node[]): void {
    const exits: ((step: Step) => void)[] = [];
    branches.forEach((branch, i) => {
      const last = i === branches.length - 1;
      const choose = last ? undefined : this.#reserve();
      const first = this.here;
      this.node(branch);
      if (!last) exits.push(this.#reserve());
      choose?.(steps.split(first, this.here));
    });
    for (const exit of exits) exit(steps.jump(this.here));
  }

  #group(index: number | undefined, body: Node): void {
    if (index === undefined) {
      this.node(body);
      return;
    }
    const start = this.#slots(1);
    this.add((next) => steps.store(start, next));
    this.node(body);
    this.add((next) => steps.capture(index, start, next));
  }

  #atomic(compile: () => void): void {
    const slot = this.#slots(3);
    this.add((next) => steps.mark(slot, next));
    compile();
    this.add((next) => steps.commit(slot, false, next));
  }

  #lookahead({ negative, body }: Look): void {
    const slot = this.#slots(3);
    const enter = this.#reserve();
    const first = this.here;
    this.node(body);
    this.add((next) => (negative ? steps.commitNegative(slot) : steps.commit(slot, true, next)));
    enter(negative ? steps.markNegative(slot, this.here, first) : steps.mark(slot, first));
  }

  #lookbehind({ negative, body }: Look, behind: Behind): void {
    const slot = this.#slots(5);
    this.add((next) => steps.markBehind(slot, behind, next));
    const self = this.here;
    const attempt = this.#reserve();
    this.#unmemorable(() => this.node(body));
    this.add((next) => steps.arrivedBehind(slot, next));
    this.add((next) => (negative ? steps.commitNegative(slot) : steps.commit(slot, true, next)));
    attempt(steps.tryBehind(slot, behind.byCodePoint, negative, this.here, self));
  }

  #repeat(node: Repeat): void {
    const { body, min, max, mode } = node;
    if (body.kind === 'char' && mode !== 'lazy') {
      this.add((next) => steps.run(body.set, min, max, mode === 'possessive', next));
    } else if (mode === 'possessive') {
      this.#atomic(() => this.#repeat({ ...node, mode: 'greedy', body: isolated(body) }));
    } else if (min === 0 && max === 1) {
      this.#optional(body, mode === 'lazy');
    } else if (body.kind !== 'group') {
      this.#atomicLoop(node, undefined, body);
    } else if (node.bodyExtent.deterministic) {
      this.#atomicLoop(node, body.index, body.body);
    } else {
      this.#loop(node);
    }
  }

  #optional(body: Node, lazy: boolean): void {
    const choose = this.#reserve();
    const first = this.here;
    if (body.kind === 'group') this.#unmemorable(() => this.node(body));
    else this.#atomic(() => this.node(body));
    choose(lazy ? steps.split(this.here, first) : steps.split(first, this.here));
  }

  #newLoop({ min, max, mode }: Repeat, remembers: boolean): loops.Loop {
    const memo = remembers ? this.memoCount++ : undefined;
    return { count: this.#slots(2), min, max, lazy: mode === 'lazy', memo, alike: !this.#hasBackReference };
  }

  #loop(node: Repeat): void {
    const unbounded = node.max === Number.POSITIVE_INFINITY;
    const loop = this.#newLoop(node, this.#memorable && node.mode !== 'lazy' && unbounded);
    const { memo } = loop;
    this.add((next) => loops.begin(loop, next));
    const decision = this.here;
    const decide = this.#reserve();
    const round = this.here;
    this.add((next) => loops.round(loop, next));
    this.#unmemorable(() => this.node(node.body));
    const end = this.#reserve();
    const failed = this.here;
    if (memo !== undefined) this.add((next) => loops.remember(memo, next));
    const exit = this.here;
    decide(loops.decide(loop, round, exit, failed));
    end(loops.endRound(loop, decision, exit));
  }

  #atomicLoop(node: Repeat, group: number | undefined, body: Node): void {
    const loop = this.#newLoop(node, false);
    this.add((next) => loops.begin(loop, next));
    const decision = this.here;
    const decide = this.#reserve();
    const round = this.here;
    this.add((next) => loops.round(loop, next));
    if (body.kind === 'char') this.node(body);
    else this.#unmemorable(() => this.#atomic(() => this.node(body)));
    const end = this.#reserve();
    const leave = this.here;
    if (group !== undefined && !loop.lazy) this.add((next) => loops.settleLater(loop, group, next));
    decide(loops.decide(loop, round, leave, leave));
    end(loops.endAtomicRound(loop, group, decision, this.here));
  }
}

/** A group under a possessive quantifier is repeated as a whole, its captures included. */
function isolated(body: Node): Node {
  return body.kind === 'group' ? { kind: 'atomic', body } : body;
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

function onlyMember({ ranges }: CharSet): number | undefined {
  return ranges?.length === 2 && ranges[0] === ranges[1] ? ranges[0] : undefined;
}

/** The one string that a node stands for as it is, '' where it is more than a character. */
function literalOf(node: Node): string {
  const codePoint = node.kind === 'char' ? onlyMember(node.set) : undefined;
  return codePoint === undefined || isSurrogate(codePoint) ? '' : String.fromCodePoint(codePoint);
}

/** Long enough to find the places worth a try, short enough that looking for it is cheap in any text. */
const MAX_PREFIX = 32;

/** The literal that the root begins with, or the beginning of it. */
function prefixOf(root: Node): string {
  const items = root.kind === 'sequence' ? root.items : [root];
  let prefix = '';
  for (const item of items) {
    const char = literalOf(item);
    if (!char || prefix.length >= MAX_PREFIX) break;
    prefix += char;
  }
  return prefix;
}

/** Compiles a pattern. */
export function compile(pattern: Pattern): Program {
  const compiler = new Compiler(pattern);
  compiler.node(pattern.root);
  compiler.add(() => steps.accept);
  const { steps: list, slotCount, memoCount } = compiler;
  return { steps: list, slotCount, memoCount, prefix: prefixOf(pattern.root) };
}
