import { differences } from '../api-gateway/differences.ts';
import { patched } from '../api-gateway/patched.ts';
import type { Finding } from '../contract/finding.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import type { UpdateArguments, UpdateResult } from '../contract/update.ts';
import { dryRun } from '../dry-run/dry-run.ts';
import { checksOf } from '../live/checks.ts';
import { readLive, readRouteResponses } from '../live/read-live.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';
import type { Change } from './change.ts';
import { found } from './change-findings.ts';
import { judgeIds } from './judge-ids.ts';
import { nextSteps } from './next-steps.ts';
import {
  asWanted,
  conflict,
  errorCodes,
  missing,
  responseById,
  subjectOf,
  unknownParent,
  without,
} from './response-state.ts';
import { createAgainStep, deleteStep } from './response-steps.ts';
import type { Step } from './step.ts';

type Args = Partial<UpdateArguments>;

const MAPS = ['ResponseParameters', 'ResponseTemplates'] as const;

/** The members to change alone. */
function changeOf(args: Args): IntegrationResponse {
  const { DryRun, AllowFindings, Region, Profile, ApiId, IntegrationId, IntegrationResponseId, ...change } = args;
  return change;
}

/** The response as it will be, in the state that it will live in: the rules judge nothing else. */
function resulting(args: Args, live: Snapshot | undefined) {
  const before = live && responseById(live, args.IntegrationResponseId);
  const wanted = asWanted(args, patched(before ?? {}, changeOf(args)));
  return { before, wanted, live: live && without(live, args.IntegrationResponseId) };
}

export const updateIntegrationResponse: Change<
  UpdateArguments,
  Snapshot,
  IntegrationResponse,
  'updated',
  Pick<UpdateResult, 'IntegrationResponse' | 'Before'>
> = {
  done: 'updated',
  judge(args, state) {
    const { before, wanted, live } = resulting(args, state);
    const isMissing = before === null && live !== undefined;
    return [
      ...judgeIds({ IntegrationResponseId: args.IntegrationResponseId }),
      ...(isMissing && !unknownParent(live)
        ? [
            found(
              'unknown-integration-response',
              ['IntegrationResponseId'],
              `The integration has no response ${quote(args.IntegrationResponseId ?? '')}.`,
            ),
          ]
        : []),
      ...dryRun(subjectOf(wanted, live)),
      ...(before ? aboutPatch(args, before) : []),
    ];
  },
  read: readLive,
  readMore: readRouteResponses,
  send: (gateway, args, live, options) =>
    gateway.updateIntegrationResponse(
      {
        ...(changeOf(args) as Pick<UpdateArguments, 'ContentHandlingStrategy'>),
        ApiId: args.ApiId,
        IntegrationId: args.IntegrationId,
        IntegrationResponseId: args.IntegrationResponseId,
      },
      responseById(live, args.IntegrationResponseId),
      options,
    ),
  checks: checksOf,
  foreseen(args, state) {
    const { before, wanted, live } = resulting(args, state);
    if (before === null) return unknownParent(state) ?? missing('integration response', args.IntegrationResponseId);
    return unknownParent(state) ?? (live && conflict(wanted, live));
  },
  tell: (_, { IntegrationResponseId = '', IntegrationResponseKey = '' }) =>
    `Updated integration response ${IntegrationResponseId} with key ${quote(IntegrationResponseKey)}.`,
  steps(args, state, { written }) {
    const { before, wanted, live } = resulting(args, state);
    return [
      ...nextSteps(subjectOf(wanted, live)),
      ...(before && written ? undo(args, before, written.value, live ?? state) : []),
    ];
  },
  members(args, live, { written }) {
    const before = responseById(live, args.IntegrationResponseId);
    return { ...(before && { Before: before }), ...(written && { IntegrationResponse: written.value }) };
  },
};

/** What PATCH does otherwise than its arguments look. */
function aboutPatch(args: Args, before: IntegrationResponse): Finding[] {
  const findings = MAPS.flatMap((member): Finding[] => {
    const entries = Object.entries(args[member] ?? {});
    const had = Object.keys(before[member] ?? {}).length;
    if (args[member] && entries.length === 0 && had > 0) {
      return [
        found('update-keeps-entries', [member], `${member} is empty: its ${had} entries stay.`, { Replace: null }),
      ];
    }
    return entries.flatMap(([key, text]) =>
      text === '' && before[member]?.[key] !== undefined
        ? [found('update-empties-entry', [member, key], `The entry ${quote(key)} of ${member} is to become empty.`)]
        : [],
    );
  });
  const isSame = differences(before, patched(before, changeOf(args))).length === 0;
  return isSame ? [...findings, found('nothing-changes', [], 'The response is as wanted already.')] : findings;
}

/** The update back; where PATCH cannot take away what came, the response is made anew. */
function undo(args: UpdateArguments, before: IntegrationResponse, after: IntegrationResponse, live: Snapshot): Step[] {
  if (differences(before, after).length === 0) return [];
  const { ApiId, IntegrationId, IntegrationResponseId } = args;
  const { IntegrationResponseId: _, ...members } = before;
  const back = {
    ...members,
    ...(after.TemplateSelectionExpression &&
      !before.TemplateSelectionExpression && { TemplateSelectionExpression: '' }),
  };
  if (differences(before, patched(after, back)).length > 0) {
    return [
      deleteStep(
        'Undo the update, first part: take the response away, since an update cannot take away what came.',
        args,
        IntegrationResponseId,
      ),
      createAgainStep('Undo the update, second part: make it anew as it was.', args, before, live),
    ];
  }
  const changed = Object.fromEntries(
    Object.entries(back).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(new Map(Object.entries(after)).get(name)),
    ),
  );
  const ids = { ApiId, IntegrationId, IntegrationResponseId };
  return [
    {
      Text: 'Undo the update.',
      Kind: 'undo',
      tool: ['update_integration_response', { ...ids, ...changed, ...errorCodes(asWanted(args, before), live) }],
      cli: ['update-integration-response', { '--cli-input-json': JSON.stringify({ ...ids, ...changed }) }],
    },
  ];
}
