import { createIntegrationResponse as change } from '../change/create-integration-response.ts';
import { CreateArgumentsSchema, CreateResultSchema } from '../contract/create.ts';
import { defineTool } from '../mcp/tool.ts';
import { runChange } from './run-change.ts';

export const createIntegrationResponse = defineTool({
  name: 'create_integration_response',
  title: 'Create integration response',
  description:
    'Creates an integration response of an API Gateway WebSocket API (API Gateway V2 CreateIntegrationResponse): how the answer of a ' +
    'non-proxy integration becomes the message the client receives. Every call is dry-run first against documented rules and the ' +
    'live API; errors stop it, each finding says what to change. NextSteps are the calls still missing before a client sees an ' +
    'answer. Not for HTTP or REST APIs, nor for a key that is there: update_integration_response.',
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  view: true,
  input: CreateArgumentsSchema,
  output: CreateResultSchema,
  run: (raw, context) => runChange(change, CreateArgumentsSchema, 'create_integration_response', raw, context),
});
