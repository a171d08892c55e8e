// What is there: the APIs of the account, or one API as a tree with an audit.

import { parseArguments } from '../arguments/parse-arguments.ts';
import type { CallOptions, Gateway } from '../aws/gateway.ts';
import type { Checks } from '../contract/checks.ts';
import {
  type DescribeArguments,
  DescribeArgumentsSchema,
  type DescribeResult,
  DescribeResultSchema,
  type IntegrationSummary,
} from '../contract/describe.ts';
import type { ErrorData } from '../contract/error.ts';
import type { Finding } from '../contract/finding.ts';
import { selectionOf } from '../contract/selection.ts';
import type { Target } from '../contract/target.ts';
import { routeTree, unrouted } from '../describe/api-tree.ts';
import { audit } from '../describe/audit.ts';
import { stageSummaries } from '../describe/audit-stages.ts';
import { dryRun } from '../dry-run/dry-run.ts';
import { createSubject } from '../dry-run/subject.ts';
import { type ApiState, readApi, type View } from '../live/read-api.ts';
import type { Failure, Read } from '../live/snapshot.ts';
import { selectionLimits } from '../mcp/operator-limits.ts';
import { type CallContext, count, defineTool } from '../mcp/tool.ts';
import { quote } from '../text/quote.ts';

/** A result is at most some 25,000 tokens. */
const MAX_FINDINGS = 40;
const MAX_NAMES = 400;

export const describeWebsocketApi = defineTool({
  name: 'describe_websocket_api',
  title: 'Describe WebSocket API',
  description:
    'Lists the WebSocket APIs of the account, or, with ApiId, shows one: routes with integration, integration responses in matching order and ' +
    'whether they are two-way; stages with what they run; and findings about what exists. Start here when ids are unknown.',
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  view: true,
  input: DescribeArgumentsSchema,
  output: DescribeResultSchema,
  run,
  crashed: (Message, { target }): DescribeResult =>
    failed(
      {
        Type: 'InternalError',
        Message,
        Attempts: 0,
        Retryable: false,
        Effect: 'none',
        Explanation: 'Please report this.',
      },
      target,
    ),
});

async function run(raw: unknown, context: CallContext): Promise<DescribeResult> {
  const parsed = parseArguments(DescribeArgumentsSchema, raw);
  const { ApiId, IntegrationId, Region, Profile } = parsed.ok ? parsed.value : parsed.partial;
  const selection = selectionOf({ Region, Profile });
  const findings = [
    ...(parsed.ok ? await selectionLimits(selection, context) : parsed.findings),
    ...dryRun(createSubject({ ...(ApiId && { ApiId }), ...(IntegrationId && { IntegrationId }) })),
  ];
  if (findings.length > 0 || !parsed.ok) return invalid(findings, context.target);
  const gateway = await context.gateway(selection);
  const options: CallOptions = { signal: context.signal, progress: context.progress };
  return ApiId === undefined ? list(gateway, options) : describe(gateway, ApiId, parsed.value, options);
}

async function list(gateway: Gateway, options: CallOptions): Promise<DescribeResult> {
  const reply = await gateway.getApis(options);
  const target = await gateway.target();
  if (!reply.ok) return failed(reply.error, target);
  const websocket = reply.value.filter(({ ProtocolType }) => ProtocolType === 'WEBSOCKET');
  const others = reply.value.length - websocket.length;
  return {
    Status: 'listed',
    Summary:
      `${number(websocket.length, 'WebSocket API')} in ${target.Region ?? 'this region'}` +
      `${others > 0 ? `, and ${number(others, 'HTTP API')} without integration responses` : ''}. REST APIs are invisible to API Gateway V2.`,
    Findings: [],
    Apis: websocket
      .slice(0, MAX_NAMES)
      .map(({ ApiId = '', Name = '', ApiEndpoint = '' }) => ({ ApiId, Name, ApiEndpoint })),
    ...(websocket.length > MAX_NAMES && { Omitted: [`${websocket.length - MAX_NAMES} more APIs`] }),
    Target: target,
  };
}

const number = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

