// The tasks of this server in threads. Loaded when a call first needs it.
import { createPool } from './pool.ts';
import type { RunTask } from './tasks.ts';

/** Each task has bounds of its own well below this; many at once wait for each other. */
const TIME_MS = 9000;
const MEMORY_MB = 192;

const pool = createPool({ entry: new URL('./thread.mjs', import.meta.url), time: TIME_MS, memory: MEMORY_MB });

/** Starts a thread, so that the first call finds one. */
export const warmThread = (): void => pool.warm();

export const runTask: RunTask = async (name, args, signal) =>
  (await pool.run(name, args, signal)) as Awaited<ReturnType<RunTask>> as never;
