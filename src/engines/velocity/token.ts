/**
 * The tokens of Velocity 1.7's grammar (`Parser.jjt`). `white-space` exists inside directives and arguments only;
 * everywhere else blanks are text.
 */
export type TokenKind =
  | 'end-of-template'
  | 'index-['
  | 'index-]'
  | '['
  | ']'
  | ','
  | '..'
  | ':'
  | '{'
  | '}'
  | '('
  | ')'
  | 'argument-)'
  | 'escaped-directive'
  | '#set('
  | 'line-comment'
  | 'double-escape'
  | 'escape'
  | 'text'
  | 'line-comment-end'
  | 'comment'
  | 'formal-comment'
  | 'text-block'
  | 'white-space'
  | 'string'
  | 'true'
  | 'false'
  | '-'
  | '+'
  | '*'
  | '/'
  | '%'
  | '&&'
  | '||'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '!'
  | '='
  | '#end'
  | '#if'
  | '#elseif'
  | '#else'
  | 'integer'
  | 'float'
  | 'word'
  | 'bracketed-word'
  | 'identifier'
  | '.'
  | 'reference-{'
  | 'reference-}'
  | 'empty-index';

/**
 * One token, linked to the next as in JavaCC, so that a node can give back its own text from its first and last token.
 * `image` is its text; `special` what a lone `$` or `#` before it has left to print.
 */
export interface Token {
  readonly kind: TokenKind;
  image: string;
  readonly special: string;
  readonly offset: number;
  next: Token | undefined;
}

/** The text of the tokens from `first` to `last`, as Velocity prints a reference it cannot resolve (`SimpleNode.literal`). */
export function literal(first: Token, last: Token): string {
  let text = tokenLiteral(first);
  for (let token: Token | undefined = first; token !== last && token?.next; ) {
    token = token.next;
    text += tokenLiteral(token);
  }
  return text;
}

/** A token's text with what came before it; a `#* *#` comment is nothing. */
export function tokenLiteral(token: Token): string {
  return token.kind === 'comment' ? '' : token.special + token.image;
}
