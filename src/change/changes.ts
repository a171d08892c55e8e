// The writes by the name of their tool.
import { createIntegrationResponse } from './create-integration-response.ts';
import { createRouteResponse } from './create-route-response.ts';
import { deleteIntegrationResponse } from './delete-integration-response.ts';
import { deleteRouteResponse } from './delete-route-response.ts';
import { deploy } from './deploy.ts';
import { updateIntegrationResponse } from './update-integration-response.ts';

export const CHANGES = {
  create_integration_response: createIntegrationResponse,
  update_integration_response: updateIntegrationResponse,
  delete_integration_response: deleteIntegrationResponse,
  create_route_response: createRouteResponse,
  delete_route_response: deleteRouteResponse,
  deploy_websocket_api: deploy,
};
