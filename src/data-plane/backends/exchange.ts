// One HTTP exchange with a backend, bounded in bytes; its time is bounded by the signal.
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** Payloads of the service end here (quota of REST APIs; none is published for WebSocket APIs). */
const MAX_ANSWER_BYTES = 10 * 1024 * 1024;

export interface Exchange {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names as the backend spelled them; the values of a repeated one are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A backend that gave no answer that could be used; the message says why. */
export class BackendError extends Error {}

/** There is no backend to call. */
export class NoBackendError extends BackendError {}

/** Rejects with `BackendError`, also when the signal is raised. Redirects are answers like any other. */
export const exchange = ({ url, method, headers, body, signal }: Exchange): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const fail = (text: string) => reject(new BackendError(text));
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    const sent = request(
      url,
      { method, signal, agent: false, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) {
            fail(`its answer is longer than ${MAX_ANSWER_BYTES} bytes`);
            response.destroy();
          } else chunks.push(chunk);
        });
        response.on('error', (error) => fail(`its answer broke off: ${reasonOf(error)}`));
        response.on('close', () => fail('its answer broke off'));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: headersOf(response.rawHeaders),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.on('error', (error) => fail(reasonOf(error)));
    sent.end(body);
  });

const reasonOf = (error: NodeJS.ErrnoException): string => error.code ?? error.message;

function headersOf(raw: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2);
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(headers);
}
