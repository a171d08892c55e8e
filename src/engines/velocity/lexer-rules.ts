// The token rules of Velocity 1.7 (`Parser.jjt`), one line each: in which lexical states, what it matches, what follows.
import type { TokenKind } from './token.ts';

/** JavaCC's lexical states, as `Parser.jjt` names them. */
export type State =
  | 'default'
  | 'reference'
  | 'ref-modifier'
  | 'ref-index'
  | 'ref-mod2'
  | 'directive'
  | 'pre-directive'
  | 'text-block'
  | 'multi-line-comment'
  | 'formal-comment'
  | 'line-comment';

/** What a rule does beside matching: where the lexer's state goes. `lexer.ts` carries them out. */
export type Action =
  | 'open-index'
  | 'pop'
  | 'open-parenthesis'
  | 'close-parenthesis'
  | 'to-reference'
  | 'to-ref-modifier'
  | 'to-directive'
  | 'open-set'
  | 'open-reference'
  | 'open-text-block'
  | 'open-formal-comment'
  | 'open-comment'
  | 'open-directive'
  | 'open-line-comment'
  | 'close-comment'
  | 'string'
  | 'integer'
  | 'float'
  | 'backtrack';

/**
 * `token` ends a token; `more` goes on with the same token in the next state; `skip` drops what has matched;
 * `special` drops it, but a `$`, `#` or `\` in it is still printed with the token that follows.
 */
export interface Rule {
  readonly result: 'token' | 'more' | 'skip' | 'special';
  readonly kind: TokenKind;
  readonly states: readonly State[];
  readonly starts: string | undefined;
  /** A text as it stands, a sticky pattern, or undefined for any one character. */
  readonly match: string | RegExp | undefined;
  /** Whether the backslashes before the match belong to it: never, any number, or an odd number of them. */
  readonly backslashes: 'none' | 'any' | 'odd';
  readonly action: Action | undefined;
}

const ALL: readonly State[] = [
  'default',
  'reference',
  'ref-modifier',
  'ref-index',
  'ref-mod2',
  'directive',
  'pre-directive',
  'text-block',
  'multi-line-comment',
  'formal-comment',
  'line-comment',
];
const OPERAND: readonly State[] = ['directive', 'ref-mod2'];
const LITERAL: readonly State[] = ['directive', 'ref-mod2', 'ref-index'];
const ACCESS: readonly State[] = ['reference', 'ref-modifier'];
const NUMBER: readonly State[] = ['pre-directive', 'directive', 'ref-mod2', 'ref-index'];
const COMMENTS: readonly State[] = ['line-comment', 'formal-comment', 'multi-line-comment'];

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ANY = undefined;

/** @param starts the characters a match can start with */
function rule(
  result: Rule['result'],
  kind: TokenKind,
  states: readonly State[],
  starts: string | undefined,
  match: string | RegExp | undefined,
  action?: Action,
  backslashes: Rule['backslashes'] = 'none',
): Rule {
  const sticky = match instanceof RegExp ? new RegExp(match.source, 'y') : match;
  return { result, kind, states, starts, match: sticky, action, backslashes };
}

/**
 * In the order of `Parser.jjt`: the longest match wins, among equals the first. A kind that is never delivered
 * (`more`, `skip`, `special`) stands as `text`.
 */
