import { updateIntegrationResponse as change } from '../change/update-integration-response.ts';
import { UpdateArgumentsSchema, UpdateResultSchema } from '../contract/update.ts';
import { defineTool } from '../mcp/tool.ts';
import { runChange } from './run-change.ts';

export const updateIntegrationResponse = defineTool({
  name: 'update_integration_response',
  title: 'Update integration response',
  description:
    'Changes an integration response: members left out stay, maps merge by key. The result is judged as a create is. It cannot ' +
    'take a template away: delete and create for that.',
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  view: true,
  input: UpdateArgumentsSchema,
  output: UpdateResultSchema,
  run: (raw, context) => runChange(change, UpdateArgumentsSchema, 'update_integration_response', raw, context),
});