async function describe(
  gateway: Gateway,
  ApiId: string,
  view: DescribeArguments,
  options: CallOptions,
): Promise<DescribeResult> {
  const reply = await readApi(gateway, ApiId, view, options);
  const target = await gateway.target();
  if (!reply.ok) return failed(reply.error, target);
  const state = reply.value;
  const { Name = '', ApiEndpoint = '', RouteSelectionExpression = '', ProtocolType } = state.api;
  const Api = { ApiId, Name, ApiEndpoint, RouteSelectionExpression };
  if (ProtocolType !== 'WEBSOCKET') {
    const Summary = `${quote(Name)} is of protocol type ${quote(String(ProtocolType))}: only WebSocket APIs have integration responses.`;
    return { Status: 'described', Summary, Findings: [], Api, Target: target };
  }
  const found = audit(ApiId, state);
  const Omitted = omitted(state, found.length);
  const Routes = state.routes && routeTree(state);
  const Unrouted = unroutedInView(state, view);
  const Stages = stageSummaries(state);
  return {
    Status: 'described',
    Summary: `${quote(Name)}: ${contents(state)}; ${count(found)}.`,
    Findings: found.slice(0, MAX_FINDINGS),
    Checks: checksOf(state),
    Api,
    ...(Routes && { Routes }),
    ...(Unrouted && { Unrouted: Unrouted.slice(0, MAX_NAMES) }),
    ...(Stages && { Stages }),
    ...(Omitted.length > 0 && { Omitted }),
    Target: target,
  };
}

const contents = ({ routes, inView, integrations, stages }: ApiState): string =>
  [
    routes ? number(inView.length, 'route') : 'routes not read',
    integrations ? number(integrations.length, 'integration') : 'integrations not read',
    stages ? number(stages.length, 'stage') : 'stages not read',
  ].join(', ');

/** All of them in the view of the whole API; in that of one integration this one, if no route targets it. */
function unroutedInView(state: ApiState, { RouteKey, IntegrationId }: View): IntegrationSummary[] | undefined {
  if (RouteKey !== undefined) return undefined;
  const all = unrouted(state);
  return IntegrationId === undefined ? all : all?.filter((each) => each.IntegrationId === IntegrationId);
}

/** "done" only where all of the view was read. */
function checksOf({ routesLeft, integrationsLeft, failures }: ApiState): Checks {
  if (failures.length > 0) return { Live: 'partial', Reason: reasons(failures).join(' ') };
  const left = [
    ...(routesLeft.length > 0 ? [number(routesLeft.length, 'route')] : []),
    ...(integrationsLeft.length > 0 ? [number(integrationsLeft.length, 'integration')] : []),
  ];
  return left.length === 0
    ? { Live: 'done' }
    : { Live: 'partial', Reason: `${left.join(' and ')} were not looked into.` };
}

/** What was not read, once for each reason. */
function reasons(failures: readonly Failure[]): string[] {
  const byReason = new Map<string, Set<Read>>();
  for (const { read, error } of failures) {
    const reason = `${error.Type}: ${error.Explanation}`;
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(read));
  }
  return [...byReason].map(([reason, reads]) => `Not read (${[...reads].join(', ')}), because of ${reason}`);
}

function omitted({ routesLeft, integrationsLeft, failures }: ApiState, findings: number): string[] {
  const routes = routesLeft.slice(0, MAX_NAMES).map(({ RouteKey = '' }) => quote(RouteKey));
  const integrations = integrationsLeft.slice(0, MAX_NAMES).map(({ IntegrationId = '' }) => IntegrationId);
  return [
    ...(routesLeft.length > 0
      ? [`${routesLeft.length} routes were not looked into; name one as RouteKey: ${routes.join(', ')}`]
      : []),
    ...(integrationsLeft.length > 0
      ? [
          `The responses of ${number(integrationsLeft.length, 'integration')} were not read; name one as IntegrationId: ${integrations.join(', ')}`,
        ]
      : []),
    ...(findings > MAX_FINDINGS
      ? [`${findings - MAX_FINDINGS} more findings; narrow the view with RouteKey or IntegrationId`]
      : []),
    ...reasons(failures),
  ];
}

const invalid = (Findings: Finding[], target: Target): DescribeResult => ({
  Status: 'invalid',
  Summary: `${count(Findings)}. First: ${Findings[0]?.Message} ${Findings[0]?.Fix}`,
  Findings,
  Target: target,
});

function failed(error: ErrorData, target: Target): DescribeResult {
  return {
    Status: 'failed',
    Summary: `${error.Type}: ${error.Explanation}`,
    Findings: [],
    Error: error,
    Target: target,
  };
}
