// `RequestParameters` of an integration: what is put into headers, query and path of the request (developer guide, WebSocket
// API data mapping).
import { clientMessage } from '../../api-gateway/client-message.ts';
import type { RouteEvent } from '../event.ts';

export interface RequestParameters {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly path: Readonly<Record<string, string>>;
}

const KEY = /^integration\.request\.(header|querystring|path)\.(.+)$/s;

/** The values for this event; what finds nothing is left out. */
export function requestParameters(
  mappings: Readonly<Record<string, string>> = {},
  event: RouteEvent,
): RequestParameters {
  const found = {
    header: new Map<string, string>(),
    querystring: new Map<string, string>(),
    path: new Map<string, string>(),
  };
  for (const [key, mapping] of Object.entries(mappings)) {
    const [, place, name = ''] = KEY.exec(key) ?? [];
    const value = mapped(mapping, event);
    if (place !== undefined && value !== undefined) found[place as keyof typeof found].set(name, value);
  }
  return {
    headers: Object.fromEntries(found.header),
    query: Object.fromEntries(found.querystring),
    path: Object.fromEntries(found.path),
  };
}

function mapped(mapping: string, { message, handshake, stageVariables, context }: RouteEvent): string | undefined {
  const constant = /^'(.*)'$/s.exec(mapping)?.[1];
  if (constant !== undefined) return constant;
  const [, source = '', name = ''] = /^(route\.request\.[a-z]+|context|stageVariables)\.?(.*)$/s.exec(mapping) ?? [];
  switch (source) {
    case 'route.request.body':
      return message === undefined ? undefined : name === '' ? message : clientMessage(message).read(name) || undefined;
    case 'route.request.header':
      return own(handshake?.headers, name);
    case 'route.request.querystring':
      return own(handshake?.query, name);
    case 'stageVariables':
      return own(stageVariables, name);
    case 'context':
      return text(name.split('.').reduce((value: unknown, part) => own(value as object | undefined, part), context));
    default:
      return undefined;
  }
}

const own = <Value>(values: Readonly<Record<string, Value>> | object | undefined, name: string): Value | undefined =>
  typeof values === 'object' && values !== null && Object.hasOwn(values, name)
    ? (values as Record<string, Value>)[name]
    : undefined;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
