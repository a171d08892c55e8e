// The statements of Velocity 1.7's grammar (`Parser.jjt`), and the checks its nodes make before rendering (`init`).
import { GRAMMAR_DIRECTIVES, isDirective, parseDirective } from './parse-directive.ts';
import { parseExpression, parseReference } from './parse-expression.ts';
import { Slots } from './slots.ts';
import { tokenLiteral } from './token.ts';
import { TokenStream } from './token-stream.ts';
import type { Branch, IfDirective, Node, SetDirective, Template } from './tree.ts';

/** Parses a whole template; throws `TemplateSyntaxError`, or `LimitError` where it is nested too deeply. */
export function parseTemplate(source: string): Template {
  return parsePart(source, source, (index) => index, new Set(), new Set(), new Slots());
}

/**
 * Parses a text that a template evaluates while it is rendered, when the macros `known` exist; all positions in it are
 * said to be `offset`. Throws as `parseTemplate` does.
 */
export function parseEvaluated(template: Template, text: string, offset: number, known: ReadonlySet<string>): Template {
  return parsePart(
    template.source,
    text,
    () => offset,
    new Set([...template.macroNames, ...known]),
    known,
    template.slots,
  );
}

/** Strings are parsed after the text around them, which is when the names of its macros are known. */
function parsePart(
  source: string,
  text: string,
  offsetOf: (index: number) => number,
  names: Set<string>,
  known: ReadonlySet<string>,
  slots: Slots,
): Template {
  const tokens = new TokenStream(source, text, offsetOf, known, slots);
  const nodes = parseStatements(tokens, names);
  tokens.expect(['end-of-template'], 'the end of the template');
  const macros = new Map(tokens.macros.map((macro) => [macro.name, macro]));
  for (const { string, macrosBefore } of tokens.strings) {
    const before = tokens.macros.slice(0, macrosBefore);
    const knownBefore = before.length === 0 ? known : new Set([...known, ...before.map(({ name }) => name)]);
    const inner = parsePart(source, string.text, (index) => string.token.offset + 1 + index, names, knownBefore, slots);
    string.nodes.push(...inner.nodes);
    for (const macro of inner.macros.values()) macros.set(macro.name, macro);
  }
  return { source, nodes, macros, macroNames: names, slots };
}

/** Reads until a token that can start no statement: `#end`, `#else`, the end. */
function parseStatements(tokens: TokenStream, names: Set<string>): Node[] {
  return tokens.nested(() => {
    const nodes: Node[] = [];
    for (;;) {
      const node = parseStatement(tokens, names);
      if (node === undefined) return nodes;
      const previous = nodes.at(-1);
      if (node.kind === 'text' && previous?.kind === 'text') {
        nodes.splice(-1, 1, { ...previous, text: previous.text + node.text });
      } else if (node.kind !== 'text' || node.text !== '') {
        nodes.push(node);
      }
    }
  });
}

function parseStatement(tokens: TokenStream, names: Set<string>): Node | undefined {
  const token = tokens.peek();
  switch (token.kind) {
    case '#if':
      return parseIf(tokens, names);
    case 'identifier':
      return parseReference(tokens);
    case 'reference-{':
      return tokens.after(token).kind === 'identifier' ? parseReference(tokens) : parseText(tokens);
    case 'line-comment':
      return parseLineComment(tokens);
    case 'comment':
    case 'formal-comment':
      return textNode(token.offset, beforeComment(tokens.take().image));
    case 'text-block':
      return textNode(token.offset, tokens.take().image.slice('#[['.length, -']]#'.length));
    case '#set(':
      return parseSet(tokens);
    case 'escaped-directive':
      return parseEscapedDirective(tokens, names);
    case 'double-escape':
      return parseEscapes(tokens, names);
    case 'word':
    case 'bracketed-word':
      return parseNamedDirective(tokens, names);
    case '(':
    case ')':
    case 'escape':
    case 'text':
    case 'string':
    case 'integer':
    case 'float':
    case '.':
    case 'reference-}':
    case 'empty-index':
      return parseText(tokens);
    default:
      return undefined;
  }
}

