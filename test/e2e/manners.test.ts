// Protocol manners: every revision, probing, the prompt, the findings as resources, completions, log messages.
import { readdirSync, readFileSync } from 'node:fs';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import {
  type JSONRPCMessage,
  LATEST_PROTOCOL_VERSION,
  LoggingMessageNotificationSchema,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/sdk/types.js';
import { expect, onTestFinished, test } from 'vitest';
import toolList from '../../src/mcp/tool-list.json' with { type: 'json' };
import { VIEW_URI } from '../../src/mcp/view.ts';
import { BARE_ENV, connect, create, localEnv, MAIN } from '../support/connect.ts';
import { startEdge } from '../support/edge.ts';
import { CHAT_API, HTTP_API, MESSAGES, PING, SOUND } from '../support/seeded.ts';

const PROMPT = 'add_integration_response';

/** Requests as they stand on the wire, without a client that negotiates. */
async function wire() {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [MAIN, '--sandbox'],
    env: BARE_ENV,
    stderr: 'ignore',
  });
  const waiting = new Map<unknown, (message: JSONRPCMessage) => void>();
  transport.onmessage = (message) => 'id' in message && waiting.get(message.id)?.(message);
  await transport.start();
  onTestFinished(() => transport.close());
  let id = 0;
  return (method: string, params: Record<string, unknown>) =>
    new Promise<JSONRPCMessage>((resolve) => {
      id += 1;
      waiting.set(id, resolve);
      transport.send({ jsonrpc: '2.0', id, method, params });
    });
}

const hello = (protocolVersion: string) => ({
  protocolVersion,
  capabilities: {},
  clientInfo: { name: 'test', version: '0' },
});

test.each([
  ...SUPPORTED_PROTOCOL_VERSIONS.map((version) => [version, version]),
  ['2026-07-28', LATEST_PROTOCOL_VERSION],
  ['1.0', LATEST_PROTOCOL_VERSION],
])('a client of revision %s is answered in %s, lists the tools and calls one', async (asked = '', answered) => {
  const request = await wire();
  expect(await request('initialize', hello(asked))).toMatchObject({ result: { protocolVersion: answered } });
  expect(await request('tools/list', {})).toMatchObject({ result: toolList });
  const call = { name: 'create_integration_response', arguments: { ...SOUND, DryRun: true } };
  expect(await request('tools/call', call)).toMatchObject({ result: { structuredContent: { Status: 'valid' } } });
});

test('a client that probes for a newer protocol first is told so, and can fall back', async () => {
  const request = await wire();
  const _meta = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' };
  expect(await request('server/discover', { _meta })).toMatchObject({ error: { code: -32601 } });
  expect(await request('initialize', hello('2025-11-25'))).toMatchObject({ result: { capabilities: { tools: {} } } });
});

test('the server has a title and a small icon', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const { title, icons = [] } = client.getServerVersion() ?? {};
  expect(title).toMatch(/WebSocket/);
  expect(icons).toHaveLength(1);
  const svg = decodeURIComponent(icons[0]?.src.replace('data:image/svg+xml,', '') ?? '');
  expect(svg).toMatch(/^<svg xmlns='http:\/\/www\.w3\.org\/2000\/svg'.*<\/svg>$/);
  expect(Buffer.byteLength(icons[0]?.src ?? '')).toBeLessThan(500);
});

test('initialize and tools/list load none of the code behind prompts and resources', () => {
  const folder = new URL('../../dist/', import.meta.url);
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const code = readFileSync(new URL(name, folder), 'utf8');
    for (const [, next = ''] of code.matchAll(/(?:from\s*|import\s*|require\()"\.\/([\w.-]+\.m?js)"/g)) load(next);
  };
  load('main.js');
  const text = [...loaded].map((name) => readFileSync(new URL(name, folder), 'utf8')).join('');
  expect(text).toContain('notifications/message'); // the server itself is among it
  for (const part of [PROMPT, 'findings://catalogue', 'key-double-escaped']) expect(text).not.toContain(part);
});

