import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Account } from './account.ts';
import { isFromPage, namesThisMachine } from './local-only.ts';
import { match } from './operations.ts';
import {
  foreignPage,
  internalFailure,
  notJson,
  notUtf8,
  requestTooLarge,
  tooBusy,
  unknownOperation,
} from './refusals.ts';
import { seed } from './seed.ts';
import { ServiceError } from './service-error.ts';

/** What serves the stages, on the same port. */
export interface DataPlane {
  /** Takes requests whose path is none of the control plane's; false: it has no such path. */
  readonly request: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => void;
}

/** A running control plane. */
export interface Sandbox {
  /** `http://127.0.0.1:N`, to be used as the endpoint of any client; credentials and region may be anything. */
  readonly endpoint: string;
  /** `ws://127.0.0.1:N`: a client connects to `/{ApiId}/{StageName}` below it. */
  readonly websocket: string;
  /** The seeded APIs. */
  readonly apiIds: readonly string[];
  /** Stops listening and drops open connections. */
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body?: object | undefined;
  readonly errorType?: string;
}

export interface SandboxOptions {
  /** 0: any free port. */
  readonly port?: number;
  /** Makes what serves the stages of this account; without it they are not served. */
  readonly dataPlane?: (account: Account) => DataPlane;
}

// Above any legal request: 300 KB is the largest template quota.
const largestBody = 10 * 1024 * 1024;
/** Of all requests together. */
const LARGEST_BODIES = 64 * 1024 * 1024;
const MAX_CONNECTIONS = 2000;

/** What requests share. */
interface Plane {
  readonly account: Account;
  readonly websocket: string;
  readonly dataPlane: DataPlane | undefined;
  /** Of bodies that are being read. */
  bytes: number;
}

/** Serves a freshly seeded account on 127.0.0.1. Rejects when the port is taken. */
export async function startSandbox({ port = 0, dataPlane: serve }: SandboxOptions = {}): Promise<Sandbox> {
  const account: Account = new Map();
  const dataPlane = serve?.(account);
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 5_000,
    // Longer than clients keep a connection for reuse, lest one is closed under a request.
    keepAliveTimeout: 65_000,
  });
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no TCP address');
  const websocket = `ws://127.0.0.1:${address.port}`;
  seed({ account, websocket });
  const plane: Plane = { account, websocket, dataPlane, bytes: 0 };
  server.on('request', (request, response) => {
    respond(plane, request, response).catch(() => response.destroy());
  });
  if (dataPlane) server.on('upgrade', dataPlane.upgrade);
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    websocket,
    apiIds: [...account.keys()],
    close: () =>
      new Promise((resolve) => {
        dataPlane?.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(plane: Plane, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isAllowed = namesThisMachine(request) && !isFromPage(request);
  if (isAllowed && plane.dataPlane?.request(request, response)) return;
  const { status, body, errorType } = await answer(plane, request, isAllowed);
  response.statusCode = status;
  response.setHeader('x-amzn-RequestId', randomUUID());
  response.setHeader('x-amz-apigw-id', randomBytes(11).toString('base64'));
  if (errorType !== undefined) response.setHeader('x-amzn-ErrorType', errorType);
  if (status === 204) {
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

async function answer(plane: Plane, request: IncomingMessage, isAllowed: boolean): Promise<Reply> {
  try {
    if (!isAllowed) throw foreignPage();
    return await run(plane, request);
  } catch (error) {
    const { type, status, message } = error instanceof ServiceError ? error : internalFailure(error);
    return { status, body: { message }, errorType: type };
  }
}

async function run(plane: Plane, request: IncomingMessage): Promise<Reply> {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const found = match(request.method ?? '', segmentsOf(path));
  if (!found) throw unknownOperation();
  const { operation, labels } = found;
  const text = await readBody(plane, request);
  const body = operation.method === 'POST' || operation.method === 'PATCH' ? parse(text) : undefined;
  // From here on nothing waits, so requests cannot overlap and a write is atomic.
  const { account, websocket } = plane;
  const scope = { account, websocket, labels, now: new Date() };
  return { status: operation.status, body: operation.run({ scope, path, query: new URLSearchParams(query), body }) };
}

function segmentsOf(path: string): string[] {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    throw unknownOperation();
  }
}

async function readBody(plane: Plane, request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  let held = 0;
  try {
    // Read to the end even when too large: a client that is still sending does not see the answer.
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > largestBody || plane.bytes + chunk.length > LARGEST_BODIES) continue;
      chunks.push(chunk);
      held += chunk.length;
      plane.bytes += chunk.length;
    }
  } finally {
    plane.bytes -= held;
  }
  if (size > largestBody) throw requestTooLarge();
  if (held < size) throw tooBusy();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw notUtf8();
  }
}

// No body, or `null`, is taken for an empty request (inferred).
function parse(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw notJson();
  }
}
