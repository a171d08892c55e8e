import { deploy as change } from '../change/deploy.ts';
import { DeployArgumentsSchema, DeployResultSchema } from '../contract/deploy.ts';
import { defineTool } from '../mcp/tool.ts';
import { runChange } from './run-change.ts';

export const deployWebsocketApi = defineTool({
  name: 'deploy_websocket_api',
  title: 'Deploy WebSocket API',
  description:
    'Takes all changes of the API since its last deployment live on a stage, and waits until that is done. Needless where the ' +
    'stage has AutoDeploy.',
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  input: DeployArgumentsSchema,
  output: DeployResultSchema,
  run: (raw, context) => runChange(change, DeployArgumentsSchema, 'deploy_websocket_api', raw, context),
});
