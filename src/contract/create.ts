// What crosses the boundary of the tool create_integration_response.
import { z } from 'zod/v3';
import { ChecksSchema } from './checks.ts';
import { ErrorSchema } from './error.ts';
import { FindingSchema } from './finding.ts';
import { draftShape, IntegrationResponseSchema } from './integration-response.ts';
import { NextStepSchema } from './next-step.ts';
import { describedSelectionShape } from './selection.ts';
import { TargetSchema } from './target.ts';

const ExportFormatSchema = z.enum(['cli', 'cloudformation', 'terraform', 'cdk']);
/** Tools in whose source an integration response can be written. */
export type ExportFormat = z.infer<typeof ExportFormatSchema>;

export const CreateArgumentsSchema = z
  .object({
    ApiId: z.string().min(1).describe('Id of the WebSocket API, e.g. "a1b2c3d4e5".'),
    IntegrationId: z.string().min(1).describe('Id of the non-proxy integration (HTTP, MOCK, AWS), e.g. "abc123".'),
    ...draftShape,
    DryRun: z.boolean().optional().describe('true: only check and report, create nothing. Default false.'),
    AllowFindings: z
      .array(z.string())
      .optional()
      .describe('Codes of error findings of an earlier answer to create in spite of.'),
    As: ExportFormatSchema.optional().describe('A dry run also returns it as such code (Export).'),
    ...describedSelectionShape,
  })
  .strict();
export type CreateArguments = z.infer<typeof CreateArgumentsSchema>;

export const CreateResultSchema = z.object({
  Status: z.enum(['created', 'valid', 'invalid', 'failed']),
  Summary: z.string(),
  Findings: z.array(FindingSchema),
  Checks: ChecksSchema,
  IntegrationResponse: IntegrationResponseSchema.optional(),
  Error: ErrorSchema.optional(),
  NextSteps: z.array(NextStepSchema),
  Export: z.string().optional(),
  Target: TargetSchema,
});
export type CreateResult = z.infer<typeof CreateResultSchema>;
