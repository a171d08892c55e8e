// The HTTP edge: the real sandbox behind a front where a test makes its faults.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';

/** Answers the request itself and returns true, or lets it through. `forward` sends it on and drops the answer. */
export type Fault = (req: IncomingMessage, res: ServerResponse, forward: () => Promise<void>) => boolean | undefined;

export interface Edge {
  readonly endpoint: string;
  readonly sandbox: Sandbox;
  /** `METHOD path` of every request that came, in order. */
  readonly seen: string[];
}

/** Starts the sandbox and the front; both end with the test. */
export async function startEdge(fault: Fault = () => false): Promise<Edge> {
  const sandbox = await startSandbox();
  const seen: string[] = [];
  const server = createServer(async (req, res) => {
    seen.push(`${req.method} ${req.url}`);
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const forward = () => send(sandbox.endpoint, req, body).then(() => undefined);
    if (fault(req, res, forward)) return;
    const answer = await send(sandbox.endpoint, req, body);
    res.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await sandbox.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sandbox, seen };
}

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

function send(endpoint: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const out = request(endpoint + url, { method, headers: { ...headers, connection: 'close' } }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
    });
    out.on('error', reject).end(body);
  });
}
