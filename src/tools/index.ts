// The tools in the order in which they are listed.
import type { Tool } from '../mcp/tool.ts';
import { createIntegrationResponse } from './create-integration-response.ts';
import { describeWebsocketApi } from './describe-websocket-api.ts';
import { previewIntegrationResponse } from './preview-integration-response.ts';

export const tools: readonly Tool[] = [createIntegrationResponse, previewIntegrationResponse, describeWebsocketApi];
