import type { CharSet } from './char-set.ts';

type Mode = 'greedy' | 'lazy' | 'possessive';

/** Where an anchor holds. */
export type AnchorPlace =
  | 'begin' // \A, and ^ without MULTILINE
  | 'line-begin'
  | 'unix-line-begin'
  | 'end' // \z
  | 'last-line-end' // \Z, and $ without MULTILINE
  | 'unix-last-line-end'
  | 'line-end'
  | 'unix-line-end'
  | 'last-match' // \G
  | 'word-boundary'
  | 'not-word-boundary'
  | 'unicode-word-boundary'
  | 'not-unicode-word-boundary'
  | 'grapheme-boundary';

/** How long a match of a node can be, in code points, as Java finds it out: with 32-bit wrap-around. */
export interface Extent {
  min: number;
  max: number;
  /** Whether `max` means something; without it a lookbehind is refused. */
  bounded: boolean;
  /** Whether there is only one way to match; Java then repeats the node without backtracking into it. */
  deterministic: boolean;
}

export type Node =
  | { readonly kind: 'char'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'alternation'; readonly branches: readonly Node[] }
  | { readonly kind: 'group'; readonly index: number | undefined; readonly body: Node }
  | { readonly kind: 'atomic'; readonly body: Node }
  | { readonly kind: 'look'; readonly negative: boolean; readonly body: Node; readonly behind: Behind | undefined }
  | ({ readonly kind: 'repeat'; readonly body: Node; readonly bodyExtent: Extent } & Quantifier)
  | { readonly kind: 'anchor'; readonly at: AnchorPlace }
  | { readonly kind: 'back-reference'; readonly index: number; readonly fold: 'none' | 'ascii' | 'unicode' }
  | { readonly kind: 'line-break' } // \R
  | { readonly kind: 'grapheme' }; // \X

/** `max` is Infinity where there is no bound. */
export interface Quantifier {
  readonly min: number;
  readonly max: number;
  readonly mode: Mode;
}

/** How far a lookbehind looks, counted in code points where the pattern holds supplementary characters. */
export interface Behind {
  readonly min: number;
  readonly max: number;
  readonly byCodePoint: boolean;
}

/** A compiled regular expression of Java 17. */
export interface Pattern {
  readonly source: string;
  /** The inline letters of the flags set from outside. */
  readonly flags: string;
  readonly root: Node;
  /** Capturing groups, without group 0. */
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly hasBackReference: boolean;
  /** Whether `find` moves on by code points rather than by UTF-16 units. */
  readonly byCodePoint: boolean;
}
