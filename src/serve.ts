// The program: options -> gateway -> server.
import manifest from '../package.json' with { type: 'json' };
import type { Gateway, GatewayOptions } from './aws/gateway.ts';
import type { Selection } from './contract/selection.ts';
import type { Target } from './contract/target.ts';
import type { Later } from './later.ts';
import { createServer } from './mcp/server.ts';
import { StdioTransport } from './mcp/stdio.ts';
import { type Options, readOptions, UsageError, usage } from './options.ts';
import type { Sandbox } from './sandbox/start-sandbox.ts';

const { env, stdin, stdout, stderr } = process;
/** Quiet after the tools were listed, before what the first call needs is loaded: an agent reads the list first. */
const WARM_AFTER_MS = 100;
const SANDBOX_REGION = 'us-east-1';

/** A host passes an option that was left blank as an empty variable, which the AWS SDK would take for a value. */
const MAY_BE_BLANK = ['AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'];

/** Runs the command that argv and environment ask for; ends the process with 1, or 2 after a usage error. */
export function serve(later: Later): void {
  run(later).catch((error) => {
    const usage = error instanceof UsageError;
    stderr.write(`integration-response-mcp: ${usage ? `${error.message} See --help.` : error}\n`);
    process.exit(usage ? 2 : 1);
  });
}

async function run(later: Later): Promise<void> {
  for (const name of MAY_BE_BLANK) if (env[name] === '') delete env[name];
  stderr.on('error', () => undefined); // a host that closed our stderr is no reason to die
  const options = readOptions(process.argv.slice(2), env);
  if (options.command === 'help') stdout.write(`${usage()}\n`);
  else if (options.command === 'version') stdout.write(`${manifest.version}\n`);
  else if (options.command === 'sandbox') await serveSandbox(later, options);
  else await serveMcp(later, options);
}

async function serveMcp(
  later: Later,
  { sandbox, timeoutSeconds, offeredTools, backends, ...limits }: Options,
): Promise<void> {
  const profile = env['AWS_PROFILE'];
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
  const target: Target = {
    Backend: sandbox ? 'sandbox' : 'aws',
    ...(sandbox ? { Region: SANDBOX_REGION } : region && { Region: region }),
    ...(!sandbox && profile && { Profile: profile }),
  };
  const gatewayOptions: Configured = {
    backend: target.Backend,
    timeoutSeconds,
    ...(!sandbox && profile && { profile }),
  };
  const server = createServer({
    version: manifest.version,
    offeredTools,
    tools: async () => (await later.tools()).tools,
    guides: async () => (await later.guides()).guides,
    listed: () => setTimeout(warm, WARM_AFTER_MS, later, sandbox).unref(),
    context: {
      ...limits,
      target,
      runTask: async (...task) => (await later.work()).runTask(...task),
      gateway: bySelection((selection) => connect(later, gatewayOptions, backends, selection)),
    },
  });
  const transport = new StdioTransport(stdin, stdout, () => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => transport.end());
  await server.connect(transport);
}

/** Loading twice costs nothing, and what fails here is told by the call that needs it. */
async function warm(later: Later, sandbox: boolean): Promise<void> {
  const parts = [later.tools, later.gateway, ...(sandbox ? [later.sandbox] : [])];
  for (const part of parts) await part().catch(() => undefined);
  await later.work().then(
    ({ warmThread }) => warmThread(),
    () => undefined,
  );
}

type Configured = Omit<GatewayOptions, 'sharedFiles'>;

async function connect(
  later: Later,
  options: Configured,
  replacements: Options['backends'],
  { Region, Profile }: Selection,
): Promise<Gateway> {
  const { createSdkGateway, sharedFiles } = await later.gateway();
  const chosen = {
    ...options,
    sharedFiles: sharedFiles(env),
    ...(Region && { region: Region }),
    ...(Profile && { profile: Profile }),
  };
  if (options.backend === 'aws') return createSdkGateway(chosen);
  sandbox ??= later.sandbox().then(({ startLocalGateway }) => startLocalGateway({ replacements, endpoints: env }));
  const { endpoint } = await sandbox;
  return createSdkGateway({ ...chosen, endpoint, region: SANDBOX_REGION });
}

let sandbox: Promise<Sandbox> | undefined;

/** One gateway for each region and profile, made at its first use; a failure is not kept. */
function bySelection(make: (selection: Selection) => Promise<Gateway>): (selection: Selection) => Promise<Gateway> {
  const made = new Map<string, Promise<Gateway>>();
  return (selection) => {
    const key = JSON.stringify([selection.Region, selection.Profile]);
    const gateway = made.get(key) ?? make(selection);
    made.set(key, gateway);
    gateway.catch(() => made.delete(key));
    return gateway;
  };
}

async function serveSandbox(later: Later, { port, backends }: Options): Promise<void> {
  const { startLocalGateway } = await later.sandbox();
  const write = (line: string) => void stderr.write(line);
  const { endpoint, websocket, apiIds } = await startLocalGateway({
    port,
    replacements: backends,
    endpoints: env,
    write,
  });
  stdout.write(`${JSON.stringify({ endpoint, websocket, apis: apiIds })}\n`);
}
