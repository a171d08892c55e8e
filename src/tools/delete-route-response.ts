import { deleteRouteResponse as change } from '../change/delete-route-response.ts';
import { DeleteRouteResponseArgumentsSchema, DeleteRouteResponseResultSchema } from '../contract/route-response.ts';
import { defineTool } from '../mcp/tool.ts';
import { runChange } from './run-change.ts';

export const deleteRouteResponse = defineTool({
  name: 'delete_route_response',
  title: 'Delete route response',
  description: 'Makes a two-way route one-way: its clients no longer receive answers.',
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  input: DeleteRouteResponseArgumentsSchema,
  output: DeleteRouteResponseResultSchema,
  run: (raw, context) => runChange(change, DeleteRouteResponseArgumentsSchema, 'delete_route_response', raw, context),
});
