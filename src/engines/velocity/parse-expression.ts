// The expressions of `Parser.jjt`. Where the original looks ahead to tell `[1..3]` from `[1, 3]`, the first element is
// read here before the choice is made: the same language, in linear time.
import { parseBigInteger, parseDouble, parseInteger, parseLong } from '../java/parse-number.ts';
import type { Value } from '../java/value.ts';
import { reference } from './reference.ts';
import type { Token, TokenKind } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import type { Access, BinaryOperator, Expression, ListLiteral, MapLiteral, Not, Range, Reference } from './tree.ts';

/** How tightly the operators bind; all group from the left. */
const PRECEDENCE: ReadonlyMap<TokenKind, { readonly operator: BinaryOperator; readonly level: number }> = new Map(
  [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']].flatMap((operators, level) =>
    operators.map((operator) => [operator as BinaryOperator, { operator: operator as BinaryOperator, level }] as const),
  ),
);

/** `Expression()`: the right side of `#set`, or a condition. */
export function parseExpression(tokens: TokenStream): Expression {
  return tokens.nested(() => parseBinary(tokens, 0));
}

/** Reads the operators that bind at least as tightly as `level`. */
function parseBinary(tokens: TokenStream, level: number): Expression {
  let left = parseUnary(tokens);
  for (let length = 0; ; length++) {
    const binding = PRECEDENCE.get(tokens.peek().kind);
    if (binding === undefined || binding.level < level) return left;
    tokens.limitChain(length);
    tokens.take();
    const first = tokens.peek();
    const right = parseBinary(tokens, binding.level + 1);
    left = { kind: 'binary', operator: binding.operator, offset: left.offset, first, last: tokens.last, left, right };
  }
}

function parseUnary(tokens: TokenStream): Expression {
  const next = tokens.peek();
  const first = next.kind === 'white-space' ? tokens.after(next) : next;
  if (first.kind !== '!') return parsePrimary(tokens);
  tokens.skip('white-space');
  tokens.take();
  const inner = tokens.peek();
  const operand = tokens.nested(() => parseUnary(tokens));
  return { kind: 'not', offset: first.offset, first: inner, last: tokens.last, operand } satisfies Not;
}

function parsePrimary(tokens: TokenStream): Expression {
  tokens.skip('white-space');
  const expression = tokens.peek().kind === '(' ? parseParenthesized(tokens) : parseOperand(tokens);
  tokens.skip('white-space');
  return expression;
}

/** Its own text is what stands inside the parentheses. */
function parseParenthesized(tokens: TokenStream): Expression {
  tokens.take();
  const first = tokens.peek();
  const expression = { ...parseExpression(tokens), first, last: tokens.last };
  tokens.expect([')'], '")"');
  return expression;
}

/** `Parameter()`: an argument of a method, or an element of a list or map. */
function parseParameter(tokens: TokenStream): Expression {
  tokens.skip('white-space');
  const parameter = parseOperand(tokens);
  tokens.skip('white-space');
  return parameter;
}

/** `IndexParameter()`. */
function parseIndexArgument(tokens: TokenStream): Expression {
  tokens.skip('white-space');
  if (!INDEX_START.has(tokens.peek().kind)) throw tokens.unexpected(['a string', 'an integer', 'a reference']);
  const argument = parseOperand(tokens);
  tokens.skip('white-space');
  return argument;
}

const INDEX_START: ReadonlySet<TokenKind> = new Set([
  'string',
  'integer',
  'true',
  'false',
  'identifier',
  'reference-{',
]);
const OPERAND_START: ReadonlySet<TokenKind> = new Set([...INDEX_START, 'float', '[', '{']);

/** Whether a literal or a reference starts with this token. */
export function isOperandStart(token: Token): boolean {
  return OPERAND_START.has(token.kind);
}

/** A literal or a reference. */
export function parseOperand(tokens: TokenStream): Expression {
  switch (tokens.peek().kind) {
    case 'identifier':
    case 'reference-{':
      return parseReference(tokens);
    case 'string':
      return tokens.string(tokens.take());
    case 'integer':
      return constant(tokens, integerValue);
    case 'float':
      return constant(tokens, parseDouble);
    case 'true':
    case 'false':
      return constant(tokens, (image) => image === 'true');
    case '[':
      return tokens.nested(() => parseListOrRange(tokens));
    case '{':
      return tokens.nested(() => parseMap(tokens));
    default:
      throw tokens.unexpected(['a value']);
  }
}

