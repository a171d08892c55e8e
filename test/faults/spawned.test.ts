// The same faults through a spawned server, from the tool's arguments to its result on the wire.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import type { CreateResult } from '../../src/contract/create.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { BARE_ENV, localEnv, MAIN } from '../support/connect.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { COLLECTION, SOUND } from '../support/seeded.ts';
import { random } from './faults.ts';
import { planner } from './schedule.ts';

const CALLS = 30;
const SECRET = 'what-nobody-but-the-control-plane-may-see';

test('one server, many creates at once, a bad network: every result is true and nothing reaches a log', {
  timeout: 90_000,
}, async () => {
  const sandbox = await startSandbox();
  const proxy = await startFaultProxy(sandbox.endpoint, planner(random(7), 0.2, 2000));
  const child = spawn(process.execPath, [MAIN, '--timeout', '4'], {
    env: { ...BARE_ENV, ...localEnv(proxy.endpoint) },
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await proxy.close();
    await sandbox.close();
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const results = new Map<number, CreateResult>();
  const answered = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, result } = JSON.parse(line) as { id: number; result: { structuredContent: CreateResult } };
      results.set(id, result.structuredContent);
      if (results.size === CALLS) resolve();
    });
  });
  const wanted = (id: number) => ({
    ...SOUND,
    IntegrationResponseKey: `/4${id}\\d/`,
    ResponseTemplates: { $default: `{"id":${id},"text":"${SECRET}"}` },
  });
  for (let id = 0; id < CALLS; id++) {
    const params = { name: 'create_integration_response', arguments: wanted(id) };
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params })}\n`);
  }
  await answered;
  await proxy.settled();
  const { items } = (await (await fetch(`${sandbox.endpoint}${COLLECTION}?maxResults=500`)).json()) as {
    items: { integrationResponseId: string; integrationResponseKey: string }[];
  };
  for (const [id, { Status, IntegrationResponse, Error: error, Summary }] of results) {
    const made = items.filter(
      ({ integrationResponseKey }) => integrationResponseKey === wanted(id).IntegrationResponseKey,
    );
    expect(made.length).toBeLessThanOrEqual(1);
    if (Status === 'created') expect(made[0]?.integrationResponseId).toBe(IntegrationResponse?.IntegrationResponseId);
    else if (error?.Effect !== 'unknown') expect(made, Summary).toEqual([]);
  }
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(log).not.toContain(SECRET);
});
