import { createIntegrationResponse as change } from '../change/create-integration-response.ts';
import { CreateArgumentsSchema, CreateResultSchema } from '../contract/create.ts';
import { defineTool } from '../mcp/tool.ts';
import { runChange } from './run-change.ts';

export const createIntegrationResponse = defineTool({
  name: 'create_integration_response',
  title: 'Create integration response',
  description:
    'Creates an integration response of a WebSocket API (API Gateway V2): how the answer of a non-proxy integration becomes the ' +
    'message the client receives. Dry-run first: errors stop it and say what to change. NextSteps are the calls still ' +
    'missing. Not for HTTP or REST APIs, nor for a key that is there: update_integration_response.',
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  view: true,
  input: CreateArgumentsSchema,
  output: CreateResultSchema,
  run: (raw, context) => runChange(change, CreateArgumentsSchema, 'create_integration_response', raw, context),
});
