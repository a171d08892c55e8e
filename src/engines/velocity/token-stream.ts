import { LimitError } from '../limit-error.ts';
import { TemplateSyntaxError } from './error.ts';
import { Lexer, LexicalError } from './lexer.ts';
import { positionAt } from './position.ts';
import type { Slots } from './slots.ts';
import { type PendingString, stringLiteral } from './string-literal.ts';
import type { Token, TokenKind } from './token.ts';
import type { Expression, MacroDefinition } from './tree.ts';

/** How deep directives, parentheses and literals may be nested: what fits on the smallest stack Node.js has. */
const MAX_NESTING = 400;

/** How many operators of one kind may follow each other, as in `$a + $b + $c`: each is one level of the tree. */
const MAX_CHAIN = 1000;

/** The tokens of one template, or of a string in it, fetched only when asked for: the parser steers the lexer. */
export class TokenStream {
  /** The strings met so far that are templates of their own. */
  readonly strings: { readonly string: PendingString; readonly macrosBefore: number }[] = [];
  /** The macros defined so far. */
  readonly macros: MacroDefinition[] = [];
  /** Macros that existed before this text was parsed: no bare word is allowed among their arguments. */
  readonly known: ReadonlySet<string>;
  readonly slots: Slots;
  readonly #template: string;
  readonly #lexer: Lexer;
  #last: Token;
  #nesting = 0;

  /**
   * @param template the whole template, for positions
   * @param source the part of it to read
   * @param offsetOf gives the offset in the template of an index in `source`
   */
  constructor(
    template: string,
    source: string,
    offsetOf: (index: number) => number,
    known: ReadonlySet<string>,
    slots: Slots,
  ) {
    this.known = known;
    this.slots = slots;
    this.#template = template;
    this.#lexer = new Lexer(source, offsetOf);
    this.#last = { kind: 'text', image: '', special: '', offset: offsetOf(0), next: undefined };
  }

  /** The token taken last. */
  get last(): Token {
    return this.#last;
  }

  get lexer(): Lexer {
    return this.#lexer;
  }

  /** The token that comes next. */
  peek(): Token {
    return this.after(this.#last);
  }

  /** The token behind another one that has been seen. */
  after(token: Token): Token {
    token.next ??= this.#fetch();
    return token.next;
  }

  /** Takes the next token, whatever it is. */
  take(): Token {
    this.#last = this.peek();
    return this.#last;
  }

  /** Takes the next token if it is of this kind. */
  skip(kind: TokenKind): boolean {
    if (this.peek().kind !== kind) return false;
    this.take();
    return true;
  }

  /** Takes a token that must be of one of these kinds; `expected` says so in words. */
  expect(kinds: readonly TokenKind[], expected: string): Token {
    if (!kinds.includes(this.peek().kind)) throw this.unexpected([expected]);
    return this.take();
  }

  /** The error for the token that comes next. */
  unexpected(expected: readonly string[]): TemplateSyntaxError {
    const token = this.peek();
    const found = token.kind === 'end-of-template' ? 'the end of the template' : JSON.stringify(token.image);
    return this.error(`Found ${found} where ${expected.join(' or ')} was expected`, token.offset, expected, found);
  }

  error(message: string, offset: number, expected: readonly string[], found: string): TemplateSyntaxError {
    return new TemplateSyntaxError(message, positionAt(this.#template, offset), expected, found);
  }

  /** Runs `parse` one level deeper; throws `LimitError` where that is too deep. */
  nested<T>(parse: () => T): T {
    if (++this.#nesting > MAX_NESTING) {
      throw new LimitError('depth', `The template is nested more than ${MAX_NESTING} levels deep`);
    }
    const result = parse();
    this.#nesting--;
    return result;
  }

  /** Counts the operators of a chain; throws `LimitError`. */
  limitChain(length: number): void {
    if (length > MAX_CHAIN) {
      throw new LimitError('depth', `An expression has more than ${MAX_CHAIN} operators in a row`);
    }
  }

  /** The value of a string token. */
  string(token: Token): Expression {
    const string = stringLiteral(token);
    if (string === undefined) {
      throw this.error('"\\u" must be followed by four hexadecimal digits', token.offset, ['\\uXXXX'], token.image);
    }
    if (string.pending) this.strings.push({ string: string.pending, macrosBefore: this.macros.length });
    return string.expression;
  }

  #fetch(): Token {
    try {
      return this.#lexer.next();
    } catch (error) {
      if (!(error instanceof LexicalError)) throw error;
      const found = error.found === '' ? 'the end of the template' : JSON.stringify(error.found);
      const expected = 'a reference, a directive or text';
      throw this.error(`Found ${found} where ${expected} was expected`, error.offset, [expected], found);
    }
  }
}
