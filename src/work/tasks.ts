// What a thread is asked for: pure functions over plain data that may take long.
import { CHANGES } from '../change/changes.ts';
import type { Finding } from '../contract/finding.ts';
import { describeApi } from '../describe/describe-api.ts';
import { preview } from '../preview/preview.ts';

/** All findings of a write; without `state` those of the arguments alone. */
function judgeChange(tool: keyof typeof CHANGES, args: object, state?: object): Finding[] {
  const { judge } = CHANGES[tool] as { readonly judge: (args: object, state?: object) => Finding[] };
  return judge(args, state);
}

export const TASKS = { judgeChange, describeApi, preview };

type Tasks = typeof TASKS;

/** Runs one of them; rejects with `ExhaustedError` at a bound of time or memory, and with the signal's reason. */
export type RunTask = <Name extends keyof Tasks>(
  name: Name,
  args: Parameters<Tasks[Name]>,
  signal?: AbortSignal,
) => Promise<ReturnType<Tasks[Name]>>;
