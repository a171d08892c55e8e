// The command line, the environment, and what the operator allows.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ApiGatewayV2Client, GetIntegrationResponsesCommand } from '@aws-sdk/client-apigatewayv2';
import { expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { OPTIONS, variableOf } from '../../src/options.ts';
import { BARE_ENV, connect, create, localEnv, MAIN } from '../support/connect.ts';
import { startEdge } from '../support/edge.ts';
import { MESSAGES, SOUND } from '../support/seeded.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [MAIN, ...args],
      { env: { ...BARE_ENV, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      },
    );
    child.stdin?.end();
  });
}

const LISTS = Object.entries(OPTIONS).flatMap(([flag, option]) => ('multiple' in option ? [flag] : []));

test('--version and --help', async () => {
  expect(await run(['--version'])).toMatchObject({ code: 0, stdout: `${manifest.version}\n` });
  const help = await run(['--help']);
  expect(help.code).toBe(0);
  for (const flag of Object.keys(OPTIONS)) expect(help.stdout).toContain(`--${flag}`);
});

test.each([
  [['--nonsense'], {}, '--nonsense'],
  [['frobnicate'], {}, 'frobnicate'],
  [['--timeout', 'soon'], {}, '--timeout'],
  [['sandbox', '--port', '99999'], {}, '--port'],
  [[], { INTEGRATION_RESPONSE_MCP_SANDBOX: '${user_config.sandbox}' }, 'INTEGRATION_RESPONSE_MCP_SANDBOX'],
  [[], { AWS_PROFILE: '${input:profile}' }, 'AWS_PROFILE'],
  [[], { AWS_SECRET_ACCESS_KEY: '${env:SECRET}' }, 'AWS_SECRET_ACCESS_KEY'],
  [['--allow-api', '${user_config.api}'], {}, '${user_config.api}'],
  [['--profiles=${input:profile}'], {}, '--profiles'],
  [[], { INTEGRATION_RESPONSE_MCP_READ_ONLY: 'perhaps' }, 'INTEGRATION_RESPONSE_MCP_READ_ONLY'],
  [[], { INTEGRATION_RESPONSE_MCP_SANDBOX: ' ' }, 'INTEGRATION_RESPONSE_MCP_SANDBOX'],
  [[], { INTEGRATION_RESPONSE_MCP_TIMEOUT: ' ' }, 'INTEGRATION_RESPONSE_MCP_TIMEOUT'],
  [['--readonly'], {}, '--read-only'],
  [['--allow-apis', 'x'], {}, '--allow-api?'],
  [[], { INTEGRATION_RESPONSE_MCP_READONLY: 'true' }, 'INTEGRATION_RESPONSE_MCP_READ_ONLY'],
  [[], { INTEGRATION_RESPONSE_MCP_ALLOW_APIS: 'x' }, 'INTEGRATION_RESPONSE_MCP_ALLOW_API?'],
  [[], { integration_response_mcp_allow_api: 'x' }, 'INTEGRATION_RESPONSE_MCP_ALLOW_API?'],
  [[], { INTEGRATION_RESPONSE_MCP_COLOUR_OF_LOGS: 'x' }, 'COLOUR_OF_LOGS'],
  [['--tools', 'describe_websocket_apis'], {}, 'describe_websocket_api?'],
  [[], { INTEGRATION_RESPONSE_MCP_TOOLS: 'delete_everything' }, 'create_integration_response'],
  ...LISTS.flatMap((flag) => [
    [[`--${flag}`, ''], {}, `--${flag}`],
    [[`--${flag}=, ,`], {}, `--${flag}`],
    ...[' ', ',', ' ,\t, '].map((blank) => [[], { [variableOf(flag)]: blank }, variableOf(flag)]),
  ]),
] as [string[], Record<string, string>, string][])('%j %j is refused at start, naming %s', async (args, env, named) => {
  const { code, stdout, stderr } = await run(args, env);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(named);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('every flag has a variable', async () => {
  const client = await connect({
    env: {
      INTEGRATION_RESPONSE_MCP_SANDBOX: 'true',
      INTEGRATION_RESPONSE_MCP_READ_ONLY: '1',
      INTEGRATION_RESPONSE_MCP_ALLOW_API: 'x, y',
    },
  });
  const result = await create(client, SOUND);
  expect(result).toMatchObject({ Status: 'invalid', Target: { Backend: 'sandbox' } });
  expect(result.Findings[0]).toMatchObject({ Code: 'api-not-allowed', Fix: expect.stringContaining('x, y') });
});

test('only the tools that the operator names are listed and can be called', async () => {
  const client = await connect({ args: ['--sandbox', '--tools', 'describe_websocket_api'] });
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['describe_websocket_api']);
  await expect(create(client, SOUND)).rejects.toThrow('Unknown tool: create_integration_response');
  expect(await client.callTool({ name: 'describe_websocket_api' })).toMatchObject({ isError: false });
});

test('a list that a host left blank limits nothing', async () => {
  const blank = Object.fromEntries(LISTS.map((flag) => [variableOf(flag), '']));
  const client = await connect({ args: ['--sandbox'], env: blank });
  expect(await create(client, { ...SOUND, DryRun: true })).toMatchObject({ Status: 'valid' });
});

test('the sandbox alone prints one line and serves any client', async () => {
  const child = spawn(process.execPath, [MAIN, 'sandbox', '--port', '0'], { env: BARE_ENV });
  onTestFinished(() => {
    child.kill();
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { endpoint, apis } = JSON.parse(line);
  const client = new ApiGatewayV2Client({
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  const { Items } = await client.send(new GetIntegrationResponsesCommand({ ApiId: apis[0], IntegrationId: MESSAGES }));
  expect(Items?.[0]?.IntegrationResponseKey).toBe('/2\\d\\d/');
});

test('region and profile of a call are those the operator allows', async () => {
  const { endpoint, seen } = await startEdge();
  const client = await connect({ args: ['--regions', 'eu-west-1,us-west-2'], env: localEnv(endpoint) });
  expect(await create(client, { ...SOUND, DryRun: true, Region: 'eu-west-1' })).toMatchObject({
    Status: 'valid',
    Target: { Region: 'eu-west-1' },
  });
  expect(await create(client, { ...SOUND, DryRun: true, Region: 'us-east-1' })).toMatchObject({
    Status: 'valid',
    Target: { Region: 'us-east-1' },
  });
  seen.length = 0;
  for (const choice of [{ Region: 'ap-south-1' }, { Region: 'evil.example.com/' }, { Profile: 'admin' }]) {
    const result = await create(client, { ...SOUND, DryRun: true, ...choice });
    expect(result).toMatchObject({ Status: 'invalid', Findings: [{ Path: Object.keys(choice) }] });
  }
  expect(seen).toEqual([]);
});

test('a profile that the operator allows brings only an allowed region along', async () => {
  const { endpoint, seen } = await startEdge();
  // The variable would go before the region of any profile.
  const { AWS_REGION: _, ...env } = localEnv(endpoint);
  const folder = await temporaryFolder();
  const config = join(folder, 'config');
  const keys = 'aws_access_key_id = A\naws_secret_access_key = not-a-secret\n';
  await writeFile(config, `[profile near]\nregion = eu-west-1\n${keys}[profile far]\nregion = ap-south-1\n${keys}`);
  const client = await connect({
    args: ['--regions', 'eu-west-1', '--profiles', 'near,far'],
    env: { ...env, AWS_CONFIG_FILE: config },
  });
  expect(await create(client, { ...SOUND, DryRun: true, Profile: 'near' })).toMatchObject({
    Status: 'valid',
    Target: { Region: 'eu-west-1' },
  });
  seen.length = 0;
  expect(await create(client, { ...SOUND, DryRun: true, Profile: 'far' })).toMatchObject({
    Status: 'invalid',
    Findings: [{ Code: 'region-not-allowed', Path: ['Profile'] }],
  });
  expect(seen).toEqual([]);
  expect(await create(client, { ...SOUND, DryRun: true, Profile: 'far', Region: 'eu-west-1' })).toMatchObject({
    Status: 'valid',
    Target: { Region: 'eu-west-1', Profile: 'far' },
  });
});
