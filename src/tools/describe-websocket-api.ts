// What is there: the APIs of the account, or one API as a tree with an audit.

import { parseArguments } from '../arguments/parse-arguments.ts';
import type { CallOptions, Gateway } from '../aws/gateway.ts';
import {
  type DescribeArguments,
  DescribeArgumentsSchema,
  type DescribeResult,
  DescribeResultSchema,
} from '../contract/describe.ts';
import type { ErrorData } from '../contract/error.ts';
import type { Finding } from '../contract/finding.ts';
import { selectionOf } from '../contract/selection.ts';
import type { Target } from '../contract/target.ts';
import { contents } from '../describe/describe-api.ts';
import { fitting } from '../describe/fitting.ts';
import { number } from '../describe/omissions.ts';
import { dryRun } from '../dry-run/dry-run.ts';
import { createSubject } from '../dry-run/subject.ts';
import { readApi } from '../live/read-api.ts';
import { selectionLimits } from '../mcp/operator-limits.ts';
import { type CallContext, defineTool } from '../mcp/tool.ts';
import { count } from '../text/count.ts';
import { quote } from '../text/quote.ts';

/** Characters of JSON: some 20,000 tokens. */
const MAX_LIST = 60_000;

export const describeWebsocketApi = defineTool({
  name: 'describe_websocket_api',
  title: 'Describe WebSocket API',
  description:
    'Lists the WebSocket APIs, or with ApiId shows one: routes, integrations, their responses, whether routes are two-way, stages, ' +
    'findings. Start here when ids are unknown.',
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  view: true,
  input: DescribeArgumentsSchema,
  output: DescribeResultSchema,
  run,
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
  return ApiId === undefined ? list(gateway, options) : describe(gateway, ApiId, parsed.value, context);
}

async function list(gateway: Gateway, options: CallOptions): Promise<DescribeResult> {
  const reply = await gateway.getApis(options);
  const target = await gateway.target();
  if (!reply.ok) return failed(reply.error, target);
  const websocket = reply.value.filter(({ ProtocolType }) => ProtocolType === 'WEBSOCKET');
  const others = reply.value.length - websocket.length;
  const all = websocket.map(({ ApiId = '', Name = '', ApiEndpoint = '' }) => ({ ApiId, Name, ApiEndpoint }));
  const Apis = fitting(all, MAX_LIST);
  return {
    Status: 'listed',
    Summary:
      `${number(websocket.length, 'WebSocket API')} in ${target.Region ?? 'this region'}` +
      `${others > 0 ? `, and ${number(others, 'HTTP API')} without integration responses` : ''}. REST APIs are invisible to API Gateway V2.`,
    Findings: [],
    Apis,
    ...(Apis.length < all.length && { Omitted: [`${all.length - Apis.length} more APIs`] }),
    Target: target,
  };
}

async function describe(
  gateway: Gateway,
  ApiId: string,
  view: DescribeArguments,
  { runTask, signal, progress }: CallContext,
): Promise<DescribeResult> {
  const reply = await readApi(gateway, ApiId, view, { signal, progress });
  const target = await gateway.target();
  if (!reply.ok) return failed(reply.error, target);
  const state = reply.value;
  const { Name = '', ApiEndpoint = '', RouteSelectionExpression = '', ProtocolType } = state.api;
  const Api = { ApiId, Name, ApiEndpoint, RouteSelectionExpression };
  if (ProtocolType !== 'WEBSOCKET') {
    const Summary = `${quote(Name)} is of protocol type ${quote(String(ProtocolType))}: only WebSocket APIs have integration responses.`;
    return { Status: 'described', Summary, Findings: [], Api, Target: target };
  }
  const { findings, described } = await runTask('describeApi', [ApiId, state, view], signal);
  return {
    Status: 'described',
    Summary: `${quote(Name)}: ${contents(state)}; ${count(findings)}.`,
    ...described,
    Api,
    Target: target,
  };
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
