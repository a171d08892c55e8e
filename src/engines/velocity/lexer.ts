// Velocity 1.7's token manager: a stack of lexical states, each with its own rules, as JavaCC generates it from
// `Parser.jjt`. Its oddities (what ends a reference, which blanks a directive takes along) are the language.
import { endOfMatch, RULES_BY_STATE, type Rule, rulesFor, type State } from './lexer-rules.ts';
import type { Token } from './token.ts';

const BACKSLASH = 92;

interface SavedState {
  readonly state: State;
  readonly left: number;
  readonly right: number;
}

/** Thrown where no rule matches; the parser turns it into a syntax error. */
export class LexicalError extends Error {
  readonly offset: number;
  /** The character no rule takes; empty at the end. */
  readonly found: string;
  constructor(offset: number, found: string) {
    super('lexical error');
    this.offset = offset;
    this.found = found;
  }
}

/** Cuts a template into tokens, one at a time: the parser changes its state between two of them. */
export class Lexer {
  readonly #source: string;
  readonly #offsetOf: (index: number) => number;
  readonly #stack: SavedState[] = [];
  #position = 0;
  #state: State = 'default';
  #rules = RULES_BY_STATE.default;
  #left = 0;
  #right = 0;
  #inComment = false;
  #backslashesEnd = -1;
  /** While the head of a `#set` is read, a number or string does not end the directive. */
  inSet = false;

  /** @param offsetOf gives the offset in the whole template of an index in `source`, which may be a part of it */
  constructor(source: string, offsetOf: (index: number) => number) {
    this.#source = source;
    this.#offsetOf = offsetOf;
  }

