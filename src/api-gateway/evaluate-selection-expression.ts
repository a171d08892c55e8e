import { toJavaString } from '../engines/java/to-string.ts';
import { JavaList, type Value } from '../engines/java/value.ts';
import { InvalidPathError } from '../engines/json-path/error.ts';
import { JsonSyntaxError, parseJson } from '../engines/json-path/json.ts';
import { readPath } from '../engines/json-path/json-path.ts';
import { LimitError } from '../engines/limit-error.ts';
import type { ExpressionVariable, SelectionExpression } from './selection-expression.ts';

/** What the documented variables read. */
export interface ExpressionInputs {
  /** The client's message, also on the response side; absent for `$connect` and `$disconnect`. */
  readonly message?: string | undefined;
  readonly statusCode: number;
  readonly headers: ReadonlyMap<string, string>;
}

/** The value: what a variable does not find, and what is not documented, is the empty string. Never throws. */
export const evaluateSelectionExpression = (expression: SelectionExpression, inputs: ExpressionInputs): string =>
  expression.parts.map((part) => (part.kind === 'text' ? part.text : variableValue(part, inputs))).join('');

function variableValue(
  { name, path }: ExpressionVariable,
  { message = '', statusCode, headers }: ExpressionInputs,
): string {
  switch (name) {
    case 'integration.response.statuscode':
      return String(statusCode);
    case 'integration.response.header':
    case 'integration.response.multivalueheader':
      return headers.get(path) ?? '';
    case 'request.body':
      return readMessage(message, path);
    case 'unknown':
      return '';
  }
}

function readMessage(message: string, path: string): string {
  if (!/^\s*[{[]/.test(message)) return path === '' ? message : '';
  try {
    const value = readPath(parseJson(message), path === '' ? '$' : `$${path.startsWith('[') ? '' : '.'}${path}`);
    return value === undefined || value === null ? '' : toJavaString(printable(value));
  } catch (error) {
    if (error instanceof JsonSyntaxError || error instanceof InvalidPathError || error instanceof LimitError) return '';
    throw error;
  }
}

/** A list is documented to show as `[item1, item2]` here, unlike in a template, where a list from JSON prints as JSON. */
const printable = (value: Value): Value => (value instanceof JavaList ? new JavaList([...value.items], false) : value);
