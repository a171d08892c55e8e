import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Deviation, startDeviatingSandbox } from './deviating-proxy.ts';

interface Recording {
  readonly experiments: readonly { readonly id: string; readonly verdict: string }[];
}

function start(environment: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/conformance.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return { child, exited: once(child, 'exit').then(([code]) => code as number), output: () => output };
}

async function deviating(deviation: Deviation, alter?: (sent: string) => string) {
  const sandbox = await startDeviatingSandbox(deviation, alter);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

test('every prediction is fulfilled by the sandbox', async () => {
  const { exited, output } = start({}, '--sandbox');
  expect(await exited, output()).toBe(0);
  expect(output()).toMatch(/^\d\d agree, 0 differ, 0 new$/m);
});

test('exactly the deviations are reported, and nothing is left', async () => {
  const sandbox = await deviating(
    ({ status, sent, body, path }) => {
      if (status === 409 && sent.includes('$default')) return { status: 400, type: 'BadRequestException' }; // C1
      if (sent.includes('"//"')) return { status: 400, type: 'BadRequestException', body: '{"message":"no"}' }; // C5
      if (path.endsWith('maxResults=1')) return { body: body.replace('"items"', '"Items"') }; // C24
      return undefined;
    },
    (sent) => sent.replace("it's", 'its'),
  ); // R20
  const file = join(await temporaryFolder(), 'recording.json');
  const { exited } = start({}, '--endpoint', sandbox.endpoint, '--out', file);
  expect(await exited).toBe(1);
  const { experiments }: Recording = JSON.parse(await readFile(file, 'utf8'));
  expect(experiments.filter(({ verdict }) => verdict !== 'agrees').map(({ id }) => id)).toEqual([
    'C1',
    'C5',
    'C24',
    'R20',
  ]);
  expect((await sandbox.apiNames()).filter((name) => name.includes('conformance'))).toEqual([]);
});

test.each(['SIGTERM', 'SIGKILL'] as const)('what a run has made goes after %s', async (signal) => {
  let run: ReturnType<typeof start> | undefined;
  let seen = 0;
  const sandbox = await deviating(() => {
    seen += 1;
    if (seen === 20) run?.child.kill(signal);
    return undefined;
  });
  const left = async () => (await sandbox.apiNames()).filter((name) => name.includes('conformance')).length;

  run = start({}, '--endpoint', sandbox.endpoint);
  await run.exited;
  expect(await left()).toBe(signal === 'SIGKILL' ? 2 : 0);
  const { exited, output } = start({}, '--endpoint', sandbox.endpoint, '--clean-up');
  expect(await exited, output()).toBe(0);
  expect(await left()).toBe(0);
});

test.each(['', '--yes-in-account 123456789012', '--region us-east-1', '--endpoint https://example.com'])(
  'it does not start with "%s"',
  async (args) => {
    const { exited, output } = start({}, ...args.split(' ').filter(Boolean));
    expect(await exited).toBe(1);
    expect(output()).toContain('--yes-in-account');
  },
);

describe('in an account', () => {
  const identity = (account: string) =>
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;

  async function inAccount(actual: string, ...args: readonly string[]) {
    const times: number[] = [];
    const sandbox = await deviating(({ path }) => {
      if (path === '/') return { status: 200, type: null, body: identity(actual) };
      times.push(performance.now());
      return undefined;
    });
    const environment = {
      AWS_ENDPOINT_URL: sandbox.endpoint,
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
    };
    const { exited, output } = start(environment, '--yes-in-account', '123456789012', '--region', 'us-east-1', ...args);
    return { code: await exited, output: output(), times, left: await sandbox.apiNames() };
  }

  test('nothing is asked of another account than the one named', async () => {
    const { code, output, times } = await inAccount('999999999999');
    expect(code).toBe(1);
    expect(output).toContain('999999999999');
    expect(times).toEqual([]);
  });

  test('at most 8 requests a second are sent, and all that was made is deleted', async () => {
    const { code, output, times, left } = await inAccount('123456789012', '--only', 'C3,C5');
    expect(code, output).toBe(0);
    expect(output).toContain('2 agree, 0 differ, 0 new');
    expect(times.length).toBeGreaterThan(12);
    const [first = 0] = times;
    expect(((times.at(-1) ?? 0) - first) / (times.length - 1)).toBeGreaterThan(100);
    expect(left.filter((name) => name.includes('conformance'))).toEqual([]);
  });
});
