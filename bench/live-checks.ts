// A create with all its live checks, when every request takes 100 ms longer.
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Sandbox, startSandbox } from '../src/sandbox/start-sandbox.ts';
import { duration, interleave, median, report } from './measure.ts';
import { greet, MAIN, type ServerProcess, startServer } from './server-process.ts';

const LATENCY = 100;
const ROUNDS = 9;

/** The embedded control plane behind a front that waits before it passes a request on. */
async function delayed(milliseconds: number): Promise<{ endpoint: string; close: () => void }> {
  const sandbox: Sandbox = await startSandbox();
  const front = createServer((req, res) => {
    setTimeout(() => {
      const out = request(sandbox.endpoint + req.url, { method: req.method, headers: req.headers }, (answer) => {
        res.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(res);
      });
      req.pipe(out);
    }, milliseconds);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const close = () => {
    front.closeAllConnections();
    front.close();
    void sandbox.close();
  };
  return { endpoint: `http://127.0.0.1:${(front.address() as AddressInfo).port}`, close };
}

async function connected(endpoint: string): Promise<ServerProcess> {
  const server = startServer([MAIN], {
    AWS_ENDPOINT_URL_APIGATEWAYV2: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
  });
  await greet(server);
  return server;
}

export async function liveChecks(): Promise<void> {
  const [near, far] = [await delayed(0), await delayed(LATENCY)];
  const servers = [await connected(near.endpoint), await connected(far.endpoint)] as const;
  let key = 0;
  const create = (server: ServerProcess) => () => {
    const IntegrationResponseKey = `/4${String(++key).padStart(3, '0')}/`;
    const args = { ApiId: 'k3v9x1qz7d', IntegrationId: 'c9d5w0r', IntegrationResponseKey };
    return duration(() => server.request('tools/call', { name: 'create_integration_response', arguments: args }));
  };
  const measured = await interleave({ near: create(servers[0]), far: create(servers[1]) }, ROUNDS);
  const figure = (name: string) => median(measured.get(name) ?? []);
  console.log('A create with all live checks, added by a latency of every request, in latencies');
  report('added', (figure('far') - figure('near')) / LATENCY, 2.25);
  for (const { end } of servers) end();
  near.close();
  far.close();
}
