// The tools in the order in which they are listed.
import type { Tool } from '../mcp/tool.ts';
import { createIntegrationResponse } from './create-integration-response.ts';
import { createRouteResponse } from './create-route-response.ts';
import { deleteIntegrationResponse } from './delete-integration-response.ts';
import { deleteRouteResponse } from './delete-route-response.ts';
import { deployWebsocketApi } from './deploy-websocket-api.ts';
import { describeWebsocketApi } from './describe-websocket-api.ts';
import { previewIntegrationResponse } from './preview-integration-response.ts';
import { sendWebsocketMessage } from './send-websocket-message.ts';
import { updateIntegrationResponse } from './update-integration-response.ts';

export const tools: readonly Tool[] = [
  createIntegrationResponse,
  updateIntegrationResponse,
  deleteIntegrationResponse,
  createRouteResponse,
  deleteRouteResponse,
  deployWebsocketApi,
  sendWebsocketMessage,
  previewIntegrationResponse,
  describeWebsocketApi,
];
