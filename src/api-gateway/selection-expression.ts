// The language of TemplateSelectionExpression: static text, variables and `\$` (developer guide, WebSocket selection
// expressions).

export type VariableName =
  | 'request.body'
  | 'integration.response.statuscode'
  | 'integration.response.header'
  | 'integration.response.multivalueheader'
  /** Not documented for an integration response: what the service makes of it is unknown. */
  | 'unknown';

export interface ExpressionText {
  readonly kind: 'text';
  readonly offset: number;
  /** With escapes resolved. */
  readonly text: string;
}

export interface ExpressionVariable {
  readonly kind: 'variable';
  /** Of the `$`, in characters from the start of the expression. */
  readonly offset: number;
  readonly braced: boolean;
  readonly name: VariableName;
  /**
   * What follows the name: a JSONPath without `$.` for `request.body`, a header's name for headers, nothing for the
   * status code. For an unknown variable all of it, e.g. `context.routeKey`.
   */
  readonly path: string;
}

export type ExpressionPart = ExpressionText | ExpressionVariable;

export interface ExpressionProblem {
  readonly kind: 'unclosed-brace' | 'empty-name';
  /** Of the `$`. */
  readonly offset: number;
}

export interface SelectionExpression {
  readonly source: string;
  readonly parts: readonly ExpressionPart[];
  /** Where the text is no expression; such places stay in `parts` as text. */
  readonly problems: readonly ExpressionProblem[];
}

/**
 * An unbraced variable runs on through `-` (documented: `$request.header.x-api-key`) and through brackets. Where else it
 * may end is not published; here it ends at any other character.
 */
const UNBRACED = /(?:[\w.-]|\[[^\]$]*\])+/y;

/** Takes an expression apart. Never throws: what is no expression is a problem with its offset. */
export function parseSelectionExpression(source: string): SelectionExpression {
  const parts: ExpressionPart[] = [];
  const problems: ExpressionProblem[] = [];
  let text = '';
  let textOffset = 0;
  let offset = 0;

  const addText = (added: string): void => {
    if (text === '') textOffset = offset;
    text += added;
    offset += added.length;
  };
  const flushText = (): void => {
    if (text !== '') parts.push({ kind: 'text', offset: textOffset, text });
    text = '';
  };

  while (offset < source.length) {
    if (source.startsWith('\\$', offset)) {
      addText('$');
      offset += 1;
      continue;
    }
    if (source[offset] !== '$') {
      const next = nextSpecial(source, offset + 1);
      addText(source.slice(offset, next));
      continue;
    }
    const braced = source[offset + 1] === '{';
    const close = braced ? source.indexOf('}', offset) : -1;
    const name = braced ? source.slice(offset + 2, close === -1 ? undefined : close) : unbracedAt(source, offset + 1);
    if (braced && close === -1) {
      problems.push({ kind: 'unclosed-brace', offset });
      addText(source.slice(offset));
      continue;
    }
    if (name === '') {
      problems.push({ kind: 'empty-name', offset });
      addText(braced ? '${}' : '$');
      continue;
    }
    flushText();
    parts.push({ kind: 'variable', offset, braced, ...variable(name) });
    offset += name.length + (braced ? 3 : 1);
  }
  flushText();
  return { source, parts, problems };
}

/** The next place where something other than plain text may begin. */
function nextSpecial(source: string, from: number): number {
  for (let index = from; index < source.length; index += 1) {
    if (source[index] === '$' || source.startsWith('\\$', index)) return index;
  }
  return source.length;
}

function unbracedAt(source: string, offset: number): string {
  UNBRACED.lastIndex = offset;
  return UNBRACED.exec(source)?.[0] ?? '';
}

function variable(name: string): Pick<ExpressionVariable, 'name' | 'path'> {
  if (name === 'integration.response.statuscode') return { name, path: '' };
  const body = /^request\.body(?:\.(.+)|(\[.*)|)$/s.exec(name);
  if (body) return { name: 'request.body', path: body[1] ?? body[2] ?? '' };
  const header = /^integration\.response\.((?:multivalue)?header)\.(.+)$/s.exec(name);
  if (!header) return { name: 'unknown', path: name };
  const [, kind = '', path = ''] = header;
  return { name: kind === 'header' ? 'integration.response.header' : 'integration.response.multivalueheader', path };
}
