import { afterAll, beforeAll } from 'vitest';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';

/** Seeded ids, as a client would read them. */
export const chat = '/v2/apis/k3v9x1qz7d';
export const messages = `${chat}/integrations/c9d5w0r/integrationresponses`;
export const orders = '/v2/apis/p8m2w6r4tc';

/** A JSON body, with the members tests read. */
interface Body {
  readonly items: readonly Body[];
  readonly nextToken: string;
  readonly integrationId: string;
  readonly integrationResponseId: string;
  readonly integrationResponseKey: string;
  readonly responseTemplates: object;
  readonly routeId: string;
  readonly apiId: string;
  readonly deploymentId: string;
  readonly autoDeployed: boolean;
  readonly createdDate: string;
}

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly body: Body;
}

/** A sandbox for the tests of one file, and unsigned requests to it. A string body is sent as it is. */
export function useSandbox() {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox?.close());

  const endpoint = () => sandbox?.endpoint ?? '';
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(endpoint() + path, { method, ...sent });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('x-amzn-errortype'),
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  return { endpoint, call, apiIds: () => sandbox?.apiIds };
}
