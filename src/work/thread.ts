// A thread of the pool: answers one task after the other.
import { parentPort } from 'node:worker_threads';
import type { Answer, Task } from './pool.ts';
import { TASKS } from './tasks.ts';

parentPort?.on('message', ({ id, name, input }: Task) => {
  parentPort?.postMessage(answer(id, name as keyof typeof TASKS, input));
});

function answer(id: number, name: keyof typeof TASKS, input: unknown): Answer {
  try {
    const task = TASKS[name] as (...args: readonly unknown[]) => unknown;
    return { id, output: task(...(input as readonly unknown[])) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
