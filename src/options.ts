// Command line and environment -> what the operator chose.
import { parseArgs } from 'node:util';

export const USAGE = `integration-response-mcp [options]              serve MCP on stdio against AWS
integration-response-mcp --sandbox [options]    serve MCP on stdio against the embedded control plane
integration-response-mcp sandbox [--port N]     run the embedded control plane alone on 127.0.0.1

Options (each also as environment variable INTEGRATION_RESPONSE_MCP_<FLAG>, e.g. INTEGRATION_RESPONSE_MCP_READ_ONLY=true):
  --sandbox            no account, no network: an embedded control plane with a sample API
  --read-only          never create anything: every call is a dry run
  --allow-api ID,…     allow creates in these APIs only
  --regions R,…        regions that callers may choose (default: the configured one)
  --profiles P,…       profiles that callers may choose (default: the configured one)
  --timeout SECONDS    bound on one request to AWS (default 10)
  --port N             port of the sandbox command (default 0: any free port)
  --version, --help`;

export interface Options {
  readonly command: 'serve' | 'sandbox' | 'version' | 'help';
  readonly sandbox: boolean;
  readonly readOnly: boolean;
  readonly allowedApis: readonly string[] | undefined;
  readonly allowedRegions: readonly string[];
  readonly allowedProfiles: readonly string[];
  readonly timeoutSeconds: number;
  readonly port: number;
}

/** What is wrong with the command line, in a line for stderr. */
export class UsageError extends Error {}

const PREFIX = 'INTEGRATION_RESPONSE_MCP_';
/** Variables of the AWS SDK that hosts fill from placeholders. */
const AWS_VARIABLES = [
  'AWS_PROFILE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_APIGATEWAYV2',
];

const flags = {
  sandbox: { type: 'boolean' },
  'read-only': { type: 'boolean' },
  'allow-api': { type: 'string', multiple: true },
  regions: { type: 'string', multiple: true },
  profiles: { type: 'string', multiple: true },
  timeout: { type: 'string' },
  port: { type: 'string' },
  version: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads `argv` (without node and script) and the environment; throws `UsageError`. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options {
  for (const [name, value] of Object.entries(env)) {
    if ((name.startsWith(PREFIX) || AWS_VARIABLES.includes(name)) && /\$\{.*\}/.test(value ?? '')) {
      throw new UsageError(
        `${name} is ${JSON.stringify(value)}: the host did not expand the placeholder. Set it or remove it.`,
      );
    }
  }
  const { values, positionals } = parse(argv);
  const variable = (flag: string) => env[PREFIX + flag.toUpperCase().replaceAll('-', '_')] || undefined;
  const boolean = (flag: 'sandbox' | 'read-only' | 'version' | 'help') => values[flag] ?? truth(flag, variable(flag));
  const number = (flag: 'timeout' | 'port', fallback: number, least: number, most: number) => {
    const text = values[flag] ?? variable(flag);
    const value = text === undefined ? fallback : Number(text);
    if (text?.trim() === '' || !(value >= least && value <= most))
      throw new UsageError(`--${flag} must be a number from ${least} to ${most}.`);
    return value;
  };
  const list = (flag: 'allow-api' | 'regions' | 'profiles') =>
    (values[flag] ?? [variable(flag) ?? '']).flatMap((part) => part.split(/[\s,]+/)).filter(Boolean);
  const apis = list('allow-api');
  const [command, ...rest] = positionals;
  if ((command !== undefined && command !== 'sandbox') || rest.length > 0) {
    throw new UsageError(`Unknown command ${JSON.stringify(positionals.join(' '))}.`);
  }
  return {
    command: boolean('help') ? 'help' : boolean('version') ? 'version' : (command ?? 'serve'),
    sandbox: boolean('sandbox'),
    readOnly: boolean('read-only'),
    allowedApis: values['allow-api'] || apis.length > 0 ? apis : undefined,
    allowedRegions: list('regions'),
    allowedProfiles: list('profiles'),
    timeoutSeconds: number('timeout', 10, 0.1, 20),
    port: Math.floor(number('port', 0, 0, 65_535)),
  };
}

function parse(argv: readonly string[]) {
  if (argv.length === 0) return { values: {}, positionals: [] };
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function truth(flag: string, text: string | undefined): boolean {
  if (text === undefined || /^(0|false|no|off)$/i.test(text)) return false;
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  throw new UsageError(
    `${PREFIX}${flag.toUpperCase().replaceAll('-', '_')} must be true or false, not ${JSON.stringify(text)}.`,
  );
}
