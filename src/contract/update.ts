// What crosses the boundary of the tools that change or take away an integration response.
import { z } from 'zod/v3';
import { allowFindingsShape, changeShape, changeStatus, dryRunShape, integrationResponseIdShape } from './change.ts';
import { draftShape, IntegrationResponseSchema } from './integration-response.ts';
import { selectionShape } from './selection.ts';

const {
  IntegrationResponseKey,
  ContentHandlingStrategy,
  ResponseParameters,
  ResponseTemplates,
  TemplateSelectionExpression,
} = draftShape;

export const UpdateArgumentsSchema = z
  .object({
    ...integrationResponseIdShape,
    IntegrationResponseKey: IntegrationResponseKey.optional().describe('New key.'),
    ContentHandlingStrategy: ContentHandlingStrategy.describe('New one; it cannot be taken away.'),
    ResponseParameters: ResponseParameters.describe('Entries to add or replace.'),
    ResponseTemplates: ResponseTemplates.describe('Entries to add or replace.'),
    TemplateSelectionExpression: TemplateSelectionExpression.describe('New one; "" takes it away.'),
    ...dryRunShape,
    ...allowFindingsShape,
    ...selectionShape,
  })
  .strict();
export type UpdateArguments = z.infer<typeof UpdateArgumentsSchema>;

export const UpdateResultSchema = z.object({
  Status: changeStatus('updated'),
  ...changeShape,
  IntegrationResponse: IntegrationResponseSchema.optional(),
  Before: IntegrationResponseSchema.optional(),
});
export type UpdateResult = z.infer<typeof UpdateResultSchema>;
