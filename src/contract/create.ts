// What crosses the boundary of the tool create_integration_response.
import { z } from 'zod/v3';
import { allowFindingsShape, apiIdShape, changeShape, changeStatus, dryRunShape } from './change.ts';
import { draftShape, IntegrationResponseSchema } from './integration-response.ts';
import { selectionShape } from './selection.ts';

const ExportFormatSchema = z.enum(['cli', 'cloudformation', 'terraform', 'cdk']);
/** Tools in whose source an integration response can be written. */
export type ExportFormat = z.infer<typeof ExportFormatSchema>;

export const CreateArgumentsSchema = z
  .object({
    ...apiIdShape,
    IntegrationId: z.string().min(1).describe('Of the non-proxy integration (HTTP, MOCK, AWS).'),
    ...draftShape,
    ...dryRunShape,
    ...allowFindingsShape,
    As: ExportFormatSchema.optional().describe('A dry run also returns it as such code (Export).'),
    ...selectionShape,
  })
  .strict();
export type CreateArguments = z.infer<typeof CreateArgumentsSchema>;

export const CreateResultSchema = z.object({
  Status: changeStatus('created'),
  ...changeShape,
  IntegrationResponse: IntegrationResponseSchema.optional(),
  Export: z.string().optional(),
});
export type CreateResult = z.infer<typeof CreateResultSchema>;
