// The calls that make, take back and take away an integration response.
import type { IntegrationResponse } from '../contract/integration-response.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { asWanted, errorCodes } from './response-state.ts';
import type { Step } from './step.ts';

export interface IntegrationIds {
  readonly ApiId: string;
  readonly IntegrationId: string;
}

export const deleteStep = (
  Text: string,
  { ApiId, IntegrationId }: IntegrationIds,
  IntegrationResponseId: string | undefined,
): Step => ({
  Text,
  Kind: 'undo',
  tool: ['delete_integration_response', { ApiId, IntegrationId, IntegrationResponseId }],
  cli: [
    'delete-integration-response',
    { '--api-id': ApiId, '--integration-id': IntegrationId, '--integration-response-id': IntegrationResponseId },
  ],
});

/** The create of a response that was there; `live` is the state without it. */
export function createAgainStep(
  Text: string,
  ids: IntegrationIds,
  response: IntegrationResponse,
  live: Snapshot,
): Step {
  const request = asWanted(ids, response);
  return {
    Text,
    Kind: 'undo',
    tool: ['create_integration_response', { ...request, ...errorCodes(request, live) }],
    cli: ['create-integration-response', { '--cli-input-json': JSON.stringify(request) }],
  };
}
