// The management API of a stage: `@connections` sends to a client, tells of it, or closes its connection.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { MAX_MESSAGE_BYTES } from '../api-gateway/limits.ts';
import type { Connection } from './connections.ts';

const PATH = /^\/([^/]+)\/([^/]+)\/(?:@|%40)connections\/([^/?]+)$/;

/** Finds a connection of a stage. */
export type Find = (apiId: string, stageName: string, connectionId: string) => Connection | undefined;

/** Answers a request to `/{ApiId}/{StageName}/@connections/{ConnectionId}`; false for any other path. */
export function manage(request: IncomingMessage, response: ServerResponse, find: Find): boolean {
  const place = placeIn(request.url ?? '');
  if (!place) return false;
  respond(request, response, () => find(...place)).catch(() => response.destroy());
  return true;
}

function placeIn(path: string): [string, string, string] | undefined {
  try {
    const [, apiId, stageName, connectionId] = (PATH.exec(path) ?? []).map(decodeURIComponent);
    return apiId !== undefined && stageName !== undefined && connectionId !== undefined
      ? [apiId, stageName, connectionId]
      : undefined;
  } catch {
    return undefined;
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  find: () => Connection | undefined,
): Promise<void> {
  const body = await read(request);
  const connection = find();
  response.setHeader('x-amzn-RequestId', randomUUID());
  if (body === undefined) refuse(response, 413, 'PayloadTooLargeException', 'Message too long');
  else if (!connection) refuse(response, 410, 'GoneException', 'The connection is gone');
  else if (request.method === 'POST') {
    if (connection.send(textOf(body))) response.end();
    else refuse(response, 410, 'GoneException', 'The connection is gone');
  } else if (request.method === 'GET') {
    const { connectedAt, sourceIp, userAgent } = connection.client;
    answer(response, {
      connectedAt: new Date(connectedAt).toISOString(),
      identity: { sourceIp, userAgent },
      lastActiveAt: new Date(connection.lastActiveAt()).toISOString(),
    });
  } else if (request.method === 'DELETE') {
    connection.close(1000, 'Connection closed by the server');
    response.writeHead(204).end();
  } else refuse(response, 403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
}

/** undefined: more than a message may have. Read to the end all the same, or the client does not see the answer. */
async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_MESSAGE_BYTES) chunks.push(chunk);
  }
  return size <= MAX_MESSAGE_BYTES ? Buffer.concat(chunks) : undefined;
}

/** Text where the bytes are UTF-8, else the bytes. */
function textOf(body: Buffer): string | Buffer {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return body;
  }
}

function answer(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  response.statusCode = status;
  response.setHeader('x-amzn-ErrorType', type);
  answer(response, { message });
}
