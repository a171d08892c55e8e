// The only reader of process.env and argv: options -> gateway -> server.
import { homedir } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import type { Gateway, GatewayOptions } from './aws/gateway.ts';
import type { Target } from './contract/target.ts';
import { type Options, readOptions, USAGE, UsageError } from './options.ts';
import { createServer } from './server.ts';
import { StdioTransport } from './stdio.ts';

const { env, stdin, stdout, stderr } = process;

async function main(): Promise<void> {
  stderr.on('error', () => undefined); // a host that closed our stderr is no reason to die
  const options = readOptions(process.argv.slice(2), env);
  if (options.command === 'help') stdout.write(`${USAGE}\n`);
  else if (options.command === 'version') stdout.write(`${manifest.version}\n`);
  else if (options.command === 'sandbox') await serveSandbox(options.port);
  else await serve(options);
}

async function serve({ sandbox, readOnly, allowedApis, timeoutSeconds }: Options): Promise<void> {
  const profile = env['AWS_PROFILE'];
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
  const target: Target = {
    Backend: sandbox ? 'sandbox' : 'aws',
    ...(!sandbox && region && { Region: region }),
    ...(!sandbox && profile && { Profile: profile }),
  };
  const gatewayOptions: GatewayOptions = {
    backend: target.Backend,
    timeoutSeconds,
    sharedFiles: [
      env['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws', 'config'),
      env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(homedir(), '.aws', 'credentials'),
    ],
    ...(!sandbox && profile && { profile }),
  };
  const server = createServer({
    version: manifest.version,
    tools: async () => (await import('./tools/index.ts')).tools,
    context: { gateway: once(() => connect(gatewayOptions)), target, readOnly, allowedApis },
  });
  const transport = new StdioTransport(stdin, stdout, () => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => transport.end());
  await server.connect(transport);
}

async function connect(options: GatewayOptions): Promise<Gateway> {
  const { createSdkGateway } = await import('./aws/sdk-gateway.ts');
  if (options.backend === 'aws') return createSdkGateway(options);
  const { startSandbox } = await import('./sandbox/start-sandbox.ts');
  const { endpoint } = await startSandbox({ port: 0 });
  return createSdkGateway({ ...options, endpoint, region: 'us-east-1' });
}

/** Runs the function at the first call; a failure is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function serveSandbox(port: number): Promise<void> {
  const { startSandbox } = await import('./sandbox/start-sandbox.ts');
  const { endpoint, apiIds } = await startSandbox({ port });
  stdout.write(`${JSON.stringify({ endpoint, apis: apiIds })}\n`);
}

main().catch((error) => {
  const usage = error instanceof UsageError;
  stderr.write(`integration-response-mcp: ${usage ? `${error.message} See --help.` : error}\n`);
  process.exit(usage ? 2 : 1);
});
