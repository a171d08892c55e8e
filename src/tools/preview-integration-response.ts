// What a client would receive, shown before or after anything is created.

import type { KeyedResponse } from '../api-gateway/response-key.ts';
import { parseArguments } from '../arguments/parse-arguments.ts';
import type { CallOptions } from '../aws/gateway.ts';
import type { ErrorData } from '../contract/error.ts';
import type { Finding } from '../contract/finding.ts';
import {
  type PreviewArguments,
  PreviewArgumentsSchema,
  type PreviewResult,
  PreviewResultSchema,
} from '../contract/preview.ts';
import { type Selection, selectionOf } from '../contract/selection.ts';
import type { Target } from '../contract/target.ts';
import { runRules } from '../dry-run/rule.ts';
import { rules } from '../dry-run/rules/index.ts';
import { createSubject, type Wanted } from '../dry-run/subject.ts';
import { selectionLimits } from '../mcp/operator-limits.ts';
import { type CallContext, count, defineTool } from '../mcp/tool.ts';
import { checkArguments } from '../preview/check-arguments.ts';
import { preview } from '../preview/preview.ts';
import { summarize } from '../preview/summarize.ts';

export const previewIntegrationResponse = defineTool({
  name: 'preview_integration_response',
  title: 'Preview integration responses',
  description:
    'Shows what a WebSocket client receives for given backend answers: response and template chosen and why, exact ' +
    'output, frames, failure. Creates nothing; reads AWS only when given ids.',
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  view: true,
  input: PreviewArgumentsSchema,
  output: PreviewResultSchema,
  run,
  crashed,
});

async function run(raw: unknown, context: CallContext): Promise<PreviewResult> {
  const parsed = parseArguments(PreviewArgumentsSchema, raw);
  const given = parsed.ok ? parsed.value : parsed.partial;
  const selection = selectionOf(given);
  const misshapen = parsed.ok ? [] : parsed.findings;
  const wrong = [
    ...misshapen,
    ...checkArguments(given).filter(({ Path: [member] }) => !misshapen.some(({ Path }) => Path[0] === member)),
    ...aboutIds(given),
    ...(parsed.ok ? await selectionLimits(selection, context) : []),
  ];
  const findings = [...wrong, ...aboutDrafts(given)];
  if (!parsed.ok || wrong.length > 0) return invalid(findings, context.target);

  const live = await readLive(parsed.value, selection, context);
  if ('error' in live) return failed(live.error, findings, live.target);
  const { responses, integrationType, integrationUri, target } = live;
  const { Outcomes, ClientMessage, StageVariables, Context, TwoWay = true } = parsed.value;
  const Previews = preview({
    responses,
    integrationType,
    integrationUri,
    outcomes: Outcomes,
    clientMessage: ClientMessage,
    stageVariables: StageVariables,
    context: Context,
    twoWay: TwoWay,
  });
  const warned = findings.length > 0 ? ` The drafts have findings (${count(findings)}).` : '';
  return {
    Status: 'rendered',
    Summary: `${summarize(Previews)}${warned}`,
    Findings: findings,
    Previews,
    Target: target,
  };
}

/** An id that cannot stand in a path leads nowhere. */
const aboutIds = ({ ApiId, IntegrationId }: Partial<PreviewArguments>): Finding[] =>
  errors({ ...(ApiId !== undefined && { ApiId }), ...(IntegrationId !== undefined && { IntegrationId }) });

/** A draft with errors is previewed all the same: the preview shows what comes of them. */
const aboutDrafts = ({ Responses = [] }: Partial<PreviewArguments>): Finding[] =>
  Responses.flatMap((draft, index) =>
    errors(draft).map((finding) => ({ ...finding, Path: ['Responses', index, ...finding.Path] })),
  );

/** Warnings come with the dry run of a create; many of them render samples, and here the real output is shown. */
const errorRules = rules.filter(({ severity }) => severity === 'error');

const errors = (wanted: Wanted): Finding[] => runRules(errorRules, createSubject(wanted));

type Live =
  | {
      readonly responses: readonly KeyedResponse[];
      readonly integrationType: string;
      readonly integrationUri: string | undefined;
      readonly target: Target;
    }
  | { readonly error: ErrorData; readonly target: Target };

/** The integration and its responses with the drafts laid over them; the drafts alone where no ids are given. */
async function readLive(
  given: PreviewArguments,
  selection: Selection,
  { gateway: connect, signal, progress, target }: CallContext,
): Promise<Live> {
  const { ApiId, IntegrationId, Responses: drafts = [], IntegrationType = 'HTTP', IntegrationUri } = given;
  if (ApiId === undefined || IntegrationId === undefined) {
    return { responses: drafts, integrationType: IntegrationType, integrationUri: IntegrationUri, target };
  }
  const gateway = await connect(selection);
  const options: CallOptions = { signal, progress };
  const [integration, existing] = await Promise.all([
    gateway.getIntegration(ApiId, IntegrationId, options),
    gateway.getIntegrationResponses(ApiId, IntegrationId, options),
  ]);
  const resolved = await gateway.target();
  if (!integration.ok) return { error: integration.error, target: resolved };
  if (!existing.ok) return { error: existing.error, target: resolved };
  const byKey = new Map(
    [...existing.value, ...drafts].flatMap((response) => {
      const { IntegrationResponseKey: key } = response;
      return key === undefined ? [] : [[key, { ...response, IntegrationResponseKey: key }] as const];
    }),
  );
  return {
    responses: [...byKey.values()],
    integrationType: integration.value.IntegrationType ?? IntegrationType,
    integrationUri: integration.value.IntegrationUri,
    target: resolved,
  };
}

function invalid(findings: Finding[], target: Target): PreviewResult {
  const [first] = findings;
  return {
    Status: 'invalid',
    Summary: `Nothing was previewed: ${count(findings)}. First: ${first?.Message} ${first?.Fix}`,
    Findings: findings,
    Previews: [],
    Target: target,
  };
}

const failed = (error: ErrorData, findings: Finding[], target: Target): PreviewResult => ({
  Status: 'failed',
  Summary: `Nothing was previewed: ${error.Type}. ${error.Explanation}`,
  Findings: findings,
  Previews: [],
  Error: error,
  Target: target,
});

function crashed(Message: string, { target }: CallContext): PreviewResult {
  const error: ErrorData = {
    Type: 'InternalError',
    Message,
    Attempts: 0,
    Retryable: false,
    Effect: 'none',
    Explanation: 'This server failed while it worked on the preview. Please report this with the message.',
  };
  return failed(error, [], target);
}
