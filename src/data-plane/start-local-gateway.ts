// Control plane and data plane together, on one port of this machine.
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import type { Replacement } from './backends/address.ts';
import type { Endpoints } from './backends/aws-services.ts';
import type { ConnectionTimes } from './connections.ts';
import { createDataPlane } from './data-plane.ts';
import { logTo } from './execution-log.ts';

export interface LocalGatewayOptions {
  /** 0: any free port. */
  readonly port?: number;
  readonly replacements?: readonly Replacement[];
  /** The environment, or the variables of it that name endpoints. */
  readonly endpoints?: Endpoints;
  /** Takes the lines of the execution log. */
  readonly write?: (line: string) => void;
  readonly times?: ConnectionTimes;
}

/** Rejects when the port is taken. */
export const startLocalGateway = ({
  port = 0,
  replacements = [],
  endpoints = {},
  write,
  times,
}: LocalGatewayOptions = {}): Promise<Sandbox> =>
  startSandbox({
    port,
    dataPlane: (account) =>
      createDataPlane(account, {
        backends: { replacements, endpoints },
        log: write ? logTo(write) : () => undefined,
        ...(times && { times }),
      }),
  });
