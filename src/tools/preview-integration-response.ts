// What a client would receive, shown before or after anything is created.

import type { KeyedResponse } from '../api-gateway/response-key.ts';
import { parseArguments } from '../arguments/parse-arguments.ts';
import type { CallOptions } from '../aws/gateway.ts';
import type { ErrorData } from '../contract/error.ts';
import type { Finding } from '../contract/finding.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import {
  type PreviewArguments,
  PreviewArgumentsSchema,
  type PreviewResult,
  PreviewResultSchema,
} from '../contract/preview.ts';
import { selectionOf } from '../contract/selection.ts';
import type { Target } from '../contract/target.ts';
import { runRules } from '../dry-run/rule.ts';
import { httpApi } from '../dry-run/rules/http-api.ts';
import { rules } from '../dry-run/rules/index.ts';
import { createSubject, type Wanted, withLive } from '../dry-run/subject.ts';
import { checksOf } from '../live/checks.ts';
import { readLive, readRouteResponses } from '../live/read-live.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { selectionLimits } from '../mcp/operator-limits.ts';
import { type CallContext, defineTool } from '../mcp/tool.ts';
import { checkArguments } from '../preview/check-arguments.ts';
import { checkLive } from '../preview/check-live.ts';
import { assumedDestination, liveDestinations } from '../preview/destination.ts';
import type { PreviewRequest } from '../preview/preview.ts';
import { summarize } from '../preview/summarize.ts';
import { count } from '../text/count.ts';

export const previewIntegrationResponse = defineTool({
  name: 'preview_integration_response',
  title: 'Preview integration responses',
  description:
    'Shows what a client receives for given backend answers: response and template chosen and why, output, failure. Creates nothing.',
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  view: true,
  input: PreviewArgumentsSchema,
  output: PreviewResultSchema,
  run,
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

  const { ApiId, IntegrationId } = parsed.value;
  if (ApiId === undefined || IntegrationId === undefined) {
    const { Responses = [], IntegrationType = 'HTTP', IntegrationUri } = parsed.value;
    const destinations = [assumedDestination(parsed.value)] as const;
    const subject = {
      responses: Responses,
      integrationType: IntegrationType,
      integrationUri: IntegrationUri,
      destinations,
    };
    return rendered(parsed.value, subject, findings, context.target, context);
  }

  const gateway = await context.gateway(selection);
  const options: CallOptions = { signal: context.signal, progress: context.progress };
  const ids = { ApiId, IntegrationId, RouteKey: parsed.value.RouteKey };
  const live = await readRouteResponses(gateway, ids, await readLive(gateway, ids, options), options);
  const target = await gateway.target();
  const { integration, responses } = live;
  if (!integration || !responses) return failed(essentialError(live), findings, target);
  const unfit = [
    ...runRules([httpApi], withLive(createSubject({ ApiId, IntegrationId }), live)),
    ...checkLive(parsed.value, live),
  ];
  if (unfit.length > 0) return invalid([...unfit, ...findings], target);
  const subject = {
    responses: overlaid(responses, parsed.value.Responses),
    integrationType: integration.IntegrationType ?? 'HTTP',
    integrationUri: integration.IntegrationUri,
    requestSide: integration,
    destinations: liveDestinations(parsed.value, live),
  };
  return { ...(await rendered(parsed.value, subject, findings, target, context)), Checks: checksOf(live) };
}

async function rendered(
  { Outcomes, ClientMessage }: PreviewArguments,
  subject: Omit<PreviewRequest, 'outcomes' | 'clientMessage'>,
  findings: Finding[],
  target: Target,
  { runTask, signal }: CallContext,
): Promise<PreviewResult> {
  const request = { ...subject, outcomes: Outcomes, clientMessage: ClientMessage };
  const Previews = await runTask('preview', [request], signal);
  const warned = findings.length > 0 ? ` The drafts have findings (${count(findings)}).` : '';
  return {
    Status: 'rendered',
    Summary: `${summarize(Previews, subject.destinations)}${warned}`,
    Findings: findings,
    Previews,
    Target: target,
  };
}

/** Without the integration and its responses there is nothing to show. */
function essentialError({ failures }: Snapshot): ErrorData {
  const failure =
    failures.find(({ read }) => read === 'GetIntegration') ??
    failures.find(({ read }) => read === 'GetIntegrationResponses');
  if (!failure) throw new TypeError('a read without value has failed');
  return failure.error;
}

/** What exists, with the drafts laid over it by key. */
const overlaid = (existing: readonly IntegrationResponse[], drafts: readonly KeyedResponse[] = []): KeyedResponse[] => [
  ...new Map(
    [...existing, ...drafts].flatMap((response) => {
      const { IntegrationResponseKey: key } = response;
      return key === undefined ? [] : [[key, { ...response, IntegrationResponseKey: key }] as const];
    }),
  ).values(),
];

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
