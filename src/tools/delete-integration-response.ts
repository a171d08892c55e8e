import { deleteIntegrationResponse as change } from '../change/delete-integration-response.ts';
import { DeleteArgumentsSchema, DeleteResultSchema } from '../contract/delete.ts';
import { defineTool } from '../mcp/tool.ts';
import { runChange } from './run-change.ts';

export const deleteIntegrationResponse = defineTool({
  name: 'delete_integration_response',
  title: 'Delete integration response',
  description: 'Deletes an integration response; says what clients get without it, and how to make it again.',
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  input: DeleteArgumentsSchema,
  output: DeleteResultSchema,
  run: (raw, context) => runChange(change, DeleteArgumentsSchema, 'delete_integration_response', raw, context),
});
