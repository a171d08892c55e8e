// Runs what may take long in threads of its own, so that the thread that speaks the protocol is never held up.
// By hand: workerpool (10.0.3) answers no queued task any more once a thread has died of its memory limit.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ExhaustedError } from './exhausted-error.ts';

/** Asked of a thread, and its answer. */
export interface Task {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export type Answer = { readonly id: number } & ({ readonly output: unknown } | { readonly error: string });

export interface PoolOptions {
  /** The module that a thread runs: it answers every `Task` with an `Answer`. */
  readonly entry: URL;
  /** Milliseconds from asking to the end of a task, waiting for a thread included. */
  readonly time: number;
  /** Megabytes the heap of a thread may have. */
  readonly memory: number;
  /** Threads at most; default: one a core, two at most. */
  readonly threads?: number;
}

export interface Pool {
  /**
   * The output of the task. Rejects with `ExhaustedError` at a bound, with the signal's reason when it is raised, and with
   * an `Error` where the task threw. Tasks begin in the order in which they came.
   */
  run(name: string, input: unknown, signal?: AbortSignal): Promise<unknown>;
  /** Starts a thread ahead of the first task. */
  warm(): void;
}

interface Waiting extends Task {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Waiting | undefined;
}

const MAX_THREADS = 2;

/** Starts no thread before the first task; a thread that has started stays for the next ones. */
export function createPool({ entry, time, memory, threads: most }: PoolOptions): Pool {
  const max = most ?? Math.max(1, Math.min(MAX_THREADS, availableParallelism()));
  const threads = new Set<Thread>();
  const queue: Waiting[] = [];
  let lastId = 0;

  /** Takes the task from its thread: whatever comes next is no longer about it. */
  function released(thread: Thread): Waiting | undefined {
    const { task } = thread;
    thread.task = undefined;
    thread.worker.unref();
    return task;
  }

  /** Ends the thread with whatever it was doing; the next task starts another. */
  function end(thread: Thread, error: unknown): void {
    threads.delete(thread);
    released(thread)?.reject(error);
    thread.worker.terminate();
    next();
  }

  function start(): Thread {
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memory }, stderr: true });
    const thread: Thread = { worker, task: undefined };
    threads.add(thread);
    worker.on('message', (answer: Answer) => {
      const task = thread.task?.id === answer.id ? released(thread) : undefined;
      if (!task) return;
      if ('error' in answer) task.reject(new Error(answer.error));
      else task.resolve(answer.output);
      next();
    });
    worker.on('error', (error: Error & { code?: string }) =>
      end(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ExhaustedError('memory') : error),
    );
    return thread;
  }

  function next(): void {
    const [task] = queue;
    if (!task) return;
    const idle = [...threads].find((thread) => thread.task === undefined);
    const thread = idle ?? (threads.size < max ? start() : undefined);
    if (!thread) return;
    queue.shift();
    thread.task = task;
    thread.worker.ref();
    thread.worker.postMessage({ id: task.id, name: task.name, input: task.input } satisfies Task);
  }

  return {
    warm() {
      if (threads.size === 0) start().worker.unref();
    },
    run(name, input, signal) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const stop = (error: unknown) => {
          const place = queue.findIndex((each) => each.id === id);
          if (place >= 0) queue.splice(place, 1);
          const thread = [...threads].find(({ task }) => task?.id === id);
          if (thread) end(thread, error);
          else {
            settled();
            reject(error);
          }
        };
        const abort = () => stop(signal?.reason);
        const timer = setTimeout(stop, time, new ExhaustedError('time'));
        const settled = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.push({
          id,
          name,
          input,
          resolve(output) {
            settled();
            resolve(output);
          },
          reject(error) {
            settled();
            reject(error);
          },
        });
        next();
      });
    },
  };
}
