import { createRouteResponse as change } from '../change/create-route-response.ts';
import { CreateRouteResponseArgumentsSchema, CreateRouteResponseResultSchema } from '../contract/route-response.ts';
import { defineTool } from '../mcp/tool.ts';
import { runChange } from './run-change.ts';

export const createRouteResponse = defineTool({
  name: 'create_route_response',
  title: 'Create route response',
  description:
    'Makes a one-way route two-way: its clients then receive the answers of its integration. Not for $connect and $disconnect.',
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  input: CreateRouteResponseArgumentsSchema,
  output: CreateRouteResponseResultSchema,
  run: (raw, context) => runChange(change, CreateRouteResponseArgumentsSchema, 'create_route_response', raw, context),
});
