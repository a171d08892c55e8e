import type { CreateArguments, CreateResult } from '../contract/create.ts';
import type { CreateIntegrationResponseRequest, IntegrationResponse } from '../contract/integration-response.ts';
import { blocking, dryRun } from '../dry-run/dry-run.ts';
import { checksOf } from '../live/checks.ts';
import { readLive, readRouteResponses } from '../live/read-live.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';
import type { Change } from './change.ts';
import { exportAs } from './export-as.ts';
import { nextSteps } from './next-steps.ts';
import { conflict, subjectOf, unknownParent } from './response-state.ts';
import { deleteStep } from './response-steps.ts';

/** The documented parameters alone. */
function requestOf<Args extends Partial<CreateArguments>>(args: Args) {
  const { DryRun, AllowFindings, As, Region, Profile, ...request } = args;
  return request;
}

export const createIntegrationResponse: Change<
  CreateArguments,
  Snapshot,
  IntegrationResponse,
  'created',
  Pick<CreateResult, 'IntegrationResponse' | 'Export'>
> = {
  done: 'created',
  judge: (args, live) => dryRun(subjectOf(requestOf(args), live)),
  read: readLive,
  readMore: readRouteResponses,
  send(gateway, args, { responses }, options) {
    const request: CreateIntegrationResponseRequest = requestOf(args);
    const before = responses && (responses.find(hasKey(args.IntegrationResponseKey)) ?? null);
    return gateway.createIntegrationResponse(request, before, options);
  },
  checks: checksOf,
  foreseen: (args, live) => unknownParent(live) ?? conflict(args, live),
  tell: (_, { IntegrationResponseId = '', IntegrationResponseKey = '' }) =>
    `Created integration response ${IntegrationResponseId} with key ${quote(IntegrationResponseKey)}.`,
  steps: (args, live, { written }) => [
    ...nextSteps(subjectOf(requestOf(args), live)),
    ...(written ? [deleteStep('Undo the create.', args, written.value.IntegrationResponseId)] : []),
  ],
  members(args, _, { findings, written }) {
    if (written) return { IntegrationResponse: written.value };
    // What exists already may be wanted as code; what would never work is not.
    const isSound = blocking(findings, [...(args.AllowFindings ?? []), 'duplicate-key']).length === 0;
    return args.As && isSound ? { Export: exportAs(args.As, requestOf(args)) } : {};
  },
};

const hasKey =
  (key: string) =>
  ({ IntegrationResponseKey }: IntegrationResponse): boolean =>
    IntegrationResponseKey === key;
