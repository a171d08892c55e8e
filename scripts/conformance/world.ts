// What a run makes in an account, under one recognisable name and tag, and how it goes again.
import { randomBytes } from 'node:crypto';
import type { Answer, Send } from './wire.ts';

const NAME = 'integration-response-mcp-conformance';
export const TAGS = { [NAME]: 'throwaway' };

/** Ids by the names that experiments use. */
export type Ids = Map<string, string>;

/** What the names of all that one run makes begin with. */
export const newRun = (): string => `${NAME}-${randomBytes(4).toString('hex')}`;

/** Makes the APIs that the experiments of the control plane share. */
export async function makeWorld(run: string, send: Send, ids: Ids, signal: AbortSignal): Promise<void> {
  const make = async (label: string, request: string, body: object) => {
    ids.set(label, idOf(await done(send(request, body, signal), request)));
  };
  await make('api', 'POST /v2/apis', {
    name: `${run}-websocket`,
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
    tags: TAGS,
  });
  await make('http', 'POST /v2/apis', { name: `${run}-http`, protocolType: 'HTTP', tags: TAGS });
  await make('proxy', `POST /v2/apis/${ids.get('http')}/integrations`, {
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'GET',
    integrationUri: 'https://example.com',
    payloadFormatVersion: '1.0',
  });
}

/** Deletes every API that a run has made, or any run, and tells their names. */
export async function cleanUp(send: Send, signal: AbortSignal, run: string = NAME): Promise<readonly string[]> {
  const deleted: string[] = [];
  for (const { apiId, name, tags } of await allApis(send, signal)) {
    if (!name.startsWith(`${run}-`) || tags?.[NAME] !== TAGS[NAME]) continue;
    const request = `DELETE /v2/apis/${apiId}`;
    const answer = await send(request, undefined, signal);
    if (answer.status !== 404) await done(Promise.resolve(answer), request);
    deleted.push(name);
  }
  return deleted;
}

interface Api {
  readonly apiId: string;
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
}

async function allApis(send: Send, signal: AbortSignal): Promise<Api[]> {
  const apis: Api[] = [];
  for (let token = ''; ; ) {
    const request = `GET /v2/apis?maxResults=100${token && `&nextToken=${encodeURIComponent(token)}`}`;
    const { body } = await done(send(request, undefined, signal), request);
    const page = body as { readonly items: Api[]; readonly nextToken?: string };
    apis.push(...page.items);
    if (!page.nextToken) return apis;
    token = page.nextToken;
  }
}

async function done(sent: Promise<Answer>, request: string): Promise<Answer> {
  const answer = await sent;
  if (answer.status >= 300) throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** The id in the answer to a create: the first member that is called so. */
export function idOf({ body }: Answer): string {
  const members = Object.entries((body ?? {}) as Record<string, unknown>);
  const [, id] =
    members.find(([name]) => /^(?:api|integration|integrationResponse|route|routeResponse|deployment)Id$/.test(name)) ??
    [];
  if (typeof id !== 'string') throw new Error(`No id in ${JSON.stringify(body)}`);
  return id;
}
