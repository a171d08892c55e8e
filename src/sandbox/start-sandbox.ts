import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Account } from './account.ts';
import { match } from './operations.ts';
import { internalFailure, notJson, notUtf8, requestTooLarge, unknownOperation } from './refusals.ts';
import { seed } from './seed.ts';
import { ServiceError } from './service-error.ts';

/** A running control plane. */
export interface Sandbox {
  /** `http://127.0.0.1:N`, to be used as the endpoint of any client; credentials and region may be anything. */
  readonly endpoint: string;
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

// Above any legal request: 300 KB is the largest template quota.
const largestBody = 10 * 1024 * 1024;

/** Serves a freshly seeded control plane on 127.0.0.1; port 0 takes any free port. Rejects when the port is taken. */
export async function startSandbox({ port = 0 }: { readonly port?: number } = {}): Promise<Sandbox> {
  const account = seed();
  const apiIds = [...account.keys()];
  const server = createServer((request, response) => {
    respond(account, request, response).catch(() => response.destroy());
  });
  // Longer than clients keep a connection for reuse, lest one is closed under a request.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no TCP address');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    apiIds,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(account: Account, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, body, errorType } = await answer(account, request);
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

async function answer(account: Account, request: IncomingMessage): Promise<Reply> {
  try {
    return await run(account, request);
  } catch (error) {
    const { type, status, message } = error instanceof ServiceError ? error : internalFailure(error);
    return { status, body: { message }, errorType: type };
  }
}

async function run(account: Account, request: IncomingMessage): Promise<Reply> {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const found = match(request.method ?? '', segmentsOf(path));
  if (!found) throw unknownOperation();
  const { operation, labels } = found;
  const text = await readBody(request);
  const body = operation.method === 'POST' || operation.method === 'PATCH' ? parse(text) : undefined;
  // From here on nothing waits, so requests cannot overlap and a write is atomic.
  const scope = { account, labels, now: new Date() };
  return { status: operation.status, body: operation.run({ scope, path, query: new URLSearchParams(query), body }) };
}

function segmentsOf(path: string): string[] {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    throw unknownOperation();
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to the end even when too large: a client that is still sending does not see the answer.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) throw requestTooLarge();
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
