// The clients that are connected, by connection id: what a route's answers and `@connections` send to.
import type { WebSocket } from 'ws';
import { MAX_FRAME_BYTES } from '../api-gateway/limits.ts';
import type { Client } from './event.ts';
import type { Log } from './execution-log.ts';
import { frameMeter } from './frame-meter.ts';

/** Milliseconds. */
export interface ConnectionTimes {
  /** Without a frame either way, until the connection is closed: 10 minutes (quota). */
  readonly idle: number;
  /** Until it is closed in any case: 2 hours (quota). */
  readonly longest: number;
}

export const CONNECTION_TIMES: ConnectionTimes = { idle: 10 * 60_000, longest: 2 * 3_600_000 };

/** Messages that wait for the one in work; then the client is not read any further. */
const MAX_WAITING = 16;
/** Bytes that a client has not yet taken; then it is cut off. */
const MAX_UNSENT_BYTES = 4 * 1024 * 1024;

const GOING_AWAY = 1001;
const UNSUPPORTED_DATA = 1003;
const TOO_BIG = 1009;

export interface Connection {
  readonly client: Client;
  /** Milliseconds since 1970. */
  readonly lastActiveAt: () => number;
  /** false: the client is gone, or takes nothing. */
  readonly send: (frame: string | Buffer) => boolean;
  readonly close: (code: number, reason: string) => void;
  readonly terminate: () => void;
}

export interface Handlers {
  /** Messages of one client are handled one by one, so that answers come in order. Never rejects. */
  readonly message: (text: string, connection: Connection) => Promise<void>;
  readonly closed: (code: number, reason: string) => void;
}

/** Takes over a socket whose handshake is done. */
export function open(
  socket: WebSocket,
  raw: NodeJS.EventEmitter,
  client: Client,
  { idle, longest }: ConnectionTimes,
  { message, closed }: Handlers,
  log: Log,
): Connection {
  const { apiId: ApiId, stageName: StageName, connectionId: ConnectionId } = client;
  let lastActiveAt = Date.now();
  const close = (code: number, reason: string) => {
    log({ Step: 'close', Text: `${code}: ${reason}`, ApiId, StageName, ConnectionId });
    socket.close(code, reason);
    setTimeout(() => socket.terminate(), CLOSING_TIME).unref();
  };
  const idleTimer = setTimeout(close, idle, GOING_AWAY, 'Going away').unref();
  const longestTimer = setTimeout(close, longest, GOING_AWAY, 'Going away').unref();
  const active = () => {
    lastActiveAt = Date.now();
    idleTimer.refresh();
  };
  const connection: Connection = {
    client,
    lastActiveAt: () => lastActiveAt,
    send: (frame) => {
      if (socket.readyState !== socket.OPEN) return false;
      if (socket.bufferedAmount > MAX_UNSENT_BYTES) {
        log({ Step: 'close', Text: 'The client does not take what is sent: cut off.', ApiId, StageName, ConnectionId });
        socket.terminate();
        return false;
      }
      active();
      socket.send(frame);
      return true;
    },
    close,
    terminate: () => socket.terminate(),
  };

  const waiting: string[] = [];
  let isWorking = false;
  const work = async () => {
    isWorking = true;
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
      if (waiting.length < MAX_WAITING && socket.isPaused) socket.resume();
      await message(text, connection);
    }
    isWorking = false;
  };

  const meter = frameMeter((length) => {
    active();
    if (length > MAX_FRAME_BYTES && socket.readyState === socket.OPEN)
      close(TOO_BIG, `A frame has ${MAX_FRAME_BYTES} bytes at most`);
  });
  raw.on('data', meter);
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary) {
      close(UNSUPPORTED_DATA, 'Binary messages are not supported');
      return;
    }
    waiting.push(data.toString());
    if (waiting.length >= MAX_WAITING) socket.pause();
    if (!isWorking) void work();
  });
  socket.on('error', () => undefined); // `close` follows, with the code
  socket.on('close', (code, reason) => {
    clearTimeout(idleTimer);
    clearTimeout(longestTimer);
    waiting.length = 0;
    closed(code, reason.toString());
  });
  return connection;
}

/** Milliseconds a client has to answer a close. */
const CLOSING_TIME = 2_000;
