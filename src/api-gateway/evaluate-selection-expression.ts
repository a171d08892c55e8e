import type { ClientMessage } from './client-message.ts';
import type { ExpressionVariable, SelectionExpression } from './selection-expression.ts';

/** What the documented variables read. */
export interface ExpressionInputs {
  /** The client's message, also on the response side; absent for `$connect` and `$disconnect`. */
  readonly message?: ClientMessage | undefined;
  /** Of the backend's answer; there is none yet while a request is made. */
  readonly statusCode?: number;
  readonly headers?: ReadonlyMap<string, string>;
}

/** The value: what a variable does not find, and what is not documented, is the empty string. */
export const evaluateSelectionExpression = (expression: SelectionExpression, inputs: ExpressionInputs): string =>
  expression.parts.map((part) => (part.kind === 'text' ? part.text : variableValue(part, inputs))).join('');

function variableValue({ name, path }: ExpressionVariable, { message, statusCode, headers }: ExpressionInputs): string {
  switch (name) {
    case 'integration.response.statuscode':
      return String(statusCode ?? '');
    case 'integration.response.header':
    case 'integration.response.multivalueheader':
      return headers?.get(path) ?? '';
    case 'request.body':
      return message?.read(path) ?? '';
    case 'unknown':
      return '';
  }
}