const RULES: readonly Rule[] = [
  rule('token', 'index-[', ACCESS, '[', '[', 'open-index'),
  rule('token', 'index-]', ['ref-index'], ']', ']', 'pop'),
  rule('token', '[', OPERAND, '[', '['),
  rule('token', ']', OPERAND, ']', ']'),
  rule('token', ',', OPERAND, ',', ','),
  rule('token', '..', OPERAND, '.', '..'),
  rule('token', ':', OPERAND, ':', ':'),
  rule('token', '{', OPERAND, '{', '{'),
  rule('token', '}', OPERAND, '}', '}'),
  rule('token', '(', ['directive', 'ref-modifier'], '(', '(', 'open-parenthesis'),
  rule('token', ')', ['directive'], ')', /\)(?:[ \t]*(?:\r\n|\n|\r))?/, 'close-parenthesis'),
  rule('token', 'argument-)', ['ref-mod2'], ')', ')', 'to-reference'),
  rule('token', 'escaped-directive', ['default'], '\\', /#(?:[A-Za-z_@][\w@]*|\{[A-Za-z_][\w@]*\})/, undefined, 'odd'),
  rule(
    'token',
    '#set(',
    ['default', 'reference', 'ref-modifier', 'ref-mod2'],
    ' \t#',
    /[ \t]*#(?:set|\{set\}) *\(/,
    'open-set',
  ),
  rule('more', 'text', ALL, '\\$', /\$(?:\\*!)?/, 'open-reference', 'any'),
  rule('more', 'text', ALL, '#', '#[[', 'open-text-block'),
  rule('more', 'text', ALL, '#', /#\*\*[^#]/, 'open-formal-comment'),
  rule('more', 'text', ALL, '#', '#*', 'open-comment'),
  rule('more', 'text', ALL, '#', '#', 'open-directive'),
  rule('token', 'line-comment', ['default', 'pre-directive', 'directive', 'reference'], '#', '##', 'open-line-comment'),
  rule('token', 'double-escape', ['default'], '\\', '\\\\'),
  rule('token', 'escape', ['default'], '\\', '\\'),
  rule('token', 'text', ['default'], ANY, /[^$#\\]+/),
  rule('token', 'line-comment-end', ['line-comment'], '\r\n', /\r\n|\n|\r/, 'close-comment'),
  rule('token', 'formal-comment', ['formal-comment'], '*', '*#', 'close-comment'),
  rule('token', 'comment', ['multi-line-comment'], '*', '*#', 'close-comment'),
  rule('token', 'text-block', ['text-block'], ']', ']]#', 'close-comment'),
  rule('skip', 'text', COMMENTS, ANY, /[^$#\\*\r\n]+|[\s\S]/),
  rule('more', 'text', ['text-block'], ANY, /[^$#\\\]]+|[\s\S]/),
  rule('token', 'white-space', LITERAL, ' \t\r\n', /[ \t\r\n]+/),
  rule('token', 'string', LITERAL, `"'`, /"[^"]*(?:""[^"]*)*"|'[^']*(?:''[^']*)*'/, 'string'),
  rule('token', 'true', [...LITERAL, ...ACCESS], 't', 'true'),
  rule('token', 'false', [...LITERAL, ...ACCESS], 'f', 'false'),
  rule('token', '-', ['directive'], '-', '-'),
  rule('token', '+', ['directive'], '+', '+'),
  rule('token', '*', ['directive'], '*', '*'),
  rule('token', '/', ['directive'], '/', '/'),
  rule('token', '%', ['directive'], '%', '%'),
  rule('token', '&&', ['directive'], '&a', /&&|and/),
  rule('token', '||', ['directive'], '|o', /\|\||or/),
  rule('token', '<', ['directive'], '<l', /<|lt/),
  rule('token', '<=', ['directive'], '<l', /<=|le/),
  rule('token', '>', ['directive'], '>g', />|gt/),
  rule('token', '>=', ['directive'], '>g', />=|ge/),
  rule('token', '==', ['directive'], '=e', /==|eq/),
  rule('token', '!=', ['directive'], '!n', /!=|ne/),
  rule('token', '!', ['directive'], '!n', /!|not/),
  rule('token', '=', ['directive'], '=', '='),
  rule('token', '#end', ['pre-directive'], 'e{', /(?:end|\{end\})(?:[ \t]*(?:\r\n|\n|\r))?/, 'pop'),
  rule('token', '#if', ['pre-directive'], 'i{', /if|\{if\}/, 'to-directive'),
  rule('token', '#elseif', ['pre-directive'], 'e{', /elseif|\{elseif\}/, 'to-directive'),
  rule('token', '#else', ['pre-directive'], 'e{', /(?:else|\{else\})(?:[ \t]*(?:\r\n|\n|\r))?/, 'pop'),
  // `1..3` is an integer and a range, not the float `1.`: the dots are given back.
  rule('token', 'integer', NUMBER, `-${DIGITS}`, /-?[0-9]+(?:\.\.)?/, 'integer'),
  rule(
    'token',
    'float',
    NUMBER,
    `-.${DIGITS}`,
    /-?(?:[0-9]+(?:\.[0-9]*(?:[eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)|\.[0-9]+(?:[eE][+-]?[0-9]+)?)/,
    'float',
  ),
  rule('token', 'word', ['pre-directive', 'directive'], `_@${LETTERS}`, /[A-Za-z_@][\w@]*/),
  rule('token', 'bracketed-word', ['pre-directive', 'directive'], '{', /\{[A-Za-z_][\w@]*\}/),
  rule('token', 'identifier', ['reference', 'ref-modifier', 'ref-mod2'], `_${LETTERS}`, /[A-Za-z_][\w-]*/),
  rule('token', '.', ['reference', 'ref-modifier', 'ref-mod2'], '.', /\.[A-Za-z]/, 'to-ref-modifier'),
  rule('token', 'reference-{', ACCESS, '{', '{'),
  rule('token', 'reference-}', ACCESS, '}', '}', 'pop'),
  rule('special', 'text', ACCESS, ANY, ANY, 'backtrack'),
  rule('special', 'text', ['pre-directive'], ANY, ANY, 'backtrack'),
  rule('token', 'empty-index', ['default', 'reference'], '$', /\$(?:\[|!\[|\\!\[|\.)/),
];

/** The rules of one state, sorted by the first character of a match once it is met. */
export interface StateRules {
  readonly rules: readonly Rule[];
  readonly byCharacter: (readonly Rule[])[];
}

function rulesOf(state: State): StateRules {
  return { rules: RULES.filter(({ states }) => states.includes(state)), byCharacter: [] };
}

export const RULES_BY_STATE: Readonly<Record<State, StateRules>> = {
  default: rulesOf('default'),
  reference: rulesOf('reference'),
  'ref-modifier': rulesOf('ref-modifier'),
  'ref-index': rulesOf('ref-index'),
  'ref-mod2': rulesOf('ref-mod2'),
  directive: rulesOf('directive'),
  'pre-directive': rulesOf('pre-directive'),
  'text-block': rulesOf('text-block'),
  'multi-line-comment': rulesOf('multi-line-comment'),
  'formal-comment': rulesOf('formal-comment'),
  'line-comment': rulesOf('line-comment'),
};

/** The code that stands for all characters that are not ASCII: no rule starts with one of them. */
const NOT_ASCII = 128;

/** The rules whose match can start with the character of this code. */
export function rulesFor({ rules, byCharacter }: StateRules, code: number): readonly Rule[] {
  const index = Math.min(code, NOT_ASCII);
  byCharacter[index] ??= rules.filter(({ starts }) => starts === ANY || starts.includes(String.fromCharCode(index)));
  return byCharacter[index];
}

/** Where this rule's match from `start` on ends, or -1. */
export function endOfMatch({ match }: Rule, source: string, start: number): number {
  if (match === undefined) return start + 1;
  if (typeof match === 'string') return source.startsWith(match, start) ? start + match.length : -1;
  match.lastIndex = start;
  return match.test(source) ? match.lastIndex : -1;
}
