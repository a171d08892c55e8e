import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ExhaustedError } from '../../src/work/exhausted-error.ts';
import { createPool } from '../../src/work/pool.ts';

const entry = new URL('./thread.mjs', import.meta.url);
const pool = (options: { time?: number; threads?: number } = {}) =>
  createPool({ entry, time: 20_000, memory: 64, threads: 1, ...options });

test('tasks are answered, more of them than threads', async () => {
  const { run } = pool({ threads: 2 });
  const outputs = await Promise.all(Array.from({ length: 50 }, (_, n) => run('double', n)));
  expect(outputs).toEqual(Array.from({ length: 50 }, (_, n) => 2 * n));
});

test('a task that waits too long for a thread is ended as well', async () => {
  const { run } = pool({ time: 300 });
  const [, waiting] = await Promise.allSettled([run('hangs', 0), run('double', 1)]);
  expect(waiting).toMatchObject({ status: 'rejected', reason: { bound: 'time' } });
});

test('a task that throws leaves its thread at work', async () => {
  const { run } = pool();
  await expect(run('throws', 0)).rejects.toThrow('TypeError: no');
  expect(await run('double', 4)).toBe(8);
});

test('a task that hangs is ended at its bound, and the next ones go on in another thread', async () => {
  const { run } = pool({ time: 2000 });
  const hanging = run('hangs', 0);
  await sleep(1000);
  const after = run('double', 5);
  await expect(hanging).rejects.toMatchObject({ bound: 'time' });
  expect(await after).toBe(10);
});

test('a task that fills its memory is ended, and this process lives', async () => {
  const { run } = pool();
  const error = await run('fills', 0).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ExhaustedError);
  expect(error).toMatchObject({ bound: 'memory' });
  expect(await run('double', 6)).toBe(12);
});

test('the thread of the caller is free while a task hangs', async () => {
  const { run } = pool({ time: 500 });
  let ended = false;
  const hanging = run('hangs', 0).catch(() => {
    ended = true;
  });
  await sleep(50);
  expect(ended).toBe(false);
  await hanging;
});

test('a cancelled task is ended whether it waits or runs', async () => {
  const { run } = pool();
  const [running, waiting] = [new AbortController(), new AbortController()];
  const outcomes = Promise.allSettled([run('hangs', 0, running.signal), run('double', 1, waiting.signal)]);
  waiting.abort('waiting');
  running.abort('running');
  expect((await outcomes).map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([
    'running',
    'waiting',
  ]);
  await expect(run('double', 1, AbortSignal.abort('before'))).rejects.toBe('before');
  expect(await run('double', 7)).toBe(14);
});
