// A connection to a stage: what the handshake answers, and what comes of a message.
import WebSocket from 'ws';

export interface Heard {
  /** Status code of the handshake: 101 where the connection opens. */
  readonly handshake: number;
  /** Texts, or base64 of binary ones, in order. */
  readonly frames: readonly string[];
  readonly closeCode?: number;
}

/** Milliseconds. Nobody can know that nothing comes: `quiet` is how long is waited for it. */
export interface Patience {
  readonly answer: number;
  readonly quiet: number;
}

/** Connects, sends the message if there is one, and listens until as many frames have come as are expected. */
export async function converse(
  url: string,
  message: string | undefined,
  expected: number,
  { answer, quiet }: Patience,
  signal: AbortSignal,
): Promise<Heard> {
  const socket = new WebSocket(url, { handshakeTimeout: answer });
  const end = () => socket.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      const frames: string[] = [];
      let closeCode: number | undefined;
      const done = () => resolve({ handshake: 101, frames, ...(closeCode !== undefined && { closeCode }) });
      socket.on('unexpected-response', (_, response) => {
        response.resume();
        resolve({ handshake: response.statusCode ?? 0, frames });
      });
      socket.on('error', reject);
      socket.on('open', () => {
        if (message === undefined) return done();
        socket.send(message);
        setTimeout(done, expected === 0 ? quiet : answer).unref();
      });
      socket.on('message', (data: Buffer, isBinary) => {
        frames.push(data.toString(isBinary ? 'base64' : 'utf8'));
        if (frames.length === expected) done();
      });
      socket.on('close', (code) => {
        closeCode = code;
        done();
      });
    });
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}