test('the prompt leads through tools that exist, with what the person said', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const { prompts } = await client.listPrompts();
  expect(prompts.map(({ name, arguments: args = [] }) => [name, ...args.map((arg) => arg.name)])).toEqual([
    [PROMPT, 'When', 'Answer', 'ApiId', 'IntegrationId'],
  ]);
  const args = { When: '404\u202e', Answer: '{"type":"error"}', ApiId: CHAT_API };
  const { messages } = await client.getPrompt({ name: PROMPT, arguments: args });
  const text = messages.map(({ content }) => (content.type === 'text' ? content.text : '')).join();
  expect(text).toContain('backend: "404\\u202e"'); // nothing invisible
  expect(text).toContain('receive: "{"type":"error"}"');
  expect(text).toContain(`ApiId: "${CHAT_API}"\nIntegrationId: not known yet`);
  const tools = toolList.tools.map(({ name }) => name);
  const named = text.match(/\b[a-z]+_[a-z_]+\b/g) ?? [];
  expect(named).toContain('send_websocket_message');
  expect(named.filter((name) => !tools.includes(name))).toEqual([]);
});

test.each([
  ['an unknown prompt', 'prompts/get', { name: 'nope' }, -32602],
  ['a prompt without its arguments', 'prompts/get', { name: PROMPT }, -32602],
  ['a blank argument', 'prompts/get', { name: PROMPT, arguments: { When: ' ', Answer: 'x' } }, -32602],
  ['an unknown finding', 'resources/read', { uri: 'finding://nope' }, -32002],
  ['another scheme', 'resources/read', { uri: 'file:///etc/passwd' }, -32002],
  ['no address', 'resources/read', {}, -32602],
  ['a subscription, which is not offered', 'resources/subscribe', { uri: 'finding://key-form' }, -32601],
  ['an unknown log level', 'logging/setLevel', { level: 'loud' }, -32602],
])('%s is an error of the protocol', async (_, method, params, code) => {
  const request = await wire();
  expect(await request(method, params)).toMatchObject({ error: { code } });
});

test('the catalogue of findings is a resource, and each entry is readable by its code', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const read = async (uri: string) => {
    const [content] = (await client.readResource({ uri })).contents;
    return content && 'text' in content ? content.text : '';
  };
  const { resources } = await client.listResources();
  const { resourceTemplates } = await client.listResourceTemplates();
  expect(resources.map(({ uri }) => uri)).toEqual(['findings://catalogue', VIEW_URI]);
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['finding://{code}']);
  const linked = (await read('findings://catalogue')).matchAll(/\(finding:\/\/([a-z\d-]+)\)/g);
  const codes = [...linked].map(([, code]) => code);
  const pages = readdirSync('docs/findings').flatMap((name) => (name === 'README.md' ? [] : [name.replace('.md', '')]));
  expect(codes.toSorted()).toEqual(pages.toSorted());
  for (const code of codes) {
    expect(await read(`finding://${code}`)).toBe(readFileSync(`docs/findings/${code}.md`, 'utf8'));
  }
});

const ofPrompt = { type: 'ref/prompt', name: PROMPT } as const;
const ofFinding = { type: 'ref/resource', uri: 'finding://{code}' } as const;

test.each([
  ['all WebSocket APIs', ofPrompt, 'ApiId', '', {}, [CHAT_API]],
  ['an API by part of its name', ofPrompt, 'ApiId', 'CHAT', {}, [CHAT_API]],
  ['an API by its id', ofPrompt, 'ApiId', CHAT_API.slice(0, 3), {}, [CHAT_API]],
  ['no HTTP API', ofPrompt, 'ApiId', HTTP_API, {}, []],
  [
    'integrations of the API named before',
    ofPrompt,
    'IntegrationId',
    MESSAGES[0] ?? '',
    { ApiId: CHAT_API },
    [MESSAGES],
  ],
  ['no integration without an API', ofPrompt, 'IntegrationId', '', {}, []],
  ['no integration of an API that does not exist', ofPrompt, 'IntegrationId', '', { ApiId: 'a1b2c3d4e5' }, []],
  ['nothing for free text', ofPrompt, 'When', '4', {}, []],
  ['nothing for another prompt', { type: 'ref/prompt', name: 'nope' } as const, 'ApiId', '', {}, []],
  ['codes of findings', ofFinding, 'code', 'key-dou', {}, ['key-double-escaped']],
])('completes %s', async (_, ref, name, value, filled, values) => {
  const client = await connect({ args: ['--sandbox'] });
  const context = { arguments: filled as Record<string, string> };
  const { completion } = await client.complete({ ref, argument: { name, value }, context });
  expect(completion).toEqual({ values, total: values.length, hasMore: false });
});

