import type { Token } from './token.ts';
import type { Expression, Node } from './tree.ts';

/** The text of a double-quoted string, still to be parsed as a template of its own into `nodes`. */
export interface PendingString {
  readonly text: string;
  readonly nodes: Node[];
  readonly token: Token;
}

/**
 * A string as `ASTStringLiteral` reads it: only `\uXXXX` is an escape, and only between double quotes; a doubled quote
 * is one. Answers `undefined` for a broken `\u`, on which Velocity fails.
 */
export function stringLiteral(token: Token): { expression: Expression; pending?: PendingString } | undefined {
  const { image, offset } = token;
  const double = image.startsWith('"');
  const inner = image.slice(1, -1);
  const decoded = double && inner.includes('\\u') ? decodeUnicode(inner) : inner;
  if (decoded === undefined) return undefined;
  const quote = double ? '"' : "'";
  const text = decoded.includes(quote) ? decoded.replaceAll(quote + quote, quote) : decoded;
  if (!double || !/[$#]/.test(image))
    return { expression: { kind: 'constant', offset, first: token, last: token, value: text } };
  const nodes: Node[] = [];
  const padded = !text.includes('##');
  return {
    expression: { kind: 'interpolation', offset, first: token, last: token, nodes, padded },
    pending: { text: padded ? `${text} ` : text, nodes, token },
  };
}

function decodeUnicode(text: string): string | undefined {
  let broken = false;
  const result = text.replaceAll(/\\u([\s\S]{0,4})/g, (_, digits: string) => {
    if (digits.length < 4 || !/^(?:[\da-fA-F]{4}|[+-][\da-fA-F]{3})$/.test(digits)) broken = true;
    return String.fromCharCode(Number.parseInt(digits, 16));
  });
  return broken ? undefined : result;
}
