import type { Gateway } from '../../src/aws/gateway.ts';
import type { CallContext } from '../../src/tool.ts';

/** The context of a call in this process, with nothing forbidden. */
export const callContext = (gateway: Gateway, signal = new AbortController().signal): CallContext => ({
  gateway: async () => gateway,
  target: { Backend: 'sandbox' },
  readOnly: false,
  allowedApis: undefined,
  allowedRegions: [],
  allowedProfiles: [],
  signal,
  progress: () => undefined,
});
