// `#name` and `#name(...)`, apart from those the grammar knows itself (`#if`, `#set`): the built-in directives of
// Velocity 1.7 with the checks of their `init`, and calls of macros.
import { isOperandStart, parseOperand } from './parse-expression.ts';
import { literal, type Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import type { Define, Expression, Foreach, MacroDefinition, Node, Text } from './tree.ts';

/** Those the grammar itself knows. */
export const GRAMMAR_DIRECTIVES: readonly string[] = ['if', 'elseif', 'else', 'end', 'set'];
const LINE_DIRECTIVES: readonly string[] = ['include', 'parse', 'evaluate', 'break', 'stop'];
const BLOCK_DIRECTIVES: readonly string[] = ['foreach', 'macro', 'literal', 'define'];

/** All that Velocity has, by the name behind the `#`; what else stands there is a macro, or text. */
export const DIRECTIVES: readonly string[] = [...GRAMMAR_DIRECTIVES, ...LINE_DIRECTIVES, ...BLOCK_DIRECTIVES];

/** What the directive consists of, before its kind is looked at. */
interface Parts {
  readonly name: string;
  readonly start: Token;
  /** Undefined where no parenthesis follows the name. */
  readonly arguments: readonly Expression[] | undefined;
  readonly block: Block | undefined;
}

interface Block {
  readonly nodes: readonly Node[];
  readonly first: Token;
  readonly last: Token;
}

/** Whether a directive of this name is a word to the grammar, as macros are. */
export function isDirective(name: string): boolean {
  return LINE_DIRECTIVES.includes(name) || BLOCK_DIRECTIVES.includes(name);
}

/** The next token is a word; `parseBlock` reads up to the `#end` that belongs to it. */
export function parseDirective(tokens: TokenStream, parseBlock: () => readonly Node[]): Node {
  const start = tokens.take();
  const name = start.kind === 'word' ? start.image.slice(1) : start.image.slice(2, -1);
  tokens.lexer.enterDirective();
  if (!tokens.lexer.isLeftParenthesisNext()) {
    if (name === 'macro') throw missing(tokens, start, 'the name of the macro');
    tokens.lexer.leaveDirective();
    return directive(tokens, { name, start, arguments: undefined, block: undefined });
  }
  tokens.skip('white-space');
  tokens.expect(['('], '"("');
  const list = tokens.nested(() => parseArguments(tokens, name));
  tokens.expect([')'], '")"');
  if (!BLOCK_DIRECTIVES.includes(name) && !name.startsWith('@')) {
    return directive(tokens, { name, start, arguments: list, block: undefined });
  }
  const first = tokens.peek();
  const nodes = parseBlock();
  const last = tokens.last;
  tokens.expect(['#end'], '"#end"');
  return directive(tokens, { name, start, arguments: list, block: { nodes, first, last } });
}

function parseArguments(tokens: TokenStream, name: string): Expression[] {
  const list: Expression[] = [];
  while (isArgumentNext(tokens)) {
    tokens.skip('white-space');
    if (tokens.skip(',')) tokens.skip('white-space');
    const argument = parseDirectiveArgument(tokens);
    const isWord = argument.kind === 'word';
    if (name === 'macro' && list.length === 0 && !isWord)
      throw missing(tokens, argument.first, 'the name of the macro');
    if (isWord && (isDirective(name) || tokens.known.has(name)) && !isWordAllowed(name, list.length)) {
      throw tokens.error(
        `A bare word cannot be an argument of #${name}`,
        argument.offset,
        ['a value'],
        argument.first.image,
      );
    }
    list.push(argument);
  }
  tokens.skip('white-space');
  return list;
}

function isWordAllowed(name: string, position: number): boolean {
  return (name === 'macro' && position === 0) || (name === 'foreach' && position === 1);
}

function isArgumentNext(tokens: TokenStream): boolean {
  const next = tokens.peek();
  const token = next.kind === 'white-space' ? tokens.after(next) : next;
  return token.kind === ',' || token.kind === 'word' || isOperandStart(token);
}

function parseDirectiveArgument(tokens: TokenStream): Expression {
  if (tokens.peek().kind !== 'word') return parseOperand(tokens);
  const word = tokens.take();
  return { kind: 'word', offset: word.offset, first: word, last: word };
}

function directive(tokens: TokenStream, parts: Parts): Node {
  const { name, start } = parts;
  const { offset } = start;
  const list = parts.arguments ?? [];
  const body = parts.block?.nodes ?? [];
  const [argument] = list;
  switch (name) {
    case 'foreach':
      if (!parts.block) throw missing(tokens, start, '"($item in $list)"');
      return foreach(tokens, offset, list, body);
    case 'macro':
      return macroDefinition(tokens, parts, list, body);
    case 'define':
      if (!argument || list.length > 1) throw missing(tokens, start, 'one reference');
      return define(tokens, offset, argument, body);
    case 'literal':
      return literalText(tokens, parts);
    case 'evaluate':
      if (!argument || list.length > 1 || !isEvaluable(argument))
        throw missing(tokens, start, 'one string or reference');
      return { kind: 'evaluate', offset, argument };
    case 'break':
      if (list.length > 1) throw missing(tokens, start, 'at most one argument');
      return { kind: 'break', offset, scope: argument };
    case 'stop':
      if (list.length > 1) throw missing(tokens, start, 'at most one argument');
      return { kind: 'stop', offset, message: argument };
    case 'parse':
    case 'include':
      return { kind: 'unavailable', offset, name, arguments: list };
    default:
      return macroCall(tokens, parts, list);
  }
}

function missing(tokens: TokenStream, token: Token, expected: string): Error {
  return tokens.error(`${token.image.trim()} needs ${expected}`, token.offset, [expected], token.image);
}

function foreach({ slots }: TokenStream, offset: number, list: readonly Expression[], body: readonly Node[]): Foreach {
  const [item] = list;
  const variable = item ? loopVariable(item) : '';
  return { kind: 'foreach', offset, variable, slot: slots.of(variable), arguments: list, body };
}

function define({ slots }: TokenStream, offset: number, { first }: Expression, body: readonly Node[]): Define {
  const variable = first.image.slice(1);
  return { kind: 'define', offset, variable, slot: slots.of(variable), body };
}

/** A reference gives its name; of anything else the text counts, without its first character. */
function loopVariable(argument: Expression): string {
  return argument.kind === 'reference' ? argument.name : argument.first.image.slice(1);
}

function isEvaluable(argument: Expression): boolean {
  return argument.kind === 'reference' || argument.first.kind === 'string';
}

function macroDefinition(
  tokens: TokenStream,
  { start }: Parts,
  [name, ...given]: readonly Expression[],
  body: readonly Node[],
): MacroDefinition {
  if (!name) throw missing(tokens, start, 'the name of the macro');
  const parameters = given.map(({ first }) => first.image.replace(/^\$/, ''));
  const definition: MacroDefinition = {
    kind: 'macro',
    offset: start.offset,
    name: name.first.image,
    parameters,
    slots: parameters.map((parameter) => tokens.slots.of(parameter)),
    body,
  };
  tokens.macros.push(definition);
  return definition;
}

/** `#literal()` prints its block as it stands, but for comments. */
function literalText(tokens: TokenStream, { start, arguments: list, block }: Parts): Text {
  const shown = list?.[0] ?? block;
  if (!shown) throw missing(tokens, start, '"()"');
  if (shown === block && block.nodes.length === 0 && block.first.kind === '#end') {
    throw missing(tokens, start, 'something before its #end');
  }
  return { kind: 'text', offset: start.offset, text: literal(shown.first, shown.last) };
}

function macroCall(
  tokens: TokenStream,
  { name, start, block, arguments: given }: Parts,
  list: readonly Expression[],
): Node {
  const { offset } = start;
  if (name.startsWith('@') && given === undefined) return { kind: 'text', offset, text: `#${name}` };
  let shown = start.image;
  for (let token = start; token !== tokens.last && token.next; ) {
    token = token.next;
    shown += token.image;
  }
  const macro = block ? name.slice(1) : name;
  return { kind: 'call', offset, name: macro, arguments: list, body: block?.nodes, literal: shown };
}
