import type { DeleteArguments, DeleteResult } from '../contract/delete.ts';
import type { Finding } from '../contract/finding.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { runRules } from '../dry-run/rule.ts';
import { httpApi } from '../dry-run/rules/http-api.ts';
import { notChecked } from '../dry-run/rules/not-checked.ts';
import { unknownApi } from '../dry-run/rules/unknown-api.ts';
import { unknownIntegration } from '../dry-run/rules/unknown-integration.ts';
import { checksOf } from '../live/checks.ts';
import { isUsed } from '../live/reach.ts';
import { readLive, readRouteResponses } from '../live/read-live.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';
import type { Change } from './change.ts';
import { found } from './change-findings.ts';
import { deploySteps } from './deploy-steps.ts';
import { judgeIds } from './judge-ids.ts';
import { missing, responseById, subjectOf, unknownParent, without } from './response-state.ts';
import { createAgainStep } from './response-steps.ts';

type Args = Partial<DeleteArguments>;

const idsOf = ({ ApiId, IntegrationId }: Args) => ({
  ...(ApiId && { ApiId }),
  ...(IntegrationId && { IntegrationId }),
});

export const deleteIntegrationResponse: Change<
  DeleteArguments,
  Snapshot,
  undefined,
  'deleted',
  Pick<DeleteResult, 'Before'>
> = {
  done: 'deleted',
  judge: (args, live) => [
    ...judgeIds(args),
    ...(live
      ? [
          ...runRules([unknownApi, unknownIntegration, httpApi, notChecked], subjectOf(idsOf(args), live)),
          ...aboutLoss(args, live),
        ]
      : []),
  ],
  read: readLive,
  readMore: readRouteResponses,
  send: (gateway, { ApiId, IntegrationId, IntegrationResponseId }, live, options) =>
    gateway.deleteIntegrationResponse(
      { ApiId, IntegrationId, IntegrationResponseId },
      responseById(live, IntegrationResponseId),
      options,
    ),
  checks: checksOf,
  foreseen: (args, live) =>
    unknownParent(live) ??
    (responseById(live, args.IntegrationResponseId) === null
      ? missing('integration response', args.IntegrationResponseId)
      : undefined),
  tell: ({ IntegrationResponseId }) => `Deleted integration response ${IntegrationResponseId}.`,
  steps(args, live, { written }) {
    const before = responseById(live, args.IntegrationResponseId);
    const left = without(live, args.IntegrationResponseId);
    return [
      ...(live.stages?.length && isUsed(subjectOf(idsOf(args), live)) ? deploySteps(args.ApiId, live.stages) : []),
      ...(written && before ? [createAgainStep('Undo the deletion.', args, before, left)] : []),
    ];
  },
  members(args, live) {
    const before = responseById(live, args.IntegrationResponseId);
    return before ? { Before: before } : {};
  },
};

/** What clients will get without the response. */
function aboutLoss(args: Args, live: Snapshot): Finding[] {
  const before = responseById(live, args.IntegrationResponseId);
  if (before === undefined || unknownParent(live)) return [];
  const Path = ['IntegrationResponseId'];
  if (before === null) {
    const id = quote(args.IntegrationResponseId ?? '');
    return [found('unknown-integration-response', Path, `The integration has no response ${id}.`)];
  }
  if (!isUsed(subjectOf(idsOf(args), live))) return [];
  const key = quote(before.IntegrationResponseKey ?? '');
  const left = without(live, before.IntegrationResponseId).responses ?? [];
  const falls = left.some(isDefault)
    ? found(
        'left-to-default',
        Path,
        `What ${key} answers is answered by $default then, where no other pattern matches.`,
      )
    : found(
        'left-unmatched',
        Path,
        `Without ${key}, ${unmatched(before, left.length)} get the frame "Internal server error".`,
      );
  return [falls];
}

const isDefault = ({ IntegrationResponseKey }: IntegrationResponse): boolean => IntegrationResponseKey === '$default';

const unmatched = (before: IntegrationResponse, left: number): string => {
  if (left === 0) return 'the integration has no response left: all its outcomes';
  return isDefault(before) ? 'the outcomes that no pattern matches' : 'the outcomes that only it matches';
};
