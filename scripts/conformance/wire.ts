// Requests to the control plane as they stand, over the connection of the server's own adapter: its credentials, region,
// endpoint and bounds, and nothing of what it makes of an answer.
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetApisCommand } from '@aws-sdk/client-apigatewayv2';
import { createConnections } from '../../src/aws/connection.ts';
import type { GatewayOptions } from '../../src/aws/gateway.ts';

export interface Answer {
  readonly status: number;
  /** The exception's name. */
  readonly type?: string;
  /** JSON, or the text that is none. */
  readonly body: unknown;
}

/** `POST /v2/apis?x=y` and a body for JSON. Rejects where no answer comes. */
export type Send = (request: string, body: unknown, signal: AbortSignal) => Promise<Answer>;

/** The control plane takes 10 requests a second of a whole account. */
const REQUESTS_A_SECOND = 8;
const ATTEMPTS = 8;

interface RawRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}
interface RawResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: AsyncIterable<Uint8Array>;
}

/** `paced` keeps to the quota of an account; what is throttled or met another change is sent again. */
export function createSend(options: GatewayOptions, paced: boolean): Send {
  const connections = createConnections(options);
  let next = 0;
  return async (request, body, signal) => {
    for (let attempt = 1; ; attempt++) {
      const now = performance.now();
      const at = paced ? Math.max(now, next) : now;
      next = at + 1000 / REQUESTS_A_SECOND;
      if (at > now) await sleep(at - now, undefined, { signal });
      const answer = await sendOnce(connections.current().client, request, body, signal);
      if (!isBusy(answer) || attempt === ATTEMPTS) return answer;
      await sleep(500 * 2 ** Math.min(attempt, 4), undefined, { signal });
    }
  };
}

const isBusy = ({ status, body }: Answer): boolean =>
  status === 429 || (status === 409 && /concurrent modification/i.test(JSON.stringify(body)));

async function sendOnce(
  client: ReturnType<ReturnType<typeof createConnections>['current']>['client'],
  request: string,
  body: unknown,
  signal: AbortSignal,
): Promise<Answer> {
  const [method = '', target = ''] = request.split(/ (.*)/s);
  const url = new URL(target, 'https://any');
  let answer: Answer | undefined;
  // Any command: what it would send and read is put aside on the way.
  const command = new GetApisCommand({});
  command.middlewareStack.add(
    (proceed) => (args) => {
      const raw = args.request as RawRequest;
      raw.method = method;
      raw.path = url.pathname;
      raw.query = Object.fromEntries(url.searchParams);
      if (body !== undefined) {
        raw.headers['content-type'] = 'application/json';
        raw.body = JSON.stringify(body);
      }
      return proceed(args);
    },
    { step: 'build', priority: 'high' },
  );
  command.middlewareStack.add(
    (proceed) => async (args) => {
      const result = await proceed(args);
      const response = result.response as RawResponse;
      const chunks: Uint8Array[] = [];
      for await (const chunk of response.body) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const type = response.headers['x-amzn-errortype']?.split(/[:,]/)[0];
      answer = { status: response.statusCode, ...(type && { type }), body: parsed(text) };
      response.body = Readable.from([Buffer.from(text)]);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  try {
    await client.send(command, { abortSignal: signal });
  } catch (error) {
    if (!answer) throw error;
  }
  if (!answer) throw new Error(`No answer to ${request}`);
  return answer;
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
