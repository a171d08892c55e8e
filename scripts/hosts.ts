// npm run hosts: lists and calls every tool through clients, hosts' libraries and bridges, installed into a folder of their own,
// and prints the table of docs/hosts.md.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import toolList from '../src/mcp/tool-list.json' with { type: 'json' };

const FOLDER = join(tmpdir(), 'integration-response-mcp-hosts');
const MAIN = resolve('dist/main.js');
const COMMAND = { command: process.execPath, args: [MAIN, '--sandbox'] };
const START_MS = 20_000;
/** Besides those in the table, what they do not bring along. */
const PEERS = ['@langchain/core', '@langchain/langgraph', '@mastra/core', 'zod'];

/** Values for the arguments that a tool needs, in the sample API of the sandbox. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  ApiId: 'k3v9x1qz7d',
  IntegrationId: 'c9d5w0r',
  IntegrationResponseKey: '$default',
  IntegrationResponseId: 'abc123',
  RouteId: 'abc123',
  RouteResponseId: 'abc123',
  StageName: 'production',
  Message: '{}',
  Responses: [{ IntegrationResponseKey: '$default' }],
  Outcomes: [{ StatusCode: 200, Body: '{}' }],
};

type Arguments = Readonly<Record<string, unknown>>;
type Call = (name: string, args: Arguments) => Promise<unknown>;

/** A session through one host: the names it lists, and how it calls. */
interface Session {
  readonly names: readonly string[];
  readonly call: Call;
  readonly close: () => unknown;
}

interface Host {
  readonly name: string;
  readonly packages: readonly string[];
  readonly open: () => Promise<Session>;
}

// biome-ignore lint/suspicious/noExplicitAny: packages that are not installed where this is compiled
type Untyped = any;

/** A module as the folder of the hosts sees it. */
async function load(specifier: string): Promise<Untyped> {
  const loader = join(FOLDER, 'load.mjs');
  writeFileSync(loader, 'export const load = (specifier) => import(specifier);\n');
  const { load: fromThere } = await import(pathToFileURL(loader).href);
  return fromThere(specifier);
}

const sessionOf = async (client: Untyped, transport: unknown): Promise<Session> => {
  await client.connect(transport);
  const { tools } = await client.listTools();
  return {
    names: tools.map(({ name }: { name: string }) => name),
    call: (name, args) => client.callTool({ name, arguments: args }),
    close: () => client.close(),
  };
};

async function sdk(clientModule: string, stdioModule: string): Promise<Session> {
  const { Client } = await load(clientModule);
  const { StdioClientTransport } = await load(stdioModule);
  return sessionOf(new Client({ name: 'hosts', version: '0' }), new StdioClientTransport(COMMAND));
}

/** Through a bridge that serves the same as streamable HTTP. */
async function bridged(port: number, packageName: string, ...args: string[]): Promise<Session> {
  const bridge = startBridge(packageName, args);
  try {
    const { Client } = await load('@modelcontextprotocol/sdk/client/index.js');
    const { StreamableHTTPClientTransport } = await load('@modelcontextprotocol/sdk/client/streamableHttp.js');
    await listening(port);
    const transport = new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`));
    const session = await sessionOf(new Client({ name: 'hosts', version: '0' }), transport);
    return { ...session, close: () => Promise.resolve(session.close()).finally(() => bridge.kill()) };
  } catch (error) {
    bridge.kill();
    throw error;
  }
}

const startBridge = (name: string, args: readonly string[]): ChildProcess =>
  spawn(join(FOLDER, 'node_modules/.bin', name), args, { stdio: 'ignore' });

async function listening(port: number): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/mcp`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    );
    if (answer) return;
    await setTimeout(200);
  }
  throw new Error(`nobody listens at ${port}`);
}

