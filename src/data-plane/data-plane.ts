// The WebSocket side of the sandbox: clients connect to a stage, and their messages go through its routes.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { gatewayResponse } from '../api-gateway/gateway-response.ts';
import { MAX_MESSAGE_BYTES } from '../api-gateway/limits.ts';
import { selectRoute } from '../api-gateway/select-route.ts';
import type { Account } from '../sandbox/account.ts';
import { isFromLocalPage, namesThisMachine } from '../sandbox/local-only.ts';
import type { DataPlane } from '../sandbox/start-sandbox.ts';
import type { Backends } from './backends/call-backend.ts';
import { CONNECTION_TIMES, type Connection, type ConnectionTimes, open } from './connections.ts';
import { type Client, contextOf, type Handshake, newId, type RouteEvent } from './event.ts';
import type { Log } from './execution-log.ts';
import { manage } from './management.ts';
import { placeOf, runRoute } from './run-route.ts';
import { type ServedStage, servedStage } from './served-stage.ts';

export interface DataPlaneOptions {
  readonly backends: Backends;
  readonly log: Log;
  readonly times?: ConnectionTimes;
}

/** Clients at once: a bound of ours. */
const MAX_CONNECTIONS = 1000;
/** Characters of the URL of a handshake (quota). */
const MAX_URL = 4096;
const GOING_AWAY = 1001;

