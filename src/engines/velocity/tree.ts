// What a template is once parsed. Every node says where it begins (`offset`, in characters from the start of the
// template); `positionAt` turns that into line and column.
import type { Value } from '../java/value.ts';
import type { Slots } from './slots.ts';
import type { Token } from './token.ts';

/** A parsed template. `macros` are those it defines anywhere, strings included: the last of a name counts. */
export interface Template {
  readonly source: string;
  readonly nodes: readonly Node[];
  readonly macros: ReadonlyMap<string, MacroDefinition>;
  /** Names of macros seen while parsing, which make `\#name` an escape in text parsed later on. */
  readonly macroNames: ReadonlySet<string>;
  /** Of the variables named here and in what is evaluated on the way. */
  readonly slots: Slots;
}

/** What stands between the start and the end of a block: text, references and directives. */
export type Node =
  | Text
  | Reference
  | SetDirective
  | IfDirective
  | Foreach
  | MacroDefinition
  | MacroCall
  | Define
  | Evaluate
  | Break
  | Stop
  | Unavailable;

/** What has a value: the right side of `#set`, a condition, an argument. */
export type Expression = Reference | Constant | Interpolation | ListLiteral | MapLiteral | Range | Binary | Not | Word;

export interface Text {
  readonly kind: 'text';
  readonly offset: number;
  readonly text: string;
}

/**
 * `$name.property.method(x)[0]`. `prefix` and `escapes` are what has been written before the `$` and is printed with
 * the value; an escaped reference prints `literal`.
 */
export interface Reference extends Spanned {
  readonly kind: 'reference';
  readonly name: string;
  readonly slot: number;
  readonly access: readonly Access[];
  readonly quiet: boolean;
  /** Begins with no `$`: what is left of `$a[0]b` after the index. It prints itself. */
  readonly runt: boolean;
  readonly escaped: boolean;
  /** False for `$\!x`, which has no value in an expression. */
  readonly computable: boolean;
  readonly escapes: string;
  readonly prefix: string;
  readonly literal: string;
}

export type Access = Property | Method | Index;

export interface Property {
  readonly kind: 'property';
  readonly offset: number;
  readonly name: string;
}

export interface Method {
  readonly kind: 'method';
  readonly offset: number;
  readonly name: string;
  readonly arguments: readonly Expression[];
}

export interface Index {
  readonly kind: 'index';
  readonly offset: number;
  readonly argument: Expression;
}

/** The tokens an expression is made of: Velocity prints them where a value is missing. */
export interface Spanned {
  readonly offset: number;
  readonly first: Token;
  readonly last: Token;
}

/** A number, `true`, `false`, or a string without anything to interpolate. */
export interface Constant extends Spanned {
  readonly kind: 'constant';
  readonly value: Value;
}

/** A double-quoted string with references or directives in it, a template of its own. */
export interface Interpolation extends Spanned {
  readonly kind: 'interpolation';
  readonly nodes: readonly Node[];
  /** A blank was put behind the string before it was parsed, and comes off again. */
  readonly padded: boolean;
}

export interface ListLiteral extends Spanned {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface MapLiteral extends Spanned {
  readonly kind: 'map';
  readonly entries: readonly (readonly [key: Expression, value: Expression])[];
}

/** `[from..to]`, both ends included. */
export interface Range extends Spanned {
  readonly kind: 'range';
  readonly from: Expression;
  readonly to: Expression;
}

export type BinaryOperator = '&&' | '||' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface Binary extends Spanned {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Not extends Spanned {
  readonly kind: 'not';
  readonly operand: Expression;
}

/** A bare word among the arguments of a directive: the `in` of `#foreach`. It has no value. */
export interface Word extends Spanned {
  readonly kind: 'word';
}

export interface SetDirective {
  readonly kind: 'set';
  readonly offset: number;
  readonly target: Reference;
  /** The name a plain variable is stored under; it is the target's first token, so `${x}` stores under `{`. */
  readonly variable: string;
  readonly slot: number;
  readonly value: Expression;
}

export interface IfDirective {
  readonly kind: 'if';
  readonly offset: number;
  readonly branches: readonly Branch[];
  readonly otherwise: readonly Node[];
}

export interface Branch {
  readonly offset: number;
  readonly condition: Expression;
  readonly body: readonly Node[];
}

export interface Foreach {
  readonly kind: 'foreach';
  readonly offset: number;
  readonly variable: string;
  readonly slot: number;
  /** `$item`, `in`, the list; with fewer Velocity fails or does nothing, and a fourth takes the place of the body. */
  readonly arguments: readonly Expression[];
  readonly body: readonly Node[];
}

export interface MacroDefinition {
  readonly kind: 'macro';
  readonly offset: number;
  readonly name: string;
  readonly parameters: readonly string[];
  /** Those of the parameters. */
  readonly slots: readonly number[];
  readonly body: readonly Node[];
}

/** `#name(...)`, or `#@name(...)` with a body. Where no such macro exists it prints `literal`. */
export interface MacroCall {
  readonly kind: 'call';
  readonly offset: number;
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly body: readonly Node[] | undefined;
  readonly literal: string;
}

export interface Define {
  readonly kind: 'define';
  readonly offset: number;
  readonly variable: string;
  readonly slot: number;
  readonly body: readonly Node[];
}

export interface Evaluate {
  readonly kind: 'evaluate';
  readonly offset: number;
  readonly argument: Expression;
}

/** Without argument it ends the nearest loop, macro or block; with `$foreach` of an outer loop, that one. */
export interface Break {
  readonly kind: 'break';
  readonly offset: number;
  readonly scope: Expression | undefined;
}

export interface Stop {
  readonly kind: 'stop';
  readonly offset: number;
  readonly message: Expression | undefined;
}

/** `#parse` and `#include`: there is nothing to include, so rendering ends here. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly offset: number;
  readonly name: 'parse' | 'include';
  readonly arguments: readonly Expression[];
}

/** Calls `visit` for every node, expression and access, parents first, in the order of the text. */
export function walk(
  nodes: readonly (Node | Expression | Access)[],
  visit: (node: Node | Expression | Access) => void,
): void {
  for (const node of nodes) {
    visit(node);
    walk(children(node), visit);
  }
}

function children(node: Node | Expression | Access): readonly (Node | Expression | Access)[] {
  switch (node.kind) {
    case 'text':
    case 'constant':
    case 'word':
    case 'property':
      return [];
    case 'reference':
      return node.access;
    case 'method':
    case 'unavailable':
      return node.arguments;
    case 'index':
    case 'evaluate':
      return [node.argument];
    case 'interpolation':
      return node.nodes;
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flat();
    case 'range':
      return [node.from, node.to];
    case 'binary':
      return [node.left, node.right];
    case 'not':
      return [node.operand];
    case 'set':
      return [node.target, node.value];
    case 'if':
      return [...node.branches.flatMap((branch) => [branch.condition, ...branch.body]), ...node.otherwise];
    case 'foreach':
      return [...node.arguments, ...node.body];
    case 'macro':
    case 'define':
      return node.body;
    case 'call':
      return [...node.arguments, ...(node.body ?? [])];
    case 'break':
      return node.scope ? [node.scope] : [];
    case 'stop':
      return node.message ? [node.message] : [];
  }
}
