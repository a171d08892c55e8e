import type { CallContext } from '../../src/mcp/tool.ts';
import { type RunTask, TASKS } from '../../src/work/tasks.ts';

/** Runs tasks where they are asked for. */
const inPlace: RunTask = async (name, args) => (TASKS[name] as (...args: readonly unknown[]) => never)(...args);

/** The context of a call in this process, with nothing forbidden. */
export const callContext = (gateway: CallContext['gateway'], signal = new AbortController().signal): CallContext => ({
  gateway,
  target: { Backend: 'sandbox' },
  readOnly: false,
  allowedApis: undefined,
  allowedStages: undefined,
  offers: () => true,
  allowedRegions: [],
  allowedProfiles: [],
  runTask: inPlace,
  signal,
  progress: () => undefined,
});
