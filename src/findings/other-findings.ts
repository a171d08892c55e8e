// The findings that no rule gives: what a call's shape, the operator of this server or another tool's own checks say.

import { CHANGE_FINDINGS, type FindingFacts } from '../change/change-findings.ts';
import { facts } from '../facts/facts.ts';
import { messageFindings } from './message-findings.ts';

/** A finding as its page shows it. Without a source it is about this server, and its own page is the source. */
export interface OtherFinding extends Omit<FindingFacts, 'source'> {
  readonly code: string;
  readonly source?: string;
}

const error = { severity: 'error', basis: 'documented' } as const;

export const otherFindings: readonly OtherFinding[] = [
  ...Object.entries(CHANGE_FINDINGS).map(([code, facts]) => ({ code, ...facts })),
  {
    ...error,
    code: 'missing-argument',
    summary: 'A required argument is not there, or its value stands under a misspelt name.',
    why: 'The request cannot be built without it; members of other names are not read.',
    fix: 'Give the argument. Where `Replace` is there, it is the value found under the misspelt name.',
  },
  {
    ...error,
    code: 'unknown-argument',
    summary: 'An argument has a name that the tool does not know.',
    why: 'Names are spelled as AWS documents them, in PascalCase; what is not known is refused rather than dropped.',
    fix: 'Rename the argument, or remove it (`Replace` is `null`).',
  },
  {
    ...error,
    code: 'wrong-type',
    summary: 'An argument has another type than documented, such as a number for a text or text for a map.',
    why: 'The AWS client would pass a wrong type on, and the control plane refuse it as a SerializationException.',
    fix: 'Give the value in the type the message names. Where it can be written in one way only, `Replace` has it.',
  },
  {
    ...error,
    code: 'not-in-enum',
    summary: 'An argument is none of the documented words, such as `TEXT` for `CONVERT_TO_TEXT`.',
    why: 'The service model lists the words.',
    fix: 'Write one of them.',
  },
  {
    ...error,
    code: 'empty-argument',
    summary: 'An argument that names something, or a list that needs an entry, is empty.',
    why: 'The AWS client sends an empty id as it stands, in the path of another resource.',
    fix: 'Give the value.',
  },
  {
    ...error,
    code: 'out-of-range',
    summary: 'A number is beyond its bounds, or a list is too long.',
    why: 'No other status code exists; the length of lists bounds what one call may cost.',
    fix: 'Stay within the bounds that the message names.',
  },
  {
    ...error,
    code: 'api-not-allowed',
    summary: 'A create in an API that the operator of this server does not allow.',
    why: 'With `--allow-api`, nothing is created in any other API. `AllowFindings` does not reach it.',
    fix: 'Use an API that the message names, or ask the operator.',
  },
  {
    ...error,
    code: 'stage-not-allowed',
    summary: 'A deployment to, or a message on, a stage that the operator of this server does not allow.',
    why: 'With `--stages`, no other stage is deployed to or sent a message.',
    fix: 'Use a stage that the message names, or ask the operator.',
  },
  {
    ...error,
    code: 'region-not-allowed',
    summary: '`Region` is neither the configured region nor one of `--regions`.',
    why: 'Where a call may go is fixed at start. `AllowFindings` does not reach it.',
    fix: 'Leave `Region` out, use one that the message names, or ask the operator.',
  },
  {
    ...error,
    code: 'profile-not-allowed',
    summary: '`Profile` is neither the configured profile nor one of `--profiles`.',
    why: 'Whose credentials a call uses is fixed at start. `AllowFindings` does not reach it.',
    fix: 'Leave `Profile` out, use one that the message names, or ask the operator.',
  },
  {
    ...error,
    code: 'repeated-key',
    summary: 'Two of the `Responses` of a preview have the same key.',
    why: 'An integration holds one response per key: a second one is refused as a conflict.',
    fix: 'Preview one of the two at a time.',
  },
  {
    ...error,
    code: 'not-base64',
    summary: 'A `Body` of the preview is not base64, although `BodyIsBase64` says so.',
    why: 'The bytes of a binary answer are given in base64 of the standard alphabet.',
    fix: 'Encode the body in base64, or leave `BodyIsBase64` out.',
  },
  {
    ...error,
    code: 'timed-out-answer',
    summary: 'An outcome of the preview has `TimedOut` and an answer.',
    why: 'A backend that does not answer in time has neither status nor body.',
    fix: 'Leave out one of the two.',
  },
  {
    ...error,
    code: 'unknown-route',
    summary: 'The preview is asked for a route that does not lead to the integration.',
    why: 'What a client receives depends on the route, and no route of the API with this key targets the integration.',
    fix: 'Name one of the routes that the message lists, or leave `RouteKey` out.',
  },
  {
    ...error,
    code: 'unknown-stage',
    summary: 'The preview is asked for a stage that the API does not have.',
    why: 'The stage gives `$context.stage` and `$stageVariables`.',
    fix: 'Name one of the stages that the message lists, or leave `StageName` out.',
  },
  {
    code: 'no-integration-response',
    severity: 'warning',
    basis: 'documented',
    source: facts['default-is-required'].source,
    summary: 'describe_websocket_api found a non-proxy integration without any integration response.',
    why: 'Every outcome of the integration ends in "Internal server error".',
    fix: 'Create one with the key `$default`.',
  },
  {
    code: 'not-judged',
    severity: 'warning',
    basis: 'inferred',
    summary: 'What one call may use was spent before all checks were made; the message names those that were not.',
    why: 'Patterns and templates can be made to cost any time, so the work of one call is bounded.',
    fix: 'Make patterns and templates simpler, or look at one integration at a time.',
  },
  {
    code: 'stage-stale',
    severity: 'warning',
    basis: 'documented',
    source: facts['deployment-snapshot'].source,
    summary: 'describe_websocket_api found a stage that serves an older deployment than the newest of the API.',
    why: 'A deployment is a snapshot of the API: what was changed after it is not live on that stage.',
    fix: 'Deploy the API to the stage, unless the older deployment is meant.',
  },
  {
    code: 'rule-failed',
    severity: 'warning',
    basis: 'inferred',
    summary: 'A rule of the dry run crashed on these arguments.',
    why: 'The other rules judged them; the call itself can go on.',
    fix: 'Report it with the arguments.',
  },
  ...messageFindings,
];