  /** The next token; throws `LexicalError`. */
  next(): Token {
    const source = this.#source;
    let special = '';
    let lastSpecial = '';
    let begin = this.#position;
    while (begin < source.length) {
      const rule = this.#match();
      if (rule === undefined) throw new LexicalError(this.#offsetOf(this.#position), source.charAt(this.#position));
      const end = this.#position;
      this.#act(rule);
      if (rule.result === 'token') {
        const image = rule.kind === '.' ? '.' : source.slice(begin, rule.kind === 'integer' ? this.#position : end);
        return this.#token(rule.kind, image, lastSpecial.startsWith('##') ? '' : special, begin);
      }
      if (rule.result === 'special') {
        lastSpecial = source.slice(begin, end);
        special += printable(lastSpecial);
      }
      if (rule.result !== 'more') begin = this.#position;
      else if (this.#position >= source.length) throw new LexicalError(this.#offsetOf(this.#position), '');
    }
    return this.#token('end-of-template', '', lastSpecial.startsWith('##') ? '' : special, begin);
  }

  /** Called by the parser when a word turns out to be a directive's name. */
  enterDirective(): void {
    this.#enter('directive');
  }

  /** Called by the parser when a word has no arguments, and so ends there. */
  leaveDirective(): void {
    this.#pop();
  }

  /** Whether blanks and a `(` come next. */
  isLeftParenthesisNext(): boolean {
    let index = this.#position;
    while (' \t\r\n'.includes(this.#source[index] ?? '(')) index++;
    return this.#source[index] === '(';
  }

  #token(kind: Token['kind'], image: string, special: string, begin: number): Token {
    return { kind, image, special, offset: this.#offsetOf(begin), next: undefined };
  }

  /** Finds the longest match here, moves behind it and gives its rule. */
  #match(): Rule | undefined {
    const source = this.#source;
    const start = this.#position;
    const code = source.charCodeAt(start);
    const afterBackslashes = code === BACKSLASH ? this.#endOfBackslashes(start) : start;
    let best: Rule | undefined;
    let bestEnd = start;
    for (const rule of rulesFor(this.#rules, code)) {
      if (rule.backslashes === 'odd' && (afterBackslashes - start) % 2 === 0) continue;
      const end = endOfMatch(rule, source, rule.backslashes === 'none' ? start : afterBackslashes);
      if (end > bestEnd) {
        best = rule;
        bestEnd = end;
      }
    }
    this.#position = bestEnd;
    return best;
  }

  /** Remembered, so that a long run of backslashes is measured once and not from each of them. */
  #endOfBackslashes(start: number): number {
    if (start >= this.#backslashesEnd) {
      let end = start;
      while (this.#source.charCodeAt(end) === BACKSLASH) end++;
      this.#backslashesEnd = end;
    }
    return this.#backslashesEnd;
  }

  #act(rule: Rule): void {
    switch (rule.action) {
      case undefined:
        return;
      case 'pop':
        this.#pop();
        return;
      case 'open-index':
        this.#push('ref-index');
        return;
      case 'open-parenthesis':
        if (!this.#inComment) this.#left++;
        if (this.#state === 'ref-modifier') this.#enter('ref-mod2');
        return;
      case 'close-parenthesis':
        this.#closeParenthesis();
        return;
      case 'to-reference':
        this.#enter('reference');
        return;
      case 'to-ref-modifier':
        this.#position--;
        this.#enter('ref-modifier');
        return;
      case 'to-directive':
        this.#enter('directive');
        return;
      case 'close-comment':
        this.#inComment = false;
        this.#pop();
        return;
      case 'backtrack':
        this.#position--;
        this.#pop();
        return;
      case 'string':
        if (this.#state === 'directive' && !this.inSet && this.#left === 0) this.#pop();
        return;
      case 'float':
        if (this.#state !== 'ref-mod2' && !this.inSet && this.#left === 0) this.#pop();
        return;
      case 'integer':
        if (this.#source.startsWith('..', this.#position - 2)) this.#position -= 2;
        if (this.#state !== 'ref-mod2' && this.#state !== 'ref-index' && !this.inSet && this.#left === 0) this.#pop();
        return;
      default:
        if (!this.#inComment) this.#open(rule.action);
    }
  }

  #open(action: Rule['action']): void {
    if (action === 'open-set') {
      this.#push('directive');
      this.inSet = true;
      this.#left++;
    } else if (action === 'open-reference') {
      if (this.#state === 'reference') this.#pop();
      this.#push('reference');
    } else if (action === 'open-directive') {
      if (this.#state === 'reference' || this.#state === 'ref-modifier') this.#pop();
      this.#push('pre-directive');
    } else if (action === 'open-line-comment') {
      if (this.#state === 'reference') this.#pop();
      this.#openComment('line-comment');
    } else if (action === 'open-formal-comment') {
      this.#position--;
      this.#openComment('formal-comment');
    } else {
      this.#openComment(action === 'open-comment' ? 'multi-line-comment' : 'text-block');
    }
  }

  #openComment(state: State): void {
    this.#inComment = true;
    this.#push(state);
  }

  #enter(state: State): void {
    this.#state = state;
    this.#rules = RULES_BY_STATE[state];
  }

  /** Parentheses are counted apart in each state; the count of closed ones is kept over a push, as in the original. */
  #push(state: State): void {
    this.#stack.push({ state: this.#state, left: this.#left, right: this.#right });
    this.#left = 0;
    this.#enter(state);
  }

  #pop(): boolean {
    const saved = this.#stack.pop();
    this.#left = saved?.left ?? 0;
    if (saved) this.#right = saved.right;
    this.#enter(saved?.state ?? 'default');
    return saved !== undefined;
  }

  /** A `)` closes the nearest state that has opened a parenthesis. */
  #closeParenthesis(): void {
    while (this.#left === 0) {
      if (!this.#pop()) return;
    }
    if (this.#left === this.#right + 1) this.#pop();
    else this.#right++;
  }
}

/**
 * What is printed of characters that looked like the start of a reference or directive and were none
 * (`NodeUtils.getSpecialText`): each `$` and `#`, and the backslashes before a `$`, which then swallow what follows it.
 */
function printable(special: string): string {
  if (!special.includes('$') && !special.includes('#')) return '';
  return Array.from(special.matchAll(/(\\+\$)[\s\S]?|[$#]/g), ([whole, escaped]) => escaped ?? whole).join('');
}
