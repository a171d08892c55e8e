// The one adapter: the AWS SDK client behind the port. Loaded when a call first needs the control plane.
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  type ApiGatewayV2Client,
  CreateIntegrationResponseCommand,
  GetApiCommand,
  GetApisCommand,
  GetDeploymentsCommand,
  GetIntegrationCommand,
  GetIntegrationResponsesCommand,
  GetIntegrationsCommand,
  GetRouteResponsesCommand,
  GetRoutesCommand,
  GetStagesCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { ZodTypeAny } from 'zod/v3';
import type { Target } from '../contract/target.ts';
import { answerSchemas, checked, page, unreadable } from './answers.ts';
import { beforeSending, classify, type Failure } from './classify.ts';
import { type Connection, createConnections } from './connection.ts';
import { backoff, createOnce, pause } from './create-once.ts';
import { type Call, explain } from './explain.ts';
import type { CallOptions, Gateway, GatewayOptions, Reply } from './gateway.ts';
import { within } from './within.ts';

const READ_ATTEMPTS = 3;
/** A whole call: credentials, reads and create. Hosts give up after 60 s. */
const CALL_LIMIT_MS = 58_000;
const CREDENTIALS_LIMIT_MS = 9000;
/** What a create needs at most, repetitions and verification included. */
const CREATE_LIMIT_MS = 35_000;
/** Of these, what is kept for finding out whether a create without an answer was carried out. */
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
interface PageInput {
  readonly MaxResults: string;
  readonly NextToken?: string;
}
interface Page<Item> {
  readonly $metadata?: unknown;
  readonly Items?: Item[] | undefined;
  readonly NextToken?: string | undefined;
}

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
  const createLimitMs = Math.min(CREATE_LIMIT_MS, CALL_LIMIT_MS - CREDENTIALS_LIMIT_MS - readLimitMs);

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
          const failure = classify(error, signal.aborted);
          if (!sent) return { failure: beforeSending(failure) };
          // Transient is a clock that is off: the connection has learnt by how much.
          if (failure.type !== 'CredentialsError' || failure.transient) return { failure };
          connections.forget(connection);
          if (!connection.accepted) return { failure };
        }
      }
    });
  }

  async function read<T>(
    operation: string,
    resource: string,
    run: Run<T>,
    { signal, progress }: CallOptions,
    end = performance.now() + readLimitMs,
  ): Promise<Reply<T>> {
    for (let count = 1; ; count++) {
      const result = await attempt(run, signal, end);
      if ('value' in result) return { ok: true, value: result.value };
      const failure = asRead(result.failure);
      const wait = backoff(count, failure.retryAfterSeconds);
      if (!failure.transient || count === READ_ATTEMPTS || performance.now() + wait >= end) {
        const call: Call = { operation, method: 'GET', resource, target: await target() };
        return { ok: false, error: explain(failure, call, count, 'none') };
      }
      progress?.(`${operation}: ${failure.type}, attempt ${count + 1} in ${Math.ceil(wait / 1000)} s`);
      await pause(wait, signal);
    }
  }

  async function list<Item>(
    operation: string,
    resource: string,
    schema: ZodTypeAny,
    get: (input: PageInput) => Run<Page<Item>>,
    callOptions: CallOptions,
  ): Promise<Reply<Item[]>> {
    const end = performance.now() + readLimitMs;
    const items: Item[] = [];
    let input: PageInput = { MaxResults: PAGE_SIZE };
    for (let count = 1; ; count++) {
      const run: Run<Page<Item>> = async (client, o) => {
        const answer = await get(input)(client, o);
        if (answer.NextToken && (count === MAX_PAGES || answer.NextToken === input.NextToken)) {
          throw unreadable(`The list goes on without end (page ${count}).`, answer);
        }
        return checked(page(schema), answer);
      };
      const reply = await read(operation, resource, run, callOptions, end);
      if (!reply.ok) return reply;
      items.push(...(reply.value.Items ?? []));
      const { NextToken } = reply.value;
      if (!NextToken) return { ok: true, value: items };
      callOptions.progress?.(`${operation}: ${items.length} read, more to come`);
      input = { ...input, NextToken };
    }
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
        const call: Call = { operation: 'GetApi', method: 'GET', resource: '/apis', target: await target() };
        return { ok: false, error: explain(beforeSending(classify(error, signal.aborted)), call, 1, 'none') };
      }
    },
    async createIntegrationResponse(request, { signal, progress }) {
      const end = performance.now() + createLimitMs;
      const resource = `/apis/${request.ApiId}/integrations/${request.IntegrationId}/integrationresponses`;
      const call: Call = { operation: 'CreateIntegrationResponse', method: 'POST', resource, target: await target() };
      const left = () => end - performance.now();
      return createOnce(request, {
        send: () =>
          attempt(
            async (client, o) => {
              const answer = await client.send(new CreateIntegrationResponseCommand(request), o);
              if (answer.IntegrationResponseKey !== request.IntegrationResponseKey) {
                throw unreadable('The answer is not one to this request.', answer);
              }
              return checked(answerSchemas.integrationResponse, answer);
            },
            signal,
            end - VERIFY_MS,
          ),
        list: () =>
          within(left(), signal, (rest) =>
            gateway.getIntegrationResponses(request.ApiId, request.IntegrationId, { signal: rest }),
          ),
        explain: (failure, attempts, effect) => explain(failure, call, attempts, effect),
        maySend: (wait) => wait + timeoutMs + VERIFY_MS < left(),
        mayLook: (wait) => wait + LEAST_READ_MS < left(),
        signal,
        ...(progress && { progress }),
      });
    },
    getApi: (ApiId, o) =>
      read(
        'GetApi',
        `/apis/${ApiId}`,
        async (client, s) => checked(answerSchemas.api, await client.send(new GetApiCommand({ ApiId }), s)),
        o,
      ),
    getApis: (o) =>
      list(
        'GetApis',
        '/apis',
        answerSchemas.api,
        (input) => (client, s) => client.send(new GetApisCommand(input), s),
        o,
      ),
    getIntegration: (ApiId, IntegrationId, o) =>
      read(
        'GetIntegration',
        `/apis/${ApiId}/integrations/${IntegrationId}`,
        async (client, s) =>
          checked(answerSchemas.integration, await client.send(new GetIntegrationCommand({ ApiId, IntegrationId }), s)),
        o,
      ),
    getIntegrations: (ApiId, o) =>
      list(
        'GetIntegrations',
        `/apis/${ApiId}/integrations`,
        answerSchemas.integration,
        (input) => (client, s) => client.send(new GetIntegrationsCommand({ ApiId, ...input }), s),
        o,
      ),
    getIntegrationResponses: (ApiId, IntegrationId, o) =>
      list(
        'GetIntegrationResponses',
        `/apis/${ApiId}/integrations/${IntegrationId}/integrationresponses`,
        answerSchemas.integrationResponse,
        (input) => (client, s) =>
          client.send(new GetIntegrationResponsesCommand({ ApiId, IntegrationId, ...input }), s),
        o,
      ),
    getRoutes: (ApiId, o) =>
      list(
        'GetRoutes',
        `/apis/${ApiId}/routes`,
        answerSchemas.route,
        (input) => (client, s) => client.send(new GetRoutesCommand({ ApiId, ...input }), s),
        o,
      ),
    getRouteResponses: (ApiId, RouteId, o) =>
      list(
        'GetRouteResponses',
        `/apis/${ApiId}/routes/${RouteId}/routeresponses`,
        answerSchemas.routeResponse,
        (input) => (client, s) => client.send(new GetRouteResponsesCommand({ ApiId, RouteId, ...input }), s),
        o,
      ),
    getDeployments: (ApiId, o) =>
      list(
        'GetDeployments',
        `/apis/${ApiId}/deployments`,
        answerSchemas.deployment,
        (input) => (client, s) => client.send(new GetDeploymentsCommand({ ApiId, ...input }), s),
        o,
      ),
    getStages: (ApiId, o) =>
      list(
        'GetStages',
        `/apis/${ApiId}/stages`,
        answerSchemas.stage,
        (input) => (client, s) => client.send(new GetStagesCommand({ ApiId, ...input }), s),
        o,
      ),
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
