// One message over a WebSocket of its own, and what comes back: bounded in time, frames and bytes.
import { WebSocket } from 'ws';
import { readGatewayResponse } from '../api-gateway/gateway-response.ts';
import { MAX_MESSAGE_BYTES } from '../api-gateway/limits.ts';
import type { Frame } from '../contract/send.ts';

export interface Opening {
  /** With its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly message: string;
  readonly waitSeconds: number;
  readonly signal: AbortSignal;
  readonly progress: (message: string) => void;
}

export interface Conversation {
  readonly frames: readonly Frame[];
  /** 101, or the status of a refusal; undefined: the server did not answer. */
  readonly handshakeStatus?: number;
  /** Where the server closed the connection. */
  readonly close?: { readonly code: number; readonly reason: string };
  /** No connection, or its loss. */
  readonly failure?: { readonly code: string; readonly message: string };
  readonly connectionId?: string;
  /** Frames beyond these were not waited for. */
  readonly isCut: boolean;
}

/** `$connect` may take 29 seconds. */
const HANDSHAKE_MS = 30_000;
/** After a frame, how long another is waited for. */
const QUIET_MS = 400;
const MAX_FRAMES = 100;
const MAX_BYTES = 1024 * 1024;
/** Milliseconds between two lines of progress. */
const PROGRESS_MS = 2000;

/** Never rejects. Once the signal is raised it ends with what there is. */
export function converse({ url, headers, message, waitSeconds, signal, progress }: Opening): Promise<Conversation> {
  return new Promise((resolve) => {
    const { protocols, others } = parted(headers);
    const frames: Frame[] = [];
    let bytes = 0;
    let sentAt = 0;
    let handshakeStatus: number | undefined;
    let failure: Conversation['failure'];
    const socket = new WebSocket(url, protocols, {
      headers: others,
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: MAX_BYTES,
      followRedirects: false,
      perMessageDeflate: false,
    });
    const started = Date.now();
    const ticker = setInterval(
      () => progress(`${Math.round((Date.now() - started) / 1000)} s, ${frames.length} frames`),
      PROGRESS_MS,
    );
    let timer: NodeJS.Timeout | undefined;

    const finish = (isCut: boolean, close?: Conversation['close']) => {
      clearInterval(ticker);
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (socket.readyState === WebSocket.OPEN) {
        socket.close(1000);
        setTimeout(() => socket.terminate(), 1000).unref();
      } else socket.terminate();
      const connectionId = frames.map(({ Text }) => readGatewayResponse(Text ?? '')?.connectionId).find(Boolean);
      resolve({
        frames,
        isCut,
        ...(handshakeStatus !== undefined && { handshakeStatus }),
        ...(close && { close }),
        ...(failure && { failure }),
        ...(connectionId !== undefined && { connectionId }),
      });
    };
    const onAbort = () => finish(true);
    signal.addEventListener('abort', onAbort, { once: true });

    socket.on('open', () => {
      handshakeStatus = 101;
      sentAt = performance.now();
      socket.send(message);
      timer = setTimeout(finish, waitSeconds * 1000, false);
    });
    socket.on('message', (data: Buffer, isBinary) => {
      frames.push(frameOf(data, isBinary, Math.round(performance.now() - sentAt)));
      bytes += data.length;
      if (frames.length >= MAX_FRAMES || bytes >= MAX_BYTES) {
        finish(true);
        return;
      }
      const left = waitSeconds * 1000 - (performance.now() - sentAt);
      clearTimeout(timer);
      timer = setTimeout(finish, Math.max(0, Math.min(QUIET_MS, left)), false);
    });
    socket.on('unexpected-response', (_, response) => {
      handshakeStatus = response.statusCode;
      response.destroy();
      finish(false);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      failure ??= { code: error.code ?? 'ERROR', message: error.message };
    });
    socket.on('close', (code, reason) =>
      finish(false, handshakeStatus === 101 ? { code, reason: reason.toString() } : undefined),
    );
  });
}

function frameOf(data: Buffer, isBinary: boolean, Milliseconds: number): Frame {
  const Text = data.toString();
  return {
    ...(isBinary ? { Base64: data.toString('base64') } : { Text }),
    Bytes: data.length,
    Milliseconds,
    IsErrorFrame: !isBinary && data.length < MAX_MESSAGE_BYTES && readGatewayResponse(Text) !== undefined,
  };
}

/** Subprotocols are asked for by an argument of their own. */
function parted(headers: Readonly<Record<string, string>>): { protocols: string[]; others: Record<string, string> } {
  const entries = Object.entries(headers);
  const isProtocol = ([name]: readonly [string, string]) => name.toLowerCase() === 'sec-websocket-protocol';
  return {
    protocols: entries.filter(isProtocol).flatMap(([, value]) => value.split(',').map((each) => each.trim())),
    others: Object.fromEntries(entries.filter((entry) => !isProtocol(entry))),
  };
}