/** A number the lexer has taken other characters into, such as `$list[#1]`, is none. */
function constant(tokens: TokenStream, read: (image: string) => Value | undefined): Expression {
  const token = tokens.take();
  const value = read(token.image);
  if (value === undefined) throw tokens.error('This is no number', token.offset, ['a number'], token.image);
  return { kind: 'constant', offset: token.offset, first: token, last: token, value };
}

/** The smallest of Integer, Long and BigInteger that holds the number. */
function integerValue(image: string): Value | undefined {
  return parseInteger(image) ?? parseLong(image) ?? parseBigInteger(image);
}

function parseListOrRange(tokens: TokenStream): ListLiteral | Range {
  const first = tokens.take();
  const items: Expression[] = [];
  if (tokens.peek().kind !== ']') {
    const from = parseParameter(tokens);
    if (tokens.peek().kind === '..' && isRangeEnd(from)) return parseRange(tokens, first, from);
    items.push(from);
    while (tokens.skip(',')) items.push(parseParameter(tokens));
  }
  const last = tokens.expect([']'], '"]"');
  return { kind: 'list', offset: first.offset, first, last, items };
}

function isRangeEnd(expression: Expression): boolean {
  return expression.kind === 'reference' || expression.first.kind === 'integer';
}

function parseRange(tokens: TokenStream, first: Token, from: Expression): Range {
  tokens.take();
  const to = parseParameter(tokens);
  if (!isRangeEnd(to))
    throw tokens.error('A range ends with an integer or a reference', to.offset, ['an integer'], to.first.image);
  const last = tokens.expect([']'], '"]"');
  return { kind: 'range', offset: first.offset, first, last, from, to };
}

function parseMap(tokens: TokenStream): MapLiteral {
  const first = tokens.take();
  const entries: (readonly [Expression, Expression])[] = [];
  const next = tokens.peek();
  if (isOperandStart(next.kind === 'white-space' ? tokens.after(next) : next)) {
    do {
      const key = parseParameter(tokens);
      tokens.expect([':'], '":"');
      entries.push([key, parseParameter(tokens)]);
    } while (tokens.skip(','));
  }
  tokens.skip('white-space');
  const last = tokens.expect(['}', 'reference-}'], '"}"');
  return { kind: 'map', offset: first.offset, first, last, entries };
}

/** `Parser.jjt`, `Reference()`: the next token is an identifier, or a `{` with an identifier behind it. */
export function parseReference(tokens: TokenStream): Reference {
  const first = tokens.take();
  const braced = first.kind === 'reference-{';
  if (braced) tokens.expect(['identifier'], 'a name');
  const access: Access[] = [];
  parseIndexes(tokens, access);
  while (isAccess(tokens)) {
    tokens.take();
    access.push(parseAccess(tokens));
    parseIndexes(tokens, access);
  }
  if (braced) tokens.expect(['reference-}'], '"}"');
  return reference(first, tokens.last, access, tokens.slots);
}

function isAccess(tokens: TokenStream): boolean {
  const dot = tokens.peek();
  return dot.kind === '.' && tokens.after(dot).kind === 'identifier';
}

function parseIndexes(tokens: TokenStream, access: Access[]): void {
  while (tokens.peek().kind === 'index-[') {
    const { offset } = tokens.take();
    const argument = tokens.nested(() => parseIndexArgument(tokens));
    tokens.expect(['index-]'], '"]"');
    access.push({ kind: 'index', offset, argument });
  }
}

/** What a `(` must be followed by to open arguments; before anything else it is text. */
const ARGUMENTS_START: ReadonlySet<TokenKind> = new Set([
  'white-space',
  'string',
  'integer',
  'float',
  '[',
  '{',
  'true',
  'false',
  'identifier',
  'reference-{',
  'argument-)',
]);

function parseAccess(tokens: TokenStream): Access {
  const { image: name, offset } = tokens.take();
  const parenthesis = tokens.peek();
  if (parenthesis.kind !== '(' || !ARGUMENTS_START.has(tokens.after(parenthesis).kind)) {
    return { kind: 'property', offset, name };
  }
  tokens.take();
  const list: Expression[] = [];
  if (tokens.peek().kind !== 'argument-)') {
    tokens.nested(() => {
      do list.push(parseParameter(tokens));
      while (tokens.skip(','));
    });
  }
  tokens.expect(['argument-)'], '")"');
  return { kind: 'method', offset, name, arguments: list };
}