test('completes to all integrations of an API', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const context = { arguments: { ApiId: CHAT_API } };
  const { completion } = await client.complete({
    ref: ofPrompt,
    argument: { name: 'IntegrationId', value: '' },
    context,
  });
  expect(completion.values).toEqual(expect.arrayContaining([MESSAGES, PING]));
});

test('sends nothing for an API that is a path', async () => {
  const { endpoint, seen } = await startEdge();
  const client = await connect({ env: localEnv(endpoint) });
  const argument = { name: 'IntegrationId', value: '' };
  const { completion } = await client.complete({ ref: ofPrompt, argument, context: { arguments: { ApiId: '../v2' } } });
  expect([completion.values, seen]).toEqual([[], []]);
});

test('gives at most 100 values, and says that there are more', async () => {
  const items = Array.from({ length: 130 }, (_, index) => ({
    apiId: `api${index}`,
    name: 'many',
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
  }));
  const { endpoint } = await startEdge((_, res) => {
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items }));
    return true;
  });
  const client = await connect({ env: localEnv(endpoint) });
  const { completion } = await client.complete({ ref: ofPrompt, argument: { name: 'ApiId', value: 'many' } });
  expect([completion.values.length, completion.total, completion.hasMore]).toEqual([100, 130, true]);
});

test('an account that cannot be read completes to nothing', async () => {
  const client = await connect(); // no credentials, no region
  const { completion } = await client.complete({ ref: ofPrompt, argument: { name: 'ApiId', value: '' } });
  expect(completion.values).toEqual([]);
});

test('log messages come at the level that the client chose, without a word of the arguments', async () => {
  let left = 0;
  const { endpoint } = await startEdge((req, res) => {
    if (req.method === 'GET' || left-- <= 0) return false;
    const headers = { 'x-amzn-errortype': 'TooManyRequestsException', 'retry-after': '0' };
    res.writeHead(429, headers).end('{"message":"Too Many Requests"}');
    return true;
  });
  const client = await connect({ env: localEnv(endpoint) });
  let logged: { level: string; data: unknown }[] = [];
  client.setNotificationHandler(LoggingMessageNotificationSchema, ({ params }) => {
    logged.push(params);
  });
  const attempt = async (args: typeof SOUND, throttled = 0) => {
    [logged, left] = [[], throttled];
    await create(client, { ...args, ResponseTemplates: { $default: '{"secret":"of the template"}' } });
    expect(JSON.stringify(logged)).not.toMatch(/secret|AKIDEXAMPLE|k3v9x1qz7d/);
    return logged.map(({ level }) => level);
  };
  const dry = { ...SOUND, DryRun: true };
  const unknownApi = { ...SOUND, ApiId: 'a1b2c3d4e5', AllowFindings: ['unknown-api'] };

  expect(await attempt(dry)).toEqual([]); // nobody asked
  await client.setLoggingLevel('debug');
  expect(await attempt({ ...SOUND, IntegrationResponseKey: '/404/' }, 1)).toEqual(['debug', 'info']);
  expect(logged).toMatchObject([
    { logger: 'create_integration_response', data: expect.stringMatching(/^TooManyRequestsException: attempt 2/) },
    { logger: 'create_integration_response', data: { Status: 'created', Milliseconds: expect.any(Number) } },
  ]);
  await client.setLoggingLevel('info');
  expect(await attempt({ ...SOUND, IntegrationResponseKey: '/405/' }, 1)).toEqual(['info']);
  await client.setLoggingLevel('warning');
  expect(await attempt(dry)).toEqual([]);
  expect(await attempt(unknownApi)).toEqual(['warning']);
  expect(logged).toMatchObject([{ data: { Status: 'failed', Error: 'NotFoundException' } }]);
  await client.setLoggingLevel('error');
  expect(await attempt(unknownApi)).toEqual([]);
});
