// The one adapter: the AWS SDK client behind the port. Loaded when a call first needs the control plane.
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import type { Target } from '../contract/target.ts';
import { checked, page, unreadable } from './answers.ts';
import { beforeSending, classify, type Failure } from './classify.ts';
import { type Connection, createConnections } from './connection.ts';
import { type Call, explain } from './explain.ts';
import type { CallOptions, Gateway, GatewayOptions, Reply, WriteReply } from './gateway.ts';
import { type InputOf, isOf, OPERATIONS, type OperationName, type OutputOf } from './operations.ts';
import { signHandshake } from './sign-handshake.ts';
import { within } from './within.ts';
import { backoff, pause, writeOnce } from './write-once.ts';
import * as writes from './writes.ts';

const READ_ATTEMPTS = 3;
/** What `classify` is told of an answer that is not one to the request. */
const ANSWERED = { $metadata: { httpStatusCode: 200 } };
/** A whole call: credentials, reads and one write. Hosts give up after 60 s. */
const CALL_LIMIT_MS = 58_000;
const CREDENTIALS_LIMIT_MS = 9000;
/** What a write needs at most, repetitions and verification included. */
const WRITE_LIMIT_MS = 35_000;
/** Of these, what is kept for finding out whether a write without an answer was carried out. */
const VERIFY_MS = 10_000;
/** A read that is not given at least this long cannot tell anything. */
const LEAST_READ_MS = 1000;
/** The service's own maximum is not published; tools in the wild pass this. */
const PAGE_SIZE = '500';
/** Quotas allow 300 routes and 300 integrations; whatever goes on beyond this is not such a list. */
const MAX_PAGES = 40;

/** The AWS config and credentials files that this environment names, or the usual ones. */
export const sharedFiles = (env: NodeJS.ProcessEnv): string[] => [
  env['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws', 'config'),
  env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(homedir(), '.aws', 'credentials'),
];

type Attempt<T> = { readonly value: T } | { readonly failure: Failure };
type Run<T> = (client: ApiGatewayV2Client, options: { readonly abortSignal: AbortSignal }) => Promise<T>;

/** The operations that answer a list, page by page. */
type ListName =
  | 'GetApis'
  | 'GetIntegrations'
  | 'GetIntegrationResponses'
  | 'GetRoutes'
  | 'GetRouteResponses'
  | 'GetStages'
  | 'GetDeployments';
type ItemOf<Name extends ListName> = NonNullable<OutputOf<Name>['Items']>[number];

/** A 404 that does not say what it is comes from something that does not know this read, not from a missing resource. */
const asRead = (failure: Failure): Failure =>
  failure.type === 'NotFoundException' && failure.name !== 'NotFoundException'
    ? { ...failure, type: 'ServiceError', transient: false }
    : failure;

