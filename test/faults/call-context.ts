import type { CallContext } from '../../src/mcp/tool.ts';

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
  signal,
  progress: () => undefined,
});
