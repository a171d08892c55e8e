// Which route a message of a client takes (developer guide, WebSocket API routes).
import { clientMessage } from './client-message.ts';
import { evaluateSelectionExpression } from './evaluate-selection-expression.ts';
import { parseSelectionExpression } from './selection-expression.ts';

export interface RouteSelection {
  /** What the route selection expression gives; empty for a message that is no JSON. */
  readonly value: string;
  /** undefined: no route takes the message, and the client gets `Forbidden`. */
  readonly routeKey: string | undefined;
}

/** Routes of events; that no message can select them is inferred. */
const EVENT_ROUTES: readonly string[] = ['$connect', '$disconnect'];

/** The route whose key the expression gives, else `$default`, where there is one. */
export function selectRoute(expression: string, message: string, routeKeys: readonly string[]): RouteSelection {
  const isJson = /^\s*[{[]/.test(message);
  const value = isJson
    ? evaluateSelectionExpression(parseSelectionExpression(expression), { message: clientMessage(message) })
    : '';
  const takes = (key: string) => routeKeys.includes(key) && !EVENT_ROUTES.includes(key);
  return { value, routeKey: [value, '$default'].find(takes) };
}
