import type { BigDecimal, JavaList, JavaMap, Value } from '../java/value.ts';
import type { Pattern } from '../java-regex/tree.ts';
import type { JsonSyntaxError } from './json.ts';

/** A compiled path. */
export interface Path {
  /** `$` starts at the document, `@` at the element a filter is looking at. */
  readonly root: '$' | '@';
  readonly tokens: readonly Token[];
  /** Whether the path leads to one place at most; an indefinite one always gives a list. */
  readonly definite: boolean;
  /** How many tokens at the start lead to one place; errors count only up to the one behind them. */
  readonly definiteTokens: number;
}

export type Token =
  | { readonly kind: 'property'; readonly names: readonly string[] }
  | { readonly kind: 'index'; readonly indexes: readonly number[] }
  | { readonly kind: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'scan' }
  | { readonly kind: 'filter'; readonly predicate: Predicate }
  | { readonly kind: 'function'; readonly name: string; readonly parameters: readonly Parameter[] };

/** An argument of a function: a path from the document, or a JSON text. */
export type Parameter =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'json'; readonly text: string };

export type Predicate =
  | { readonly kind: 'or' | 'and'; readonly operands: readonly Predicate[] }
  | { readonly kind: 'not'; readonly operand: Predicate }
  | { readonly kind: 'comparison'; readonly left: Operand; readonly operator: Operator; readonly right: Operand };

export type Operator =
  | '>='
  | '<='
  | '=='
  | '==='
  | '!='
  | '!=='
  | '<'
  | '>'
  | '=~'
  | 'NIN'
  | 'IN'
  | 'CONTAINS'
  | 'ALL'
  | 'SIZE'
  | 'EXISTS'
  | 'TYPE'
  | 'MATCHES'
  | 'EMPTY'
  | 'SUBSETOF'
  | 'ANYOF'
  | 'NONEOF';

/** One side of a comparison as written: a value, a path whose value counts, or a path that must lead somewhere. */
export type Operand =
  | Node
  | { readonly kind: 'path'; readonly path: Path; readonly negated: boolean }
  | { readonly kind: 'exists'; readonly path: Path };

/** A value in a filter, in Jayway's classes (`ValueNode`), which decide what equals what. */
export type Node =
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: BigDecimal }
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'json'; readonly value: JavaMap | JavaList }
  | { readonly kind: 'jsonText'; readonly text: string; readonly parsed: Value | JsonSyntaxError };

/** Puts tokens together to a path. */
export function createPath(root: '$' | '@', tokens: readonly Token[]): Path {
  const open = tokens.findIndex((token) => !isDefiniteToken(token));
  const definiteTokens = open === -1 ? tokens.length : open;
  // Several names at the end make one object.
  const definite = open === -1 || (open === tokens.length - 1 && tokens[open]?.kind === 'property');
  return { root, tokens, definite, definiteTokens };
}

/** Whether the token leads to one place at most. */
function isDefiniteToken(token: Token): boolean {
  if (token.kind === 'property') return token.names.length === 1;
  return token.kind === 'function' || (token.kind === 'index' && token.indexes.length === 1);
}
