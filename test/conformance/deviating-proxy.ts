// A sandbox that deviates: a proxy before it which alters the answers it is told to.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startLocalGateway } from '../../src/data-plane/start-local-gateway.ts';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly sent: string;
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** The members of an answer to be put in the place of its own; undefined leaves it as it is. */
export type Deviation = (exchange: Exchange) => Partial<Pick<Exchange, 'status' | 'type' | 'body'>> | undefined;

export interface DeviatingSandbox {
  readonly endpoint: string;
  /** The names of the APIs there are. */
  readonly apiNames: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** `alter` changes what is sent, before the sandbox sees it. */
export async function startDeviatingSandbox(
  deviate: Deviation,
  alter: (sent: string) => string = (sent) => sent,
): Promise<DeviatingSandbox> {
  const sandbox = await startLocalGateway();
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = alter(Buffer.concat(chunks).toString());
    const { method = '', url: path = '' } = request;
    const answer = await fetch(`${sandbox.endpoint}${path}`, { method, ...(sent && { body: sent }) });
    const exchange = {
      method,
      path,
      sent,
      status: answer.status,
      type: answer.headers.get('x-amzn-errortype'),
      body: await answer.text(),
    };
    const { status, type, body } = { ...exchange, ...deviate(exchange) };
    response.writeHead(status, { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }) });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async apiNames() {
      const list = (await (await fetch(`${sandbox.endpoint}/v2/apis?maxResults=500`)).json()) as {
        readonly items: readonly { readonly name: string }[];
      };
      return list.items.map(({ name }) => name);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await sandbox.close();
    },
  };
}