/** Connects the port to AWS, or to whatever endpoint the SDK resolves. Sends nothing yet. */
export function createSdkGateway(options: GatewayOptions): Gateway {
  const connections = createConnections(options);
  const timeoutMs = options.timeoutSeconds * 1000;
  const readLimitMs = timeoutMs * 1.2;
  const writeLimitMs = Math.min(WRITE_LIMIT_MS, CALL_LIMIT_MS - CREDENTIALS_LIMIT_MS - readLimitMs);

  async function target(): Promise<Target> {
    const connection = connections.latest();
    const region = await connection.region();
    const endpoint = options.endpoint ?? connection.endpoint();
    return {
      Backend: options.backend,
      ...(region !== undefined && { Region: region }),
      ...(endpoint !== undefined && { Endpoint: endpoint }),
      ...(options.profile !== undefined && { Profile: options.profile }),
    };
  }

  /** Whatever a request needs before it can be sent: credentials, then a region. */
  async function prepared(connection: Connection, deadline: AbortSignal): Promise<void> {
    const found = connection.resolveCredentials().then(() => connection.client.config.region());
    try {
      await until(deadline, found);
    } catch (error) {
      // A slow search may still succeed for the next call; the client would wait for one that hangs in all of them.
      if (connection.searching() > timeoutMs * 1.5) connections.forget(connection);
      throw error;
    }
  }

  /** Sends once, connection and body within the time limit. Credentials that have gone stale are read anew. */
  function attempt<T>(run: Run<T>, signal: AbortSignal, end: number): Promise<Attempt<T>> {
    return within(Math.min(timeoutMs, end - performance.now()), signal, async (deadline) => {
      for (;;) {
        let sent = false;
        const connection = connections.current();
        try {
          await prepared(connection, deadline);
          sent = true;
          const value = await until(deadline, run(connection.client, { abortSignal: deadline }));
          connection.accepted = true;
          return { value };
        } catch (error) {
          const failure = classify(error, signal.aborted, connection.secrets());
          if (!sent) return { failure: beforeSending(failure) };
          // Transient is a clock that is off: the connection has learnt by how much.
          if (failure.type !== 'CredentialsError' || failure.transient) return { failure };
          connections.forget(connection);
          // Only the service itself tells of credentials that have gone stale; another may have passed the request on.
          if (!connection.accepted || failure.maybeApplied) return { failure };
        }
      }
    });
  }

  /** Sends one of the operations in its row; the answer is checked to be one of API Gateway. */
  const request =
    <Name extends OperationName>(operation: Name, input: InputOf<Name>): Run<Omit<OutputOf<Name>, '$metadata'>> =>
    async (client, abort) => {
      const { send, answer } = OPERATIONS[operation];
      // Each row's own types fit each other, which cannot be said of a union of rows.
      const output = await (send as (...args: unknown[]) => Promise<OutputOf<Name>>)(client, input, abort);
      if (!isOf(operation, input, output)) throw unreadable('The answer is not one to this request.', output);
      return answer ? checked(answer, output) : output;
    };

  async function retried<T>(
    call: Omit<Call, 'target'>,
    run: Run<T>,
    { signal, progress }: CallOptions,
    end: number,
  ): Promise<Reply<T>> {
    for (let count = 1; ; count++) {
      const result = await attempt(run, signal, end);
      if ('value' in result) return { ok: true, value: result.value };
      const failure = asRead(result.failure);
      const wait = backoff(count, failure.retryAfterSeconds);
      if (!failure.transient || count === READ_ATTEMPTS || performance.now() + wait >= end) {
        return { ok: false, error: explain(failure, { ...call, target: await target() }, count, 'none') };
      }
      progress?.(`${call.operation}: ${failure.type}, attempt ${count + 1} in ${Math.ceil(wait / 1000)} s`);
      await pause(wait, signal);
    }
  }

  const read = <Name extends OperationName>(operation: Name, input: InputOf<Name>, options: CallOptions) =>
    retried({ operation, input }, request(operation, input), options, performance.now() + readLimitMs);

  async function list<Name extends ListName>(
    operation: Name,
    ids: Omit<InputOf<Name>, 'MaxResults' | 'NextToken'>,
    options: CallOptions,
  ): Promise<Reply<ItemOf<Name>[]>> {
    const { send, answer } = OPERATIONS[operation];
    const end = performance.now() + readLimitMs;
    const items: ItemOf<Name>[] = [];
    let token: string | undefined;
    for (let count = 1; ; count++) {
      const input = { ...ids, MaxResults: PAGE_SIZE, ...(token && { NextToken: token }) };
      const run: Run<{ readonly Items?: ItemOf<Name>[]; readonly NextToken?: string }> = async (client, abort) => {
        const output = await (send as (...args: unknown[]) => Promise<OutputOf<Name>>)(client, input, abort);
        if (output.NextToken && (count === MAX_PAGES || output.NextToken === token)) {
          throw unreadable(`The list goes on without end (page ${count}).`, output);
        }
        return checked(page(answer), output) as { Items?: ItemOf<Name>[]; NextToken?: string };
      };
      const reply = await retried({ operation, input }, run, options, end);
      if (!reply.ok) return reply;
      items.push(...(reply.value.Items ?? []));
      token = reply.value.NextToken;
      if (!token) return { ok: true, value: items };
      options.progress?.(`${operation}: ${items.length} read, more to come`);
    }
  }

  /** Writes once, and finds out what became of it where the answer does not say. */
  async function write<Name extends OperationName, Value, Known>(
    { operation, effect, noun, repeatable, isAnswer, look }: writes.Write<Name, Value, Known>,
    input: InputOf<Name>,
    before: Known,
    { signal, progress }: CallOptions,
  ): Promise<WriteReply<Value>> {
    const end = performance.now() + writeLimitMs;
    const call: Call = { operation, input, target: await target() };
    const left = () => end - performance.now();
    const send: Run<Value> = async (client, abort) => {
      const answer = (await request(operation, input)(client, abort)) as Value;
      if (!isAnswer(answer, input)) throw unreadable('The answer is not one to this request.', ANSWERED);
      return answer;
    };
    return writeOnce({
      send: () => attempt(send, signal, end - VERIFY_MS),
      look: () => within(left(), signal, (rest) => look(gateway, input, before, { signal: rest })),
      effect,
      explain: (failure, attempts, known, lookedFor) =>
        explain(failure, call, attempts, known, { noun, repeatable, lookedFor }),
      maySend: (wait) => wait + timeoutMs + VERIFY_MS < left(),
      mayLook: (wait) => wait + LEAST_READ_MS < left(),
      signal,
      ...(progress && { progress }),
    });
  }

  const gateway: Gateway = {
    target,
    async ready({ signal }) {
      const connection = connections.current();
      try {
        const missing = connection.missingCredentials();
        if (missing) throw missing.error;
        await within(Math.min(timeoutMs, CREDENTIALS_LIMIT_MS), signal, (deadline) => prepared(connection, deadline));
        return { ok: true, value: undefined };
      } catch (error) {
        const call: Call = { operation: 'GetApis', input: {}, target: await target() };
        return {
          ok: false,
          error: explain(beforeSending(classify(error, signal.aborted, connection.secrets())), call, 1, 'none'),
        };
      }
    },
    signHandshake: (url, o) =>
      retried(
        { operation: 'GetApi', input: {} },
        (client) => signHandshake(client, url),
        o,
        performance.now() + readLimitMs,
      ),
    createIntegrationResponse: (input, before, o) => write(writes.createIntegrationResponse, input, before, o),
    updateIntegrationResponse: (input, before, o) => write(writes.updateIntegrationResponse, input, before, o),
    deleteIntegrationResponse: (input, before, o) => write(writes.deleteIntegrationResponse, input, before, o),
    createRouteResponse: (input, before, o) => write(writes.createRouteResponse, input, before, o),
    deleteRouteResponse: (input, before, o) => write(writes.deleteRouteResponse, input, before, o),
    createDeployment: (input, before, o) => write(writes.createDeployment, input, before, o),
    createStage: (input, before, o) => write(writes.createStage, input, before, o),
    updateStage: (input, before, o) => write(writes.updateStage, input, before, o),
    getApi: (ApiId, o) => read('GetApi', { ApiId }, o),
    getApis: (o) => list('GetApis', {}, o),
    getIntegration: (ApiId, IntegrationId, o) => read('GetIntegration', { ApiId, IntegrationId }, o),
    getIntegrations: (ApiId, o) => list('GetIntegrations', { ApiId }, o),
    getIntegrationResponses: (ApiId, IntegrationId, o) => list('GetIntegrationResponses', { ApiId, IntegrationId }, o),
    getIntegrationResponse: (ApiId, IntegrationId, IntegrationResponseId, o) =>
      read('GetIntegrationResponse', { ApiId, IntegrationId, IntegrationResponseId }, o),
    getRoutes: (ApiId, o) => list('GetRoutes', { ApiId }, o),
    getRouteResponses: (ApiId, RouteId, o) => list('GetRouteResponses', { ApiId, RouteId }, o),
    getStages: (ApiId, o) => list('GetStages', { ApiId }, o),
    getStage: (ApiId, StageName, o) => read('GetStage', { ApiId, StageName }, o),
    getDeployments: (ApiId, o) => list('GetDeployments', { ApiId }, o),
    getDeployment: (ApiId, DeploymentId, o) => read('GetDeployment', { ApiId, DeploymentId }, o),
  };
  return gateway;
}

/** The promise, or a rejection as soon as the signal is raised: not all that the SDK awaits heeds the signal. */
function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const raised = () => reject(Object.assign(new Error('No answer within the time limit.'), { name: 'AbortError' }));
    if (signal.aborted) raised();
    signal.addEventListener('abort', raised, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', raised));
  });
}
