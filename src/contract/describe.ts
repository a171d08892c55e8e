// What crosses the boundary of the tool describe_websocket_api.
import { z } from 'zod/v3';
import { ChecksSchema } from './checks.ts';
import { ErrorSchema } from './error.ts';
import { FindingSchema } from './finding.ts';
import { selectionShape } from './selection.ts';
import { TargetSchema } from './target.ts';

export const DescribeArgumentsSchema = z
  .object({
    ApiId: z.string().min(1).optional().describe('Absent: list the WebSocket APIs.'),
    RouteKey: z.string().min(1).optional().describe('Only this route.'),
    IntegrationId: z.string().min(1).optional().describe('Only the routes of this integration.'),
    As: z.literal('mermaid').optional().describe('Also draw the API (Diagram).'),
    ...selectionShape,
  })
  .strict();
export type DescribeArguments = z.infer<typeof DescribeArgumentsSchema>;

const ResponseSummarySchema = z.object({
  IntegrationResponseId: z.string().optional(),
  IntegrationResponseKey: z.string().optional(),
  TemplateSelectionExpression: z.string().optional(),
  TemplateKeys: z.array(z.string()).optional(),
  ContentHandlingStrategy: z.string().optional(),
});

const IntegrationSummarySchema = z.object({
  IntegrationId: z.string(),
  IntegrationType: z.string().optional(),
  IntegrationUri: z.string().optional(),
  KeysMatch: z.enum(['status code', 'errorMessage', 'nothing']).optional(),
  Responses: z.array(ResponseSummarySchema).optional(),
});
/** `Responses` in the order in which they are tried: patterns, then `$default`. Absent: not read, or shown at another route. */
export type IntegrationSummary = z.infer<typeof IntegrationSummarySchema>;

const RouteSummarySchema = z.object({
  RouteId: z.string(),
  RouteKey: z.string(),
  TwoWay: z.boolean().optional(),
  Integration: IntegrationSummarySchema.optional(),
});
/** `TwoWay`: has a route response. Absent: not read. */
export type RouteSummary = z.infer<typeof RouteSummarySchema>;

const StageSummarySchema = z.object({
  StageName: z.string(),
  State: z.enum(['automatic', 'deployed', 'stale', 'not deployed']).optional(),
  DeploymentId: z.string().optional(),
  DeployedAt: z.string().optional(),
});
/** "stale": a newer deployment exists than the one the stage runs. `State` is absent where that was not read. */
export type StageSummary = z.infer<typeof StageSummarySchema>;

const ApiSummarySchema = z.object({
  ApiId: z.string().optional(),
  Name: z.string().optional(),
  ApiEndpoint: z.string().optional(),
  RouteSelectionExpression: z.string().optional(),
});

export const DescribeResultSchema = z.object({
  Status: z.enum(['listed', 'described', 'invalid', 'failed']),
  Summary: z.string(),
  Findings: z.array(FindingSchema),
  Checks: ChecksSchema.optional(),
  Apis: z.array(ApiSummarySchema).optional(),
  Api: ApiSummarySchema.optional(),
  Routes: z.array(RouteSummarySchema).optional(),
  Unrouted: z.array(IntegrationSummarySchema).optional(),
  Stages: z.array(StageSummarySchema).optional(),
  Omitted: z.array(z.string()).optional(),
  Diagram: z.string().optional(),
  Error: ErrorSchema.optional(),
  Target: TargetSchema,
});
/** `Unrouted`: integrations that no route targets. `Omitted`: what was left out, in sentences. `Diagram`: a flowchart in Mermaid. */
export type DescribeResult = z.infer<typeof DescribeResultSchema>;