export function createDataPlane(
  account: Account,
  { backends, log, times = CONNECTION_TIMES }: DataPlaneOptions,
): DataPlane {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_MESSAGE_BYTES,
    // The protocol that $connect chose, which the response has already.
    handleProtocols: (_, request) => chosen.get(request) ?? false,
  });
  const chosen = new WeakMap<IncomingMessage, string>();
  const connections = new Map<string, Connection>();
  let connecting = 0;

  const eventOf = (
    stage: ServedStage,
    client: Client,
    routeKey: string,
    kind: {
      readonly eventType: string;
      readonly message?: string;
      readonly handshake?: Handshake;
      readonly more?: object;
    },
  ): RouteEvent => ({
    client,
    routeKey,
    stageVariables: stage.stageVariables,
    context: contextOf(client, routeKey, kind.eventType, kind.more),
    message: kind.message,
    handshake: kind.handshake,
  });

  async function connect(
    stage: ServedStage,
    client: Client,
    request: IncomingMessage,
  ): Promise<{ status: number; protocol?: string }> {
    const route = stage.routes.get('$connect');
    if (!route) return { status: 200 };
    const event = eventOf(stage, client, '$connect', { eventType: 'CONNECT', handshake: handshakeOf(request) });
    const { status, headers } = await runRoute(route, event, backends, log);
    log({
      Step: 'connect',
      Text: `The handshake is answered with ${isOpen(status) ? 101 : status}.`,
      ...placeOf(event),
    });
    const protocol = Object.entries(headers).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1];
    return {
      status,
      ...(protocol !== undefined && route.integration?.IntegrationType?.endsWith('_PROXY') && { protocol }),
    };
  }

  async function message(text: string, { client, send, close }: Connection): Promise<void> {
    const stage = servedStage(account, client.apiId, client.stageName);
    if (!stage) {
      close(GOING_AWAY, 'The stage is gone');
      return;
    }
    const { value, routeKey } = selectRoute(stage.routeSelectionExpression, text, [...stage.routes.keys()]);
    const route = stage.routes.get(routeKey ?? '');
    const event = eventOf(stage, client, routeKey ?? '', {
      eventType: 'MESSAGE',
      message: text,
      more: { messageId: newId() },
    });
    const place = placeOf(event);
    if (!route) {
      log({
        Step: 'route',
        Text: `No route has the key ${JSON.stringify(value.slice(0, 100))}, nor $default.`,
        ...place,
      });
      send(gatewayResponse('Forbidden', client.connectionId, event.context.requestId));
      return;
    }
    log({
      Step: 'route',
      Text: `${JSON.stringify(route.routeKey)} takes the message.`,
      ...place,
      RouteKey: route.routeKey,
    });
    const { frame } = await runRoute(route, event, backends, log);
    if (frame !== undefined) send(frame);
  }

  function disconnected(client: Client, code: number, reason: string): void {
    connections.delete(client.connectionId);
    const stage = servedStage(account, client.apiId, client.stageName);
    const route = stage?.routes.get('$disconnect');
    if (!stage || !route) return;
    const more = { disconnectStatusCode: code, disconnectReason: reason };
    const event = eventOf(stage, client, '$disconnect', { eventType: 'DISCONNECT', more });
    log({ Step: 'disconnect', Text: `The connection ended with ${code}.`, ...placeOf(event) });
    runRoute(route, event, backends, log).catch(tellDefect);
  }

  const tellDefect = (error: unknown): void => log({ Step: 'close', Text: `The sandbox failed: ${error}` });

  async function handshake(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const [, apiId = '', stageName = ''] = placeIn(request.url ?? '') ?? [];
    const stage = servedStage(account, apiId, stageName);
    if (!stage) {
      log({
        Step: 'connect',
        Text: 'No such stage of a WebSocket API is deployed.',
        ApiId: apiId,
        StageName: stageName,
      });
      refuse(socket, 403, 'Forbidden');
      return;
    }
    const client = clientOf(request, stage);
    const { status, protocol } = await connect(stage, client, request);
    if (socket.destroyed) return;
    if (!isOpen(status)) {
      refuse(socket, status, STATUS_TEXTS.get(status) ?? 'Refused');
      return;
    }
    if (protocol !== undefined) chosen.set(request, protocol);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const handlers = {
        message: (text: string, connection: Connection) => message(text, connection).catch(tellDefect),
        closed: (code: number, reason: string) => disconnected(client, code, reason),
      };
      connections.set(client.connectionId, open(webSocket, socket, client, times, handlers, log));
    });
  }

  return {
    request: (request, response) =>
      manage(request, response, (apiId, stageName, id) => {
        const found = connections.get(id);
        return found?.client.apiId === apiId && found.client.stageName === stageName ? found : undefined;
      }),
    upgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      if (!namesThisMachine(request) || !isFromLocalPage(request)) refuse(socket, 403, 'Forbidden');
      else if ((request.url ?? '').length > MAX_URL) refuse(socket, 414, 'URI Too Long');
      else if (connections.size + connecting >= MAX_CONNECTIONS) refuse(socket, 429, 'Too Many Requests');
      else {
        connecting += 1;
        handshake(request, socket, head)
          .catch((error) => {
            tellDefect(error);
            refuse(socket, 500, 'Internal Server Error');
          })
          .finally(() => {
            connecting -= 1;
          });
      }
    },
    close: () => {
      for (const { close, terminate } of connections.values()) {
        close(GOING_AWAY, 'Going away');
        terminate();
      }
    },
  };
}

const isOpen = (status: number): boolean => status >= 200 && status < 300;

const STATUS_TEXTS: ReadonlyMap<number, string> = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [500, 'Internal Server Error'],
  [504, 'Gateway Timeout'],
]);

/** `/{ApiId}/{StageName}`, perhaps with a slash behind it and a query. */
function placeIn(url: string): string[] | undefined {
  try {
    return /^\/([^/?]+)\/([^/?]+)\/?(?:\?.*)?$/s.exec(url)?.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

const clientOf = ({ headers, socket }: IncomingMessage, { apiId, stageName }: ServedStage): Client => ({
  connectionId: newId(),
  connectedAt: Date.now(),
  apiId,
  stageName,
  domainName: headers.host ?? '',
  sourceIp: socket.remoteAddress ?? '',
  userAgent: headers['user-agent'] ?? '',
});

function handshakeOf({ rawHeaders, url = '' }: IncomingMessage): Handshake {
  const headers: [string, string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) headers.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return {
    headers: Object.fromEntries(headers),
    query: Object.fromEntries(new URLSearchParams(url.split(/\?(.*)/s)[1] ?? '')),
  };
}

/** Answers an upgrade as plain HTTP, as the service refuses a handshake. */
function refuse(socket: Duplex, status: number, text: string): void {
  const body = JSON.stringify({ message: text });
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
