// What crosses the boundary of the tool delete_integration_response.
import { z } from 'zod/v3';
import { changeShape, changeStatus, dryRunShape, integrationResponseIdShape } from './change.ts';
import { IntegrationResponseSchema } from './integration-response.ts';
import { selectionShape } from './selection.ts';

export const DeleteArgumentsSchema = z
  .object({ ...integrationResponseIdShape, ...dryRunShape, ...selectionShape })
  .strict();
export type DeleteArguments = z.infer<typeof DeleteArgumentsSchema>;

export const DeleteResultSchema = z.object({
  Status: changeStatus('deleted'),
  ...changeShape,
  Before: IntegrationResponseSchema.optional(),
});
export type DeleteResult = z.infer<typeof DeleteResultSchema>;
