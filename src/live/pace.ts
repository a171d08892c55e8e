import { setTimeout as sleep } from 'node:timers/promises';

/** The whole control plane of an account allows 10 requests a second, other tools included. */
export const PER_SECOND = 10;

/**
 * Runs tasks, at most `PER_SECOND` of them in any second as the other side sees it: each of so many lanes rests a second
 * after its task. Once the signal is raised nobody rests.
 */
export function createPace(signal: AbortSignal): <T>(task: () => Promise<T>) => Promise<T> {
  const lanes = Array.from({ length: PER_SECOND }, () => Promise.resolve());
  let next = 0;
  return (task) => {
    const lane = next++ % PER_SECOND;
    const result = (lanes[lane] ?? Promise.resolve()).then(task);
    const rest = () => sleep(1000, undefined, { signal, ref: false }).catch(() => undefined);
    lanes[lane] = result.then(rest, rest);
    return result;
  };
}
