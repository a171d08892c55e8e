// What crosses the boundary of the tool preview_integration_response.
import { type ZodTypeAny, z } from 'zod/v3';
import { ChecksSchema } from './checks.ts';
import { ErrorSchema } from './error.ts';
import { FindingSchema } from './finding.ts';
import { ContentHandlingStrategySchema, type draftShape } from './integration-response.ts';
import { selectionShape } from './selection.ts';
import { TargetSchema } from './target.ts';

// The create tool describes these members: a list of tools that says it twice costs every session.
const DraftSchema = z
  .object({
    IntegrationResponseKey: z.string().min(1),
    ContentHandlingStrategy: ContentHandlingStrategySchema.optional(),
    ResponseParameters: z.record(z.string()).optional(),
    ResponseTemplates: z.record(z.string()).optional(),
    TemplateSelectionExpression: z.string().optional(),
  } satisfies Record<keyof typeof draftShape, ZodTypeAny>)
  .strict()
  .describe('As in create_integration_response.');
/** An integration response that need not exist. */
export type Draft = z.infer<typeof DraftSchema>;

const OutcomeSchema = z
  .object({
    StatusCode: z.number().int().min(100).max(599).optional().describe('Default 200; of a MOCK: its own.'),
    Headers: z.record(z.string()).optional().describe('By name.'),
    Body: z.string().optional().describe('As text.'),
    BodyIsBase64: z.boolean().optional().describe('Body is base64 of bytes.'),
    ErrorMessage: z.string().optional().describe('Of a failed Lambda function.'),
    TimedOut: z.boolean().optional().describe('No answer in time; alone.'),
  })
  .strict();
/** One answer of the backend. */
export type BackendAnswer = z.infer<typeof OutcomeSchema>;

export const PreviewArgumentsSchema = z
  .object({
    Responses: z.array(DraftSchema).min(1).max(50).optional().describe('Drafts.'),
    ApiId: z.string().optional().describe('With IntegrationId: what exists, under Responses.'),
    IntegrationId: z.string().optional().describe('With ApiId.'),
    IntegrationType: z.enum(['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK']).optional().describe('Default HTTP.'),
    IntegrationUri: z.string().optional().describe('A Lambda URI: keys match ErrorMessage.'),
    Outcomes: z.array(OutcomeSchema).min(1).max(20).describe('Answers of the backend.'),
    ClientMessage: z.string().optional().describe('Read by $request.body.'),
    RouteKey: z.string().min(1).optional().describe('That uses the integration.'),
    StageName: z.string().min(1).optional().describe('One of the API.'),
    StageVariables: z.record(z.string()).optional().describe('Default: of the stage.'),
    Context: z.record(z.unknown()).optional().describe('Replaces all defaults.'),
    TwoWay: z.boolean().optional().describe('false: no route response.'),
    ...selectionShape,
  })
  .strict();
export type PreviewArguments = z.infer<typeof PreviewArgumentsSchema>;

const NoteSchema = z.object({
  Step: z.enum([
    'body',
    'request',
    'match',
    'response',
    'content handling',
    'expression',
    'template',
    'render',
    'json',
    'delivery',
    'size',
  ]),
  Basis: FindingSchema.shape.Basis,
  Text: z.string(),
});
/** What one step did, and how surely the service does the same. */
export type Note = z.infer<typeof NoteSchema>;

const FailureSchema = z.object({
  Reason: z.string(),
  Limit: z.string().optional(),
  Line: z.number().optional(),
  Column: z.number().optional(),
});
/** Why no answer was made. `Limit` names the bound that was passed; `Line` and `Column` (from 1) lead into the template. */
export type Failure = z.infer<typeof FailureSchema>;

const PreviewSchema = z.object({
  MatchedText: z.string().nullable(),
  Candidates: z.array(z.string()),
  IntegrationResponseKey: z.string().nullable(),
  TemplateExpressionValue: z.string().optional(),
  TemplateKey: z.string().nullable(),
  Output: z.string().nullable(),
  OutputIsBase64: z.boolean(),
  Failure: FailureSchema.optional(),
  ClientReceives: z.string().nullable(),
  Bytes: z.number(),
  Frames: z.number(),
  IsJson: z.boolean(),
  Notes: z.array(NoteSchema),
  Routes: z.array(z.object({ RouteKey: z.string(), ClientReceives: z.string().nullable() })).optional(),
});

/**
 * The way of one answer of the backend to the client. `MatchedText` is null for proxy integrations, which match nothing.
 * `Output` is what template or pass-through makes (base64 where `OutputIsBase64`), `IsJson` speaks of it;
 * `ClientReceives`, `Bytes` and `Frames` are what arrives, null, 0 and 0 for nothing. `Routes` is there where several routes
 * use the integration and do not all deliver the same; the other members speak of the first of them.
 */
export type Preview = z.infer<typeof PreviewSchema>;

export const PreviewResultSchema = z.object({
  Status: z.enum(['rendered', 'invalid', 'failed']),
  Summary: z.string(),
  Findings: z.array(FindingSchema),
  Checks: ChecksSchema.optional(),
  Previews: z.array(PreviewSchema),
  Error: ErrorSchema.optional(),
  Target: TargetSchema,
});
export type PreviewResult = z.infer<typeof PreviewResultSchema>;
