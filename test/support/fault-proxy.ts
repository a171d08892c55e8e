// A TCP proxy before the sandbox which spoils single requests, on connections that stay open.
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What happens to one request. */
export interface Fault {
  readonly name: string;
  /** The request is passed on to the sandbox, so that a create takes effect. */
  readonly reaches: boolean;
  /** Milliseconds until then; it is passed on even when the client has gone. */
  readonly late?: number;
  /**
   * What the client gets: the sandbox's answer (whole, whole and then an end that was not announced, half of it, or byte
   * by byte), an end, nothing, or these bytes.
   */
  readonly reply:
    | 'answer'
    | 'hangup'
    | 'half'
    | 'drip'
    | 'close'
    | 'reset'
    | 'silence'
    | { readonly bytes: string | Buffer };
  /** Milliseconds for which new connections are refused afterwards. */
  readonly down?: number;
}

export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly fault: Fault;
}

export interface FaultProxy {
  readonly endpoint: string;
  /** Every request that came, in order. */
  readonly log: readonly Passed[];
  /** Resolves when every request that is to reach the sandbox has. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const PASS: Fault = { name: 'pass', reaches: true, reply: 'answer' };

/** Starts a proxy; `plan` chooses the fault of each request. */
export async function startFaultProxy(
  target: string,
  plan: (request: Omit<Passed, 'fault'>) => Fault,
): Promise<FaultProxy> {
  const log: Passed[] = [];
  const sockets = new Set<Socket>();
  const pending = new Set<Promise<unknown>>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      for (let length = requestLength(received); length !== undefined; length = requestLength(received)) {
        const bytes = received.subarray(0, length);
        received = received.subarray(length);
        const request = parse(bytes);
        const fault = plan(request);
        log.push({ ...request, fault });
        const done = serve(socket, target, bytes, fault).catch(() => socket.destroy());
        if (fault.down !== undefined) refuse(fault.down);
        pending.add(done);
        done.finally(() => pending.delete(done));
      }
    });
  });
  const port = await listenApart(server);
  let back: NodeJS.Timeout | undefined;
  const listenAgain = (milliseconds: number) => {
    clearTimeout(back);
    back = setTimeout(() => server.listen(port, '127.0.0.1'), milliseconds);
  };
  server.on('error', () => listenAgain(20)); // another process may have taken the port meanwhile
  const refuse = (milliseconds: number) => {
    server.close();
    listenAgain(milliseconds);
  };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    log,
    settled: async () => {
      await Promise.all(pending);
    },
    close: () =>
      new Promise((resolve) => {
        clearTimeout(back);
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

let lastPort = 10_000 + Math.floor(Math.random() * 20_000);

/** On a port below those that the system chooses: while the proxy is down, no sandbox must be found in its place. */
async function listenApart(server: Server): Promise<number> {
  for (;;) {
    lastPort = lastPort < 30_000 ? lastPort + 1 : 10_000;
    const port = lastPort;
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
      return port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

/** The length of the first request in the buffer, once it is complete. Clients of AWS always send a content-length. */
function requestLength(buffer: Buffer): number | undefined {
  const head = buffer.indexOf('\r\n\r\n');
  if (head === -1) return undefined;
  const body = /^content-length: *(\d+)/im.exec(buffer.toString('latin1', 0, head))?.[1] ?? '0';
  const length = head + 4 + Number(body);
  return buffer.length >= length ? length : undefined;
}

function parse(bytes: Buffer): Omit<Passed, 'fault'> {
  const head = bytes.indexOf('\r\n\r\n');
  const [method = '', path = ''] = bytes.toString('latin1', 0, bytes.indexOf('\r\n')).split(' ');
  return { method, path, body: bytes.toString('utf8', head + 4) };
}

async function serve(socket: Socket, target: string, request: Buffer, fault: Fault): Promise<void> {
  if (fault.late !== undefined) await sleep(fault.late);
  const answer = fault.reaches ? await forward(target, request) : Buffer.alloc(0);
  if (socket.destroyed) return;
  if (fault.reply === 'answer') socket.write(answer);
  else if (fault.reply === 'hangup') socket.end(answer);
  else if (fault.reply === 'half') socket.end(answer.subarray(0, Math.ceil(answer.length * 0.7)));
  else if (fault.reply === 'drip') drip(socket, answer);
  else if (fault.reply === 'close') socket.end();
  else if (fault.reply === 'reset') socket.resetAndDestroy();
  else if (fault.reply !== 'silence') socket.write(fault.reply.bytes);
}

/** Sends the request on a connection of its own; resolves with the answer as it stands on the wire. */
function forward(target: string, request: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const upstream = connect(Number(new URL(target).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    upstream.on('data', (chunk: Buffer) => chunks.push(chunk));
    upstream.on('error', reject);
    upstream.on('end', () =>
      resolve(
        Buffer.from(
          Buffer.concat(chunks)
            .toString('latin1')
            .replace(/^connection: close$/im, 'connection: keep-alive'),
          'latin1',
        ),
      ),
    );
    upstream.write(
      Buffer.from(request.toString('latin1').replace(/^connection: *keep-alive$/im, 'connection: close'), 'latin1'),
    );
  });
}

function drip(socket: Socket, answer: Buffer): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at === answer.length) clearInterval(timer);
    else socket.write(answer.subarray(at, ++at));
  }, 20);
  socket.on('close', () => clearInterval(timer));
}