function textNode(offset: number, text: string): Node {
  return { kind: 'text', offset, text };
}

function parseText(tokens: TokenStream): Node {
  const token = tokens.take();
  return textNode(token.offset, tokenLiteral(token));
}

function parseLineComment(tokens: TokenStream): Node {
  const { offset, image } = tokens.take();
  tokens.skip('line-comment-end');
  return textNode(offset, beforeComment(image));
}

/** What the lexer has taken into a comment's first token although it stands before the comment. */
function beforeComment(image: string): string {
  const line = image.indexOf('##');
  return image.slice(0, Math.max(0, line === -1 ? image.indexOf('#*') : line));
}

function parseIf(tokens: TokenStream, names: Set<string>): IfDirective {
  const { offset } = tokens.peek();
  const branches: Branch[] = [];
  do branches.push(parseBranch(tokens, names));
  while (tokens.peek().kind === '#elseif');
  const otherwise = tokens.skip('#else') ? parseStatements(tokens, names) : [];
  tokens.expect(['#end'], '"#end"');
  return { kind: 'if', offset, branches, otherwise };
}

function parseBranch(tokens: TokenStream, names: Set<string>): Branch {
  const { offset } = tokens.take();
  tokens.skip('white-space');
  tokens.expect(['('], '"("');
  const condition = parseExpression(tokens);
  tokens.expect([')'], '")"');
  return { offset, condition, body: parseStatements(tokens, names) };
}

function parseSet(tokens: TokenStream): SetDirective {
  const { offset, image } = tokens.take();
  tokens.skip('white-space');
  const start = tokens.peek().kind;
  if (start !== 'identifier' && start !== 'reference-{') throw tokens.unexpected(['a reference']);
  const target = parseReference(tokens);
  tokens.skip('white-space');
  tokens.expect(['='], '"="');
  const value = parseExpression(tokens);
  tokens.expect([')'], '")"');
  tokens.lexer.inSet = false;
  const blanks = image.length - image.trimStart().length;
  const variable = target.first.image.slice(1);
  return { kind: 'set', offset: offset + blanks, target, variable, slot: tokens.slots.of(variable), value };
}

function isKnown(name: string, names: ReadonlySet<string>): boolean {
  return isDirective(name) || names.has(name);
}

/**
 * Backslashes before a directive that exists are halved; before any other `#word` they stay. The token changes with
 * them, as the text of what is around is made of it.
 */
function parseEscapedDirective(tokens: TokenStream, names: ReadonlySet<string>): Node {
  const token = tokens.take();
  const { image, offset } = token;
  const last = image.lastIndexOf('\\');
  const word = image.slice(last + 1);
  const name = word.startsWith('#{') ? word.slice(2, -1) : word.slice(1);
  const escapes = isKnown(name, names) || GRAMMAR_DIRECTIVES.includes(name);
  if (escapes) token.image = image.slice(0, last / 2) + word;
  return textNode(offset, token.image);
}

/** Pairs of backslashes: each pair is one before a directive, and two before anything else. */
function parseEscapes(tokens: TokenStream, names: ReadonlySet<string>): Node {
  const { offset } = tokens.peek();
  let count = 0;
  while (tokens.skip('double-escape')) count++;
  const { kind, image } = tokens.peek();
  const control = ['#if', '#else', '#elseif', '#end'].includes(kind) || isKnown(image.slice(1), names);
  return textNode(offset, (control ? '\\' : '\\\\').repeat(count));
}

function parseNamedDirective(tokens: TokenStream, names: Set<string>): Node {
  const node = parseDirective(tokens, () => parseStatements(tokens, names));
  if (node.kind === 'macro') names.add(node.name);
  return node;
}