async function inspector(): Promise<Session> {
  const config = join(FOLDER, 'mcp.json');
  writeFileSync(config, JSON.stringify({ mcpServers: { ours: COMMAND } }));
  const run = (...args: string[]): Untyped => {
    const common = ['--cli', '--config', config, '--server', 'ours', '--format', 'json'];
    const bin = join(FOLDER, 'node_modules/.bin/mcp-inspector');
    try {
      return JSON.parse(
        execFileSync(bin, [...common, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
      );
    } catch (error) {
      const { status, stdout, stderr } = error as { status?: number; stdout?: string; stderr?: string };
      if (status === 5 && stdout) return JSON.parse(stdout);
      throw new Error(`exit ${status}: ${String(stderr).slice(0, 300)}`);
    }
  };
  return {
    names: run('--strict', '--method', 'tools/list').result.tools.map(({ name }: { name: string }) => name),
    call: async (name, args) =>
      run('--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(args)).result,
    close: () => undefined,
  };
}

const HOSTS: readonly Host[] = [
  {
    name: 'SDK 1.x client',
    packages: ['@modelcontextprotocol/sdk'],
    open: () => sdk('@modelcontextprotocol/sdk/client/index.js', '@modelcontextprotocol/sdk/client/stdio.js'),
  },
  {
    name: 'SDK 2.x client',
    packages: ['@modelcontextprotocol/client'],
    open: () => sdk('@modelcontextprotocol/client', '@modelcontextprotocol/client/stdio'),
  },
  {
    name: 'Vercel AI SDK',
    packages: ['@ai-sdk/mcp'],
    open: async () => {
      const ai = await load('@ai-sdk/mcp');
      const { Experimental_StdioMCPTransport } = await load('@ai-sdk/mcp/mcp-stdio');
      const create = ai.createMCPClient ?? ai.experimental_createMCPClient;
      const client = await create({ transport: new Experimental_StdioMCPTransport(COMMAND) });
      const tools = await client.tools();
      return {
        names: Object.keys(tools),
        call: (name, args) => tools[name].execute(args, { toolCallId: '1', messages: [] }),
        close: () => client.close(),
      };
    },
  },
  {
    name: 'LangChain',
    packages: ['@langchain/mcp-adapters'],
    open: async () => {
      const { MultiServerMCPClient } = await load('@langchain/mcp-adapters');
      const client = new MultiServerMCPClient({ mcpServers: { ours: { transport: 'stdio', ...COMMAND } } });
      const tools = await client.getTools();
      return {
        names: tools.map(({ name }: { name: string }) => name),
        call: (name, args) => tools.find((tool: { name: string }) => tool.name === name).invoke(args),
        close: () => client.close(),
      };
    },
  },
  {
    name: 'OpenAI Agents',
    packages: ['@openai/agents'],
    open: async () => {
      const { MCPServerStdio } = await load('@openai/agents');
      const server = new MCPServerStdio(COMMAND);
      await server.connect();
      const tools = await server.listTools();
      return {
        names: tools.map(({ name }: { name: string }) => name),
        call: (name, args) => server.callTool(name, args),
        close: () => server.close(),
      };
    },
  },
  {
    name: 'Mastra',
    packages: ['@mastra/mcp'],
    open: async () => {
      const { MCPClient } = await load('@mastra/mcp');
      const client = new MCPClient({ servers: { ours: COMMAND } });
      const tools: Record<string, Untyped> = await (client.listTools?.() ?? client.getTools());
      return {
        names: Object.keys(tools).map((name) => name.replace(/^ours_/, '')),
        call: (name, args) => tools[`ours_${name}`].execute(args, {}),
        close: () => client.disconnect(),
      };
    },
  },
  { name: 'Inspector CLI, --strict', packages: ['@modelcontextprotocol/inspector'], open: inspector },
  {
    name: 'supergateway',
    packages: ['supergateway'],
    open: () =>
      bridged(
        47_501,
        'supergateway',
        '--stdio',
        [COMMAND.command, ...COMMAND.args].join(' '),
        '--outputTransport',
        'streamableHttp',
        '--stateful',
        '--port',
        '47501',
      ),
  },
  {
    name: 'mcp-proxy',
    packages: ['mcp-proxy'],
    open: () => bridged(47_502, 'mcp-proxy', '--port', '47502', '--', COMMAND.command, ...COMMAND.args),
  },
];

const CONFORMANCE = '@modelcontextprotocol/conformance';

function install(): void {
  mkdirSync(FOLDER, { recursive: true });
  const manifest = join(FOLDER, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true}');
  const wanted = [...HOSTS.flatMap(({ packages }) => packages), CONFORMANCE, ...PEERS];
  const missing = wanted.filter((name) => !existsSync(join(FOLDER, 'node_modules', name)));
  if (missing.length === 0) return;
  const quiet = ['--silent', '--no-audit', '--no-fund', '--legacy-peer-deps'];
  execFileSync('npm', ['install', ...quiet, ...missing], { cwd: FOLDER, stdio: 'inherit' });
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(FOLDER, 'node_modules', name, 'package.json'), 'utf8')).version;

/** What a tool needs, and nothing changed by it. */
function argumentsOf({ inputSchema }: (typeof toolList.tools)[number]): Arguments {
  const { required = [], properties } = inputSchema as { required?: readonly string[]; properties: object };
  const args = Object.fromEntries(required.map((name) => [name, SAMPLES[name]]));
  const drafts = 'Outcomes' in properties ? { Responses: SAMPLES['Responses'] } : {};
  return { ...args, ...drafts, ...('DryRun' in properties && { DryRun: true }) };
}

/** A tool's own refusal came through as well as any result. */
const isOurs = (error: unknown): boolean => /"Status"|Summary/.test(String(error));

async function tried({ open }: Host): Promise<string> {
  const session = await open();
  try {
    const unlisted = toolList.tools.filter(({ name }) => !session.names.includes(name));
    if (unlisted.length > 0) return `does not list ${unlisted.map(({ name }) => name).join(', ')}`;
    for (const tool of toolList.tools) {
      const answer = await session.call(tool.name, argumentsOf(tool)).catch((error) => {
        if (isOurs(error)) return String(error);
        throw new Error(`${tool.name}: ${error}`);
      });
      if (!isOurs(JSON.stringify(answer))) throw new Error(`${tool.name}: ${JSON.stringify(answer)?.slice(0, 200)}`);
    }
    return `lists and calls ${toolList.tools.length} of ${toolList.tools.length}`;
  } finally {
    await session.close();
  }
}

/** The scenarios that concern what this server has; the others ask for tools of a test server. */
async function conformance(): Promise<string> {
  if (Number(process.versions.node.split('.')[0]) < 22) return 'not run: it needs Node 22';
  const bridge = startBridge('mcp-proxy', ['--port', '47503', '--', COMMAND.command, ...COMMAND.args]);
  try {
    await listening(47_503);
    const scenarios = [
      'server-initialize',
      'ping',
      'tools-list',
      'resources-list',
      'prompts-list',
      'logging-set-level',
    ];
    const failed = scenarios.filter((scenario) => {
      try {
        const args = ['server', '--url', 'http://127.0.0.1:47503/mcp', '--scenario', scenario];
        execFileSync(join(FOLDER, 'node_modules/.bin/conformance'), args, { cwd: FOLDER, stdio: 'pipe' });
        return false;
      } catch {
        return true;
      }
    });
    return failed.length === 0 ? `passes ${scenarios.join(', ')}` : `fails ${failed.join(', ')}`;
  } finally {
    bridge.kill();
  }
}

install();
const rows = [];
for (const host of HOSTS) {
  const outcome = await tried(host).catch((error) => `fails: ${String(error).split('\n')[0]}`);
  rows.push([host.name, host.packages.map((name) => `${name} ${versionOf(name)}`).join(', '), outcome]);
}
rows.push(['conformance suite, through mcp-proxy', `${CONFORMANCE} ${versionOf(CONFORMANCE)}`, await conformance()]);
console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}\n`);
console.log('| host | package | |\n| --- | --- | --- |');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
process.exit(rows.some(([, , outcome]) => outcome?.startsWith('fails') || outcome?.startsWith('does not')) ? 1 : 0);
