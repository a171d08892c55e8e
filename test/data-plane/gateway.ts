// The sandbox with its data plane, and real WebSocket clients; all end with the test.
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { type LocalGatewayOptions, startLocalGateway } from '../../src/data-plane/start-local-gateway.ts';

export interface LogLine {
  readonly Step: string;
  readonly Text: string;
}

export interface Gateway {
  readonly endpoint: string;
  readonly websocket: string;
  readonly log: readonly LogLine[];
  /** Sends a request to the control plane and gives the body of its answer. */
  readonly call: (method: string, path: string, body?: object) => Promise<Created>;
  readonly connect: (path: string, options?: ClientOptions, protocols?: string[]) => Promise<TestClient>;
}

interface Created {
  readonly apiId: string;
  readonly integrationId: string;
  readonly routeId: string;
  readonly deploymentId: string;
  readonly apiEndpoint: string;
}

export interface TestClient {
  readonly socket: WebSocket;
  /** The next frame; binary ones as base64 behind `base64:`. */
  readonly next: () => Promise<string>;
  readonly ask: (message: string) => Promise<string>;
  readonly closed: Promise<number>;
}

export async function startGateway(options: LocalGatewayOptions = {}): Promise<Gateway> {
  const log: LogLine[] = [];
  const { endpoint, websocket, close } = await startLocalGateway({
    write: (line) => log.push(JSON.parse(line)),
    ...options,
  });
  onTestFinished(close);
  return {
    endpoint,
    websocket,
    log,
    call: async (method, path, body) => {
      const response = await fetch(endpoint + path, { method, ...(body && { body: JSON.stringify(body) }) });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === '' ? {} : JSON.parse(text);
    },
    connect: (path, clientOptions, protocols) => connect(websocket + path, clientOptions, protocols),
  };
}

/** Rejects with the status where the handshake is refused. */
export async function connect(url: string, options: ClientOptions = {}, protocols: string[] = []): Promise<TestClient> {
  const socket = new WebSocket(url, protocols, options);
  const frames: string[] = [];
  const waiting: ((frame: string) => void)[] = [];
  socket.on('message', (data: Buffer, isBinary) => {
    const frame = isBinary ? `base64:${data.toString('base64')}` : data.toString();
    const next = waiting.shift();
    if (next) next(frame);
    else frames.push(frame);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  onTestFinished(() => socket.terminate());
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_, response) => {
      socket.on('error', () => undefined);
      socket.terminate();
      reject(new Error(`refused: ${response.statusCode}`));
    });
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  const next = () => {
    const [frame] = frames.splice(0, 1);
    return frame === undefined ? new Promise<string>((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
  };
  return {
    socket,
    next,
    ask: (message) => {
      socket.send(message);
      return next();
    },
    closed,
  };
}

export interface RouteSpec {
  readonly key: string;
  readonly integration?: object;
  readonly responses?: readonly object[];
  readonly oneWay?: boolean;
}

/** An API with these routes, served by the stage `s`, which deploys itself. Gives the path of the stage. */
export async function createApi(
  { call }: Gateway,
  routes: readonly RouteSpec[],
  api: object = {},
): Promise<{ id: string; stage: string }> {
  const { apiId } = await call('POST', '/v2/apis', {
    name: 'test',
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
    ...api,
  });
  const path = `/v2/apis/${apiId}`;
  for (const { key, integration, responses = [], oneWay } of routes) {
    const target = integration && (await call('POST', `${path}/integrations`, integration)).integrationId;
    for (const response of responses)
      await call('POST', `${path}/integrations/${target}/integrationresponses`, response);
    const { routeId } = await call('POST', `${path}/routes`, {
      routeKey: key,
      ...(target && { target: `integrations/${target}` }),
    });
    if (!oneWay && !['$connect', '$disconnect'].includes(key)) {
      await call('POST', `${path}/routes/${routeId}/routeresponses`, { routeResponseKey: '$default' });
    }
  }
  await call('POST', `${path}/stages`, { stageName: 's', autoDeploy: true, stageVariables: { flavour: 'sour' } });
  return { id: apiId, stage: `/${apiId}/s` };
}

export const mock = (requestTemplate = '{"statusCode":200}') => ({
  integrationType: 'MOCK',
  templateSelectionExpression: '\\$default',
  requestTemplates: { $default: requestTemplate },
});

export const template = (text: string, key = '$default') => ({
  integrationResponseKey: key,
  templateSelectionExpression: '\\$default',
  responseTemplates: { $default: text },
});

/** Waits until something holds. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await once(process, 'never', { signal: AbortSignal.timeout(5) }).catch(() => undefined);
}
