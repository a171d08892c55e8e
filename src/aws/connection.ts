// The AWS client and its credentials, made anew when what they were made from has changed.
import { statSync } from 'node:fs';
import { addAbortSignal, pipeline, type Readable, Transform } from 'node:stream';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { GatewayOptions } from './gateway.ts';

/** The client's own switch: its note about the end of support for Node 20 would stand on stderr, which is for our log. */
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const CONNECT_TIMEOUT_MS = 3000;
/** Looking for credentials may take a second (instance metadata); that there are none is believed this long. */
const NO_CREDENTIALS_MS = 1000;
/** Shorter ones are made up, as those of the sandbox are, and stand in sentences by chance. */
const MIN_SECRET_LENGTH = 12;
/** API Gateway passes at most 10 MB; whoever answers more is somebody else. */
const MAX_ANSWER_BYTES = 10 * 1024 * 1024;

export interface Connection {
  readonly client: ApiGatewayV2Client;
  /** Where the last request went, once one was sent. */
  readonly endpoint: () => string | undefined;
  /** As the SDK resolves it, looked for once; undefined: there is none. */
  readonly region: () => Promise<string | undefined>;
  /** Found missing a moment ago: the SDK's own error. */
  readonly missingCredentials: () => { readonly error: unknown } | undefined;
  /** The credentials in use, which no message may show. */
  readonly secrets: () => readonly string[];
  /** Rejects with the SDK's own error when there are no credentials. */
  readonly resolveCredentials: () => Promise<void>;
  /** For how many milliseconds credentials have been looked for without a result; 0: nobody is waiting. */
  readonly searching: () => number;
  /** The control plane has accepted these credentials at least once. */
  accepted: boolean;
}

export interface Connections {
  /** For a request: made anew where a shared file has changed. */
  current(): Connection;
  /** For telling of it: the one used last, or the first. */
  latest(): Connection;
  /** The next `current()` starts afresh. */
  forget(connection: Connection): void;
}

/**
 * The SDK reads its shared files once per process and keeps static credentials for ever. Here a client lives until a
 * shared file changes or its credentials are rejected, so that rotated credentials are seen without a restart.
 */
export function createConnections(options: GatewayOptions): Connections {
  let cached: { readonly connection: Connection; readonly stamp: string } | undefined;
  const current = () => {
    const stamp = options.sharedFiles.map(modified).join();
    if (cached?.stamp !== stamp) cached = { connection: connect(options), stamp };
    return cached.connection;
  };
  return {
    current,
    latest: () => cached?.connection ?? current(),
    forget(connection) {
      if (cached?.connection === connection) cached = undefined;
    },
  };
}

/** Asked before every request, so without the detour through the thread pool, which costs a hundred times as much. */
function modified(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats ? `${stats.mtimeMs}/${stats.size}` : '';
  } catch {
    return '';
  }
}

/** The SDK's handler heeds the abort signal until the answer's head has come; this one until its last byte, and counts. */
class BoundedHttpHandler extends NodeHttpHandler {
  endpoint: string | undefined;

  override async handle(...[request, options]: Parameters<NodeHttpHandler['handle']>) {
    this.endpoint = `${request.protocol}//${request.hostname}${request.port ? `:${request.port}` : ''}`;
    const { response } = await super.handle(request, options);
    const body: Readable = response.body;
    response.body = pipeline(body, bounded(MAX_ANSWER_BYTES), () => undefined);
    if (options?.abortSignal) addAbortSignal(options.abortSignal as AbortSignal, response.body);
    return { response };
  }
}

function bounded(max: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length;
      done(length > max ? new Error(`The answer is longer than ${max} bytes.`) : null, chunk);
    },
  });
}

function connect({ backend, endpoint, region, profile }: GatewayOptions): Connection {
  const handler = new BoundedHttpHandler({ connectionTimeout: CONNECT_TIMEOUT_MS });
  const client = new ApiGatewayV2Client({
    ...(endpoint !== undefined && { endpoint }),
    ...(region !== undefined && { region }),
    ...(profile !== undefined && { profile }),
    credentials:
      backend === 'sandbox'
        ? { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' }
        : defaultProvider({ ignoreCache: true, ...(profile !== undefined && { profile }) }),
    maxAttempts: 1, // the adapter repeats: it knows what may be sent again
    requestHandler: handler,
  });

  let secrets: readonly string[] = [];
  let known: Promise<string | undefined> | undefined;
  let since: number | undefined;
  let failed: { readonly error: unknown; readonly at: number } | undefined;
  const missingCredentials = () => (failed && Date.now() - failed.at < NO_CREDENTIALS_MS ? failed : undefined);
  return {
    client,
    endpoint: () => handler.endpoint,
    region() {
      known ??= client.config.region().catch(() => undefined);
      return known;
    },
    accepted: false,
    secrets: () => secrets,
    missingCredentials,
    async resolveCredentials() {
      const missing = missingCredentials();
      if (missing) throw missing.error;
      since ??= performance.now();
      try {
        const { accessKeyId, secretAccessKey, sessionToken = '' } = await client.config.credentials();
        secrets = [accessKeyId, secretAccessKey, sessionToken].filter((secret) => secret.length >= MIN_SECRET_LENGTH);
      } catch (error) {
        failed = { error, at: Date.now() };
        throw error;
      } finally {
        since = undefined;
      }
    },
    searching: () => (since === undefined ? 0 : performance.now() - since),
  };
}
