import { setMaxListeners } from 'node:events';

/**
 * Runs with a signal that is raised when the caller's is, and after that many milliseconds at the latest. Composed by
 * hand: Node 20 may collect an `AbortSignal.any` of an `AbortSignal.timeout` while somebody waits for it, and then it
 * never fires.
 */
export async function within<T>(
  milliseconds: number,
  signal: AbortSignal,
  run: (deadline: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  setMaxListeners(0, signal, controller.signal); // one call waits for as many requests as it makes at a time
  const raise = () => controller.abort();
  const timer = setTimeout(raise, milliseconds);
  signal.addEventListener('abort', raise, { once: true });
  if (signal.aborted) raise();
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', raise);
  }
}
