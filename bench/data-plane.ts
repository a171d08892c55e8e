// The data plane of the sandbox beside a bare echo server: the same clients, 500 of them with 20 messages each.
// Each server is a process of its own: `tsx bench/data-plane.ts`.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { WebSocket, WebSocketServer } from 'ws';

const CLIENTS = 500;
const MESSAGES = 20;
const ROUNDS = 5;
/** About 1 KB of template. */
const TEMPLATE = `{"type":"pong","route":"$context.routeKey","at":$context.requestTimeEpoch,"text":"${'x'.repeat(940)}"}`;
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const SELF = fileURLToPath(import.meta.url);

if (process.argv[2] === 'echo') {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  const answer = 'x'.repeat(TEMPLATE.length);
  server.on('connection', (socket) => socket.on('message', () => socket.send(answer)));
  await once(server, 'listening');
  console.log(JSON.stringify({ websocket: `ws://127.0.0.1:${(server.address() as { port: number }).port}` }));
} else {
  await compare();
}

async function compare(): Promise<void> {
  const echo = await start(['--import', 'tsx', SELF, 'echo']);
  const sandbox = await start([MAIN, 'sandbox']);
  const path = await createApi(sandbox.endpoint);
  const rates: [number, number][] = [];
  let rss: number | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.push([await run(echo.websocket), await run(sandbox.websocket + path)]);
    rss = await memory(sandbox.process);
    console.log(
      `round ${round + 1}: echo ${rates.at(-1)?.[0]} messages/s, sandbox ${rates.at(-1)?.[1]}, sandbox memory ${rss} MB`,
    );
  }
  const [echoRate = 0, sandboxRate = 0] = [0, 1].map(
    (at) => rates.map((pair) => pair[at] ?? 0).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)],
  );
  console.log(`median: ${(sandboxRate / echoRate).toFixed(2)} of the bare echo server`);
  echo.process.kill();
  sandbox.process.kill();
}

interface Running {
  readonly process: ChildProcess;
  readonly websocket: string;
  readonly endpoint: string;
}

async function start(args: string[]): Promise<Running> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  return { process: child, ...JSON.parse(String(line)) };
}

/** A MOCK route behind `$default`; gives the path of its stage. */
async function createApi(endpoint: string): Promise<string> {
  const call = async (path: string, body: object) => {
    const response = await fetch(`${endpoint}/v2/apis${path}`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as { apiId: string; integrationId: string; routeId: string };
  };
  const { apiId } = await call('', {
    name: 'bench',
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
  });
  const { integrationId } = await call(`/${apiId}/integrations`, {
    integrationType: 'MOCK',
    requestTemplates: { $default: '{"statusCode":200}' },
  });
  await call(`/${apiId}/integrations/${integrationId}/integrationresponses`, {
    integrationResponseKey: '$default',
    responseTemplates: { $default: TEMPLATE },
  });
  const { routeId } = await call(`/${apiId}/routes`, { routeKey: '$default', target: `integrations/${integrationId}` });
  await call(`/${apiId}/routes/${routeId}/routeresponses`, { routeResponseKey: '$default' });
  await call(`/${apiId}/stages`, { stageName: 's', autoDeploy: true });
  return `/${apiId}/s`;
}

/** Messages answered in a second, once all clients are connected; every client sends the next message when it has its answer. */
async function run(url: string): Promise<number> {
  const sockets: WebSocket[] = [];
  for (let at = 0; at < CLIENTS; at += 1) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await once(socket, 'open');
    sockets.push(socket);
  }
  const started = performance.now();
  await Promise.all(sockets.map(talk));
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.terminate();
  return Math.round((CLIENTS * MESSAGES) / seconds);
}

function talk(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    let answers = 0;
    socket.on('error', reject);
    socket.on('message', () => {
      answers += 1;
      if (answers === MESSAGES) resolve();
      else socket.send('{"action":"x"}');
    });
    socket.send('{"action":"x"}');
  });
}

async function memory({ pid }: ChildProcess): Promise<number> {
  const status = await import('node:fs/promises').then(({ readFile }) => readFile(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
