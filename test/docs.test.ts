// Every example of README.md, docs/ and examples/ is executed; every link leads somewhere.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, onTestFinished, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import toolList from '../src/mcp/tool-list.json' with { type: 'json' };
import { BARE_ENV, connect, localEnv, MAIN } from './support/connect.ts';
import { startEdge } from './support/edge.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const PAGES = ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
const read = (path: string) => readFileSync(path, 'utf8');

interface Block {
  readonly info: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
const blocks = (path: string): Block[] =>
  [...read(path).matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({ info, text }));

const readme = blocks('README.md');
const SERVER = /(?:\/opt|C:\\tools)[/\\]integration-response-mcp[/\\]dist[/\\]main\.js/;

async function toolsOf(command: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  const client = new Client({ name: 'host', version: '0' });
  const here = args.map((arg) => arg.replace(SERVER, MAIN));
  expect(here).not.toEqual(args);
  await client.connect(
    new StdioClientTransport({ command, args: here, env: { ...BARE_ENV, ...env }, stderr: 'ignore' }),
  );
  onTestFinished(() => client.close());
  return (await client.listTools()).tools.length;
}

interface HostEntry {
  readonly command: string;
  readonly args: string[];
  readonly env?: Record<string, string>;
}

const hosts = readme
  .filter(({ info, text }) => info === 'json' && text.includes('"integration-response"'))
  .map(({ text }) => JSON.parse(text) as Record<string, Record<string, HostEntry>>);

test('the README has configurations for the sandbox, for an account, for VS Code and for Zed', () => {
  const keys = hosts.map((config) => Object.keys(config));
  expect(keys).toEqual([['mcpServers'], ['mcpServers'], ['servers'], ['context_servers']]);
});

test.each(hosts)('host configuration %# of the README: the server lists its tools', async (config) => {
  const entry = Object.values(config)[0]?.['integration-response'];
  expect(await toolsOf(entry?.command ?? '', entry?.args ?? [], entry?.env ?? {})).toBe(toolList.tools.length);
});

test('the configuration for Codex starts a server that lists its tools', async () => {
  const toml = readme.find(({ info }) => info === 'toml')?.text ?? '';
  const [, command = ''] = /^command = "(.*)"$/m.exec(toml) ?? [];
  const [, args = '[]'] = /^args = (\[.*\])$/m.exec(toml) ?? [];
  const variables = [...toml.matchAll(/(\w+) = "([^"]*)"(?=,| \})/g)].map(([, name, value]) => [name, value]);
  expect(variables.map(([name]) => name)).toEqual(['AWS_PROFILE', 'AWS_REGION']);
  expect(await toolsOf(command, JSON.parse(args), Object.fromEntries(variables))).toBe(toolList.tools.length);
});

test('the command for Claude Code starts a server that lists its tools', async () => {
  const command = readme.find(({ text }) => text.startsWith('claude mcp add'))?.text ?? '';
  const [, variables = '', program = '', path = ''] =
    /add integration-response (.*) -- (\S+) (\S+)$/m.exec(command) ?? [];
  const pairs = [...variables.matchAll(/--env (\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  expect(pairs.map(([name]) => name)).toEqual(['AWS_PROFILE', 'AWS_REGION']);
  expect(await toolsOf(program, [path], Object.fromEntries(pairs))).toBe(toolList.tools.length);
});

test('the README can be read in five minutes', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(10 * 1024);
});

test('every block of JSON is JSON', () => {
  const texts = PAGES.flatMap((page) => blocks(page).filter(({ info }) => info.startsWith('json')));
  for (const { text } of texts) expect(() => JSON.parse(text), text).not.toThrow();
  expect(texts.length).toBeGreaterThan(10);
});

/** Waits until somebody listens at `--endpoint-url`, then is the AWS CLI, or prints what GetApis answers where there is none. */
const hasAws = spawnSync('aws', ['--version']).status === 0;
const AWS = `aws() {
  until curl -s -o /dev/null "$4/v2/apis"; do sleep 0.1; done
  ${hasAws ? 'command aws "$@"' : 'curl -s "$4/v2/apis"'}
}`;

test(`the sandbox of the README serves ${hasAws ? 'the AWS CLI' : 'GetApis (there is no AWS CLI here)'}`, async () => {
  const script = readme.find(({ text }) => text.includes('get-apis'))?.text ?? '';
  const port = String(20_000 + (process.pid % 20_000));
  const { stdout } = await bash(`${AWS}\n${script.replaceAll('4750', port)}\nkill %1`);
  const [started = '', ...apis] = stdout.trim().split('\n');
  expect(JSON.parse(started)).toMatchObject({ endpoint: `http://127.0.0.1:${port}` });
  const { Items, items } = JSON.parse(apis.join('\n'));
  const ids = (Items ?? items).map((api: Record<string, string>) => api['ApiId'] ?? api['apiId']);
  expect(ids).toEqual(JSON.parse(started).apis);
});

const local = blocks('docs/local-websocket-api.md');

test.each(
  local.flatMap(({ info, text: script }, at) => (info === 'sh' ? [{ script, printed: local[at + 1]?.text }] : [])),
)('the page on local WebSocket APIs: example %#', async ({ script, printed }) => {
  const port = String(20_000 + ((process.pid + 7) % 20_000));
  const { stdout } = await bash(script.replaceAll(/475\d/g, port));
  const [started = '', ...frames] = stdout.split('\n');
  expect(JSON.parse(started)).toMatchObject({ websocket: `ws://127.0.0.1:${port}` });
  expect(frames.join('\n')).toBe(printed);
});

/** A folder with an npx that runs the Inspector: the one at INSPECTOR, or a stand-in with the same options. */
async function inspectorPath(): Promise<string> {
  const folder = await temporaryFolder();
  const real = process.env['INSPECTOR'];
  const standIn = `exec "${process.execPath}" --import tsx test/support/inspector.ts "$@"`;
  await writeFile(join(folder, 'npx'), `#!/bin/sh\n${real ? `shift 2\nexec "${real}" "$@"` : standIn}\n`);
  await chmod(join(folder, 'npx'), 0o755);
  return folder;
}

async function bash(script: string, env: Record<string, string> = {}) {
  const PATH = `${await inspectorPath()}:${process.env['PATH']}`;
  const child = spawn('bash', ['-c', script], {
    env: { ...process.env, ...env, PATH },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [stdout, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { stdout, status };
}

const hasJq = spawnSync('jq', ['--version']).status === 0;
const [functions, ...scripting] = blocks('docs/scripting.md');
const oneLiners = scripting.flatMap(({ info, text }, index) =>
  info === 'sh' ? [{ script: text, output: scripting[index + 1] }] : [],
);

test('the page on scripting has one-liners, each with its output', () => {
  expect(oneLiners.length).toBeGreaterThan(8);
  expect(oneLiners.map(({ output }) => output?.info)).toEqual(oneLiners.map(() => 'text'));
});

test.runIf(hasJq).each(oneLiners)(
  '$script',
  async ({ script, output }) => {
    const { stdout } = await bash(`${functions?.text}\n${script}`);
    expect(stdout).toBe(output?.text);
  },
  120_000,
);

test.each([
  ['$default', 0, 'valid'],
  ['404', 5, 'invalid'],
])('the one-liner of the README with the key %s exits with %i', async (key, code, status) => {
  const script = readme.find(({ text }) => text.startsWith('npx'))?.text ?? '';
  const result = await bash(script.replace('$default', key));
  expect(result.status).toBe(code);
  expect(JSON.parse(result.stdout).result.structuredContent.Status).toBe(status);
});

test.runIf(hasJq)(
  'the example for CI fails on a file that would not be created, names it, and creates nothing',
  async () => {
    const { endpoint, seen } = await startEdge();
    const folder = await temporaryFolder();
    const draft = { ApiId: 'k3v9x1qz7d', IntegrationId: 'c9d5w0r', IntegrationResponseKey: '404', DryRun: false };
    await writeFile(join(folder, 'bad.json'), JSON.stringify(draft));
    await writeFile(join(folder, 'good.json'), JSON.stringify({ ...draft, IntegrationResponseKey: '/404/' }));
    const MCP_CONFIG = join(folder, 'config');
    const entry = { command: process.execPath, args: [MAIN], env: localEnv(endpoint) };
    await writeFile(MCP_CONFIG, JSON.stringify({ mcpServers: { 'integration-response': entry } }));
    const { status, stdout } = await bash(`examples/dry-run-all.sh ${folder}`, { MCP_CONFIG });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((request) => !request.startsWith('GET'))).toEqual([]);
    expect(status).toBe(1);
    expect(stdout.split('\n')).toEqual([
      `refused  ${folder}/bad.json`,
      expect.stringMatching(`^::error file=${folder}/bad.json::Nothing was created: `),
      `ok       ${folder}/good.json`,
      '',
    ]);
  },
);

test('the workflow for GitHub names files and versions that exist', () => {
  const workflow = read('examples/github-actions.yml');
  const config = JSON.parse(read('examples/mcp.read-only.json')) as Record<string, Record<string, HostEntry>>;
  expect(config['mcpServers']?.['integration-response']?.args).toContain('--read-only');
  expect(workflow).toContain('MCP_CONFIG: mcp.read-only.json');
  expect(workflow).toContain(`${packageJson.name}@${packageJson.version} @modelcontextprotocol/inspector@`);
});

const calls = PAGES.flatMap((page) =>
  blocks(page).flatMap(({ info, text }, index, all) => {
    const [, tool] = /^json (\w+)$/.exec(info) ?? [];
    return tool ? [{ page, tool, args: text, result: all[index + 1]?.text ?? '' }] : [];
  }),
);

test.each(calls)('$page: $tool $args', async ({ tool, args, result }) => {
  const client = await connect({ args: ['--sandbox'] });
  const { structuredContent } = await client.callTool({ name: tool, arguments: JSON.parse(args) });
  const wanted = JSON.parse(result) as Record<string, unknown>;
  const { Findings = [], ...members } = wanted as { Findings?: object[] };
  expect(structuredContent).toMatchObject(members);
  const found = Findings.map((finding) => expect.objectContaining(finding));
  expect((structuredContent as { Findings: object[] }).Findings).toEqual(expect.arrayContaining(found));
});

test('the docs have such calls', () => expect(calls.length).toBeGreaterThan(3));

test.each([...PAGES, ...readdirSync('docs/findings').map((name) => `docs/findings/${name}`)])(
  'every relative link of %s leads to a file, and an anchor to a heading',
  (page) => {
    for (const [, path = '', anchor] of read(page).matchAll(/\]\((?!https?:|finding)([^)#]+)(?:#([^)]+))?\)/g)) {
      const target = join(dirname(page), path);
      expect([page, target, existsSync(target)]).toEqual([page, target, true]);
      if (anchor === undefined) continue;
      const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
        text.toLowerCase().replaceAll(' ', '-'),
      );
      expect(headings).toContain(anchor);
    }
  },
);
