// Command line and environment -> what the operator chose.
import { parseArgs } from 'node:util';
import toolList from './mcp/tool-list.json' with { type: 'json' };
import { nearest } from './text/nearest.ts';
import { quote } from './text/quote.ts';

/**
 * Every option: how `parseArgs` reads it, the word for its value, what it does, and, for those of the serving process, its name
 * in a form. Usage, variables, docs, the extension's form and the registry's entry are made of this.
 */
export const OPTIONS = {
  sandbox: {
    type: 'boolean',
    title: 'Sandbox',
    does: 'no account, no network: an embedded service with a sample API',
  },
  'read-only': {
    type: 'boolean',
    title: 'Read-only',
    does: 'nothing is changed or sent: every tool that writes answers as a dry run',
  },
  'allow-api': {
    type: 'string',
    multiple: true,
    takes: 'ID,…',
    title: 'APIs',
    example: 'a1b2c3d4e5',
    does: 'APIs that may be changed or sent a message (default: all)',
  },
  stages: {
    type: 'string',
    multiple: true,
    takes: 'S,…',
    title: 'Stages',
    example: 'dev,test',
    does: 'stages that may be deployed to or sent a message (default: all)',
  },
  tools: {
    type: 'string',
    multiple: true,
    takes: 'T,…',
    title: 'Tools',
    example: 'describe_websocket_api',
    does: 'tools that are offered (default: all)',
  },
  regions: {
    type: 'string',
    multiple: true,
    takes: 'R,…',
    title: 'Other regions',
    example: 'eu-west-1,us-west-2',
    does: 'regions that callers may choose besides the configured one',
  },
  profiles: {
    type: 'string',
    multiple: true,
    takes: 'P,…',
    title: 'Other profiles',
    example: 'dev,test',
    does: 'profiles that callers may choose besides the configured one',
  },
  timeout: {
    type: 'string',
    takes: 'SECONDS',
    title: 'Timeout',
    unit: 'seconds',
    does: 'bound on one request to AWS in seconds, 0.1 to 20 (default 10)',
  },
  port: { type: 'string', takes: 'N', does: 'port of the sandbox command (default 0: any free port)' },
  backend: {
    type: 'string',
    multiple: true,
    takes: 'PREFIX=URL',
    does: 'what the sandbox calls in the place of a URL prefix; may be repeated',
  },
  version: { type: 'boolean', short: 'v', does: 'print the version' },
  help: { type: 'boolean', short: 'h', does: 'print this' },
} as const;

type Flag = keyof typeof OPTIONS;
type FlagOf<Descriptor> = { [F in Flag]: (typeof OPTIONS)[F] extends Descriptor ? F : never }[Flag];
type Switch = FlagOf<{ type: 'boolean' }>;
type ListFlag = FlagOf<{ multiple: true }>;
type NumberFlag = Exclude<Flag, Switch | ListFlag>;

const FLAGS = Object.keys(OPTIONS) as Flag[];
const PREFIX = 'INTEGRATION_RESPONSE_MCP_';

/** The environment variable that stands for a flag. */
export const variableOf = (flag: string): string => PREFIX + flag.toUpperCase().replaceAll('-', '_');

const usageOf = (flag: Flag): string => {
  const option: { takes?: string; does: string } = OPTIONS[flag];
  return `  ${[`--${flag}`, option.takes].filter(Boolean).join(' ').padEnd(20)} ${option.does}`;
};

export const usage = (): string => `integration-response-mcp [options]              serve MCP on stdio against AWS
integration-response-mcp --sandbox [options]    serve MCP on stdio against the embedded service
integration-response-mcp sandbox [--port N] [--backend PREFIX=URL]…
                                                run the embedded service alone on 127.0.0.1

Options (each also as an environment variable, e.g. ${variableOf('read-only')}=true):
${FLAGS.map(usageOf).join('\n')}`;

export interface Options {
  readonly command: 'serve' | 'sandbox' | 'version' | 'help';
  readonly sandbox: boolean;
  readonly readOnly: boolean;
  /** Undefined: all. So for stages and tools. */
  readonly allowedApis: readonly string[] | undefined;
  readonly allowedStages: readonly string[] | undefined;
  readonly offeredTools: readonly string[] | undefined;
  /** What callers may choose besides what is configured. So for profiles. */
  readonly allowedRegions: readonly string[];
  readonly allowedProfiles: readonly string[];
  readonly timeoutSeconds: number;
  readonly port: number;
  /** What the sandbox calls in the place of a URL prefix. */
  readonly backends: readonly { readonly prefix: string; readonly url: string }[];
}

/** What is wrong with the command line, in a line for stderr. */
export class UsageError extends Error {}

/** Variables of the AWS SDK that hosts fill from placeholders. */
const AWS_VARIABLE =
  /^AWS_(?:PROFILE|REGION|DEFAULT_REGION|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|ENDPOINT_URL\w*)$/;
const PLACEHOLDER = /\$\{.*?\}/s;

