// What is published says the same everywhere, fits the registry's rules, and starts from where it is unpacked.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod/v3';
import manifest from '../manifest.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import packageLock from '../package-lock.json' with { type: 'json' };
import { stageBundle } from '../scripts/stage-bundle.ts';
import server from '../server.json' with { type: 'json' };
import toolList from '../src/mcp/tool-list.json' with { type: 'json' };
import { OPTIONS, variableOf } from '../src/options.ts';
import { BARE_ENV, localEnv } from './support/connect.ts';
import { startEdge } from './support/edge.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const DIST = new URL('../dist', import.meta.url).pathname;

/** Variables of the serving process that stand for a flag. */
const OWN_VARIABLES = Object.keys(OPTIONS)
  .filter((flag) => !['port', 'backend', 'version', 'help'].includes(flag))
  .map(variableOf);

test('the lock, the registry and the change log know this version', () => {
  const { name, version, mcpName } = packageJson;
  expect(packageLock).toMatchObject({ name, version });
  expect(server).toMatchObject({ name: mcpName, version });
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`\n## ${version}\n`);
});

test('the registry and the form of the extension name every limit of the operator', () => {
  const variables = ['AWS_PROFILE', 'AWS_REGION', ...OWN_VARIABLES].toSorted();
  const named = server.packages.flatMap(({ environmentVariables }) => environmentVariables.map((each) => each.name));
  expect(named.toSorted()).toEqual(variables);
  const { env } = manifest.server.mcp_config;
  expect(Object.keys(env).toSorted()).toEqual(variables);
  expect(Object.values(env).toSorted()).toEqual(
    Object.keys(manifest.user_config)
      .map((name) => `\${user_config.${name}}`)
      .toSorted(),
  );
});

test('no host cuts the name of a tool', () => {
  expect(manifest.display_name.length).toBeLessThanOrEqual(29);
  const names = toolList.tools.map(({ name }) => `mcp__${manifest.display_name}__${name}`);
  expect(names.filter((name) => name.length > 64)).toEqual([]);
});

test('the tarball has no dependency and no source map, its documents, and at most 1.5 MB', () => {
  expect(Object.keys(packageJson)).not.toContain('dependencies');
  const pack = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [{ size, files }] = JSON.parse(pack) as [{ size: number; files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  expect(size).toBeLessThanOrEqual(1.5 * 1024 * 1024);
  expect(paths.filter((path) => path.endsWith('.map'))).toEqual([]);
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/main.js',
      'dist/serve.js',
      'dist/LICENCES.txt',
      'docs/troubleshooting.md',
      'README.md',
    ]),
  );
});

test('npm run publishable names what a publisher must fill in', () => {
  const { status, stderr } = spawnSync('npx', ['tsx', 'scripts/publishable.ts'], { encoding: 'utf8' });
  const named = [...stderr.matchAll(/^(\w+) in package\.json/gm)].map(([, name]) => name);
  expect(named).toEqual(
    Object.keys(packageJson).filter((name) => JSON.stringify(packageJson[name as never]).includes('OWNER')),
  );
  expect(status).toBe(named.length > 0 ? 1 : 0);
});

test('every package that is bundled stands in LICENCES.txt, with the text of its licence', () => {
  const licences = readFileSync(join(DIST, 'LICENCES.txt'), 'utf8');
  const maps = readdirSync(DIST).filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(DIST, name), 'utf8')).sources as string[]);
  const packages = new Set(sources.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  expect([...packages]).toEqual(
    expect.arrayContaining(['@aws-sdk/client-apigatewayv2', '@modelcontextprotocol/sdk', 'zod']),
  );
  expect([...packages].filter((name) => !licences.includes(`\n## ${name} `))).toEqual([]);
  for (const words of ['TERMS AND CONDITIONS FOR USE', 'Permission is hereby granted'])
    expect(licences).toContain(words);
});

/** What the registry's schema of 2025-12-11 demands of the members used here. */
const Input = z
  .object({
    name: z.string(),
    description: z.string(),
    format: z.enum(['string', 'number', 'boolean', 'filepath']),
    default: z.string(),
    placeholder: z.string(),
  })
  .partial({ format: true, default: true, placeholder: true })
  .strict();
const Server = z
  .object({
    $schema: z.literal('https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'),
    name: z.string().regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
    title: z.string().min(1).max(100),
    description: z.string().min(1).max(100),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    repository: z.object({ url: z.string().url(), source: z.literal('github') }).strict(),
    packages: z.array(
      z
        .object({
          registryType: z.literal('npm'),
          identifier: z.string(),
          version: z.string(),
          runtimeHint: z.literal('npx'),
          transport: z.object({ type: z.literal('stdio') }).strict(),
          environmentVariables: z.array(Input),
        })
        .strict(),
    ),
  })
  .strict();

test('server.json is as the registry demands', () => {
  expect(Server.safeParse(server).error?.issues).toBeUndefined();
});

/** A copy of the schema, or of the manifest's, is not kept here: the path to one asks for this test. */
test.runIf(process.env['SERVER_SCHEMA'])('server.json is valid by the schema given as SERVER_SCHEMA', () => {
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(process.env['SERVER_SCHEMA'] ?? '', 'utf8'));
  expect(new AjvJsonSchemaValidator().getValidator(schema)(server).errorMessage).toBeUndefined();
});

/** Starts what was staged as a host does: the placeholders of the manifest filled in. */
async function startBundle(chosen: Record<string, string | boolean>, env: Record<string, string> = {}) {
  const folder = await temporaryFolder();
  await stageBundle(folder);
  const defaults = Object.entries(manifest.user_config).map(([name, option]) => [name, option.default]);
  const values: Record<string, unknown> = { ...Object.fromEntries(defaults), ...chosen };
  const fill = (text: string) =>
    text
      .replace('${__dirname}', folder)
      .replace(/\$\{user_config\.(\w+)\}/g, (_, name: string) => String(values[name]));
  const { args, env: variables } = manifest.server.mcp_config;
  const own = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, fill(value)]));
  const client = new Client({ name: 'test', version: '0' });
  const command = process.execPath;
  await client.connect(
    new StdioClientTransport({ command, args: args.map(fill), env: { ...BARE_ENV, ...env, ...own }, stderr: 'ignore' }),
  );
  onTestFinished(() => client.close());
  return client;
}

test('the bundle starts from its own folder, lists the tools and answers', async () => {
  const client = await startBundle({ sandbox: true, read_only: true });
  expect((await client.listTools()).tools).toHaveLength(toolList.tools.length);
  expect((await client.readResource({ uri: 'finding://key-form' })).contents).toHaveLength(1);
  const { structuredContent } = await client.callTool({ name: 'describe_websocket_api', arguments: {} });
  expect(structuredContent).toMatchObject({ Status: 'listed', Target: { Backend: 'sandbox' } });
});

test('options left blank are as if they were not there', async () => {
  const folder = await temporaryFolder();
  const { endpoint } = await startEdge();
  const { AWS_REGION: _none, ...env } = localEnv(endpoint);
  const config = `${folder}/config`;
  await writeFile(config, '[default]\nregion = eu-west-1\n');
  const client = await startBundle({}, { ...env, AWS_CONFIG_FILE: config });
  const { structuredContent } = await client.callTool({ name: 'describe_websocket_api', arguments: {} });
  expect(structuredContent).toMatchObject({ Status: 'listed', Target: { Backend: 'aws', Region: 'eu-west-1' } });
});