/** Reads `argv` (without node and script) and the environment; throws `UsageError`. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options {
  refuseOddVariables(env);
  const { values, positionals } = parse(argv);
  /** What was chosen for a flag, and where; the command line goes before the environment, and a host's blank field is no choice. */
  const chosen = (flag: Exclude<Flag, Switch>): { name: string; text: string | undefined } => {
    const value = values[flag];
    if (value !== undefined) return { name: `--${flag}`, text: [value].flat().join(',') };
    return { name: variableOf(flag), text: env[variableOf(flag)] || undefined };
  };
  const isOn = (flag: Switch): boolean => values[flag] ?? truth(variableOf(flag), env[variableOf(flag)]);
  const number = (flag: NumberFlag, fallback: number, least: number, most: number): number => {
    const { name, text } = chosen(flag);
    const value = text === undefined ? fallback : Number(text);
    if (text?.trim() === '' || !(value >= least && value <= most))
      throw new UsageError(`${name} must be a number from ${least} to ${most}.`);
    return value;
  };
  const list = (flag: ListFlag): readonly string[] | undefined => {
    const { name, text } = chosen(flag);
    if (text === undefined) return undefined;
    const entries = text.split(/[\s,]+/).filter(Boolean);
    // To be limited to nothing is as unlikely to be meant as not to be limited at all.
    if (entries.length === 0)
      throw new UsageError(`${name} is ${quote(text)}, which names nothing: name some, or leave it out.`);
    return entries;
  };
  const [command, ...rest] = positionals;
  if ((command !== undefined && command !== 'sandbox') || rest.length > 0) {
    throw new UsageError(`Unknown command ${quote(positionals.join(' '))}.`);
  }
  return {
    command: isOn('help') ? 'help' : isOn('version') ? 'version' : (command ?? 'serve'),
    sandbox: isOn('sandbox'),
    readOnly: isOn('read-only'),
    allowedApis: list('allow-api'),
    allowedStages: list('stages'),
    offeredTools: toolNames(list('tools')),
    allowedRegions: list('regions') ?? [],
    allowedProfiles: list('profiles') ?? [],
    timeoutSeconds: number('timeout', 10, 0.1, 20),
    port: Math.floor(number('port', 0, 0, 65_535)),
    backends: (list('backend') ?? []).map(backend),
  };
}

/** `https://api.example.com=http://127.0.0.1:3000`: the `=` before a scheme parts the two. */
function backend(text: string): Options['backends'][number] {
  const [, prefix = '', url = ''] = /^(.+?)=(https?:.*)$/.exec(text) ?? [];
  if (!URL.canParse(prefix) || !URL.canParse(url))
    throw new UsageError(`--backend must be PREFIX=URL, two URLs, not ${quote(text)}.`);
  return { prefix, url };
}

/** A limit whose name is misspelt would silently not hold, and a placeholder is not what the operator chose. */
function refuseOddVariables(env: NodeJS.ProcessEnv): void {
  for (const [name, value = ''] of Object.entries(env)) {
    const isOurs = name.toUpperCase().startsWith(PREFIX);
    if (!isOurs && !AWS_VARIABLE.test(name)) continue;
    refusePlaceholder(name, value);
    // Windows takes variables in any case.
    const known = FLAGS.some(
      (flag) =>
        variableOf(flag) === name || (variableOf(flag) === name.toUpperCase() && env[name.toUpperCase()] === value),
    );
    if (isOurs && !known)
      throw new UsageError(`Unknown variable ${name}.${meant(name.slice(PREFIX.length), FLAGS, variableOf)}`);
  }
}

function refusePlaceholder(name: string, value: string): void {
  const [placeholder] = PLACEHOLDER.exec(value) ?? [];
  if (placeholder === undefined) return;
  throw new UsageError(
    `${name} holds ${quote(placeholder)}: the host did not expand the placeholder. Set it or remove it.`,
  );
}

function parse(argv: readonly string[]) {
  if (argv.length === 0) return { values: {}, positionals: [] };
  for (const arg of argv) {
    const [, name] = /^--([^=]+)/.exec(arg) ?? [];
    refusePlaceholder(name === undefined ? 'An argument' : `--${name}`, arg);
    if (name !== undefined && !Object.hasOwn(OPTIONS, name))
      throw new UsageError(`Unknown option ${quote(`--${name}`)}.${meant(name, FLAGS, (flag) => `--${flag}`)}`);
  }
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(line);
  }
}

function toolNames(names: readonly string[] | undefined): readonly string[] | undefined {
  const known = toolList.tools.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `--tools names the unknown tool ${quote(unknown)}.${meant(unknown, known, String)} There are ${known.join(', ')}.`,
    );
  }
  return names;
}

function meant<Name extends string>(word: string, names: readonly Name[], spelt: (name: Name) => string): string {
  const name = nearest(word, names) as Name | undefined;
  return name === undefined ? '' : ` Did you mean ${spelt(name)}?`;
}

function truth(name: string, text: string | undefined): boolean {
  if (!text || /^(0|false|no|off)$/i.test(text)) return false;
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  throw new UsageError(`${name} must be true or false, not ${quote(text)}.`);
}
