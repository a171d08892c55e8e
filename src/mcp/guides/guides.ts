// What a host offers to a person besides the tools: a prompt, the findings to read, completions. Loaded at the first request for one.
import type { Resource, ResourceTemplate, Result } from '@modelcontextprotocol/sdk/types.js';
import { visible } from '../../text/quote.ts';
import { readView, VIEW_URI, viewResource } from '../view.ts';
import { addIntegrationResponse, fillIn } from './add-integration-response.ts';
import { BadRequest, INVALID_PARAMS } from './bad-request.ts';
import { type Account, complete } from './complete.ts';

/** Answers one method; throws `BadRequest` where the request is wrong. */
export type Guide = (params: Readonly<Record<string, unknown>>, account: Account) => Promise<Result>;

const catalogueResource: Resource = {
  uri: 'findings://catalogue',
  name: 'findings',
  title: 'Findings catalogue',
  description: 'All findings of the dry run: code, severity, what each says.',
  mimeType: 'text/markdown',
};

const findingTemplate: ResourceTemplate = {
  uriTemplate: 'finding://{code}',
  name: 'finding',
  title: 'Finding',
  description: 'One finding by its code: why, an example, what it says, the correction.',
  mimeType: 'text/markdown',
};

/** By method of the protocol. */
export const guides: ReadonlyMap<string, Guide> = new Map<string, Guide>([
  ['prompts/list', async () => ({ prompts: [addIntegrationResponse] })],
  [
    'prompts/get',
    async ({ name, arguments: args }) => {
      if (name !== addIntegrationResponse.name) {
        throw new BadRequest(INVALID_PARAMS, `Unknown prompt: ${visible(String(name), 100)}`);
      }
      return fillIn(typeof args === 'object' && args !== null ? (args as Record<string, unknown>) : {});
    },
  ],
  ['resources/list', async () => ({ resources: [catalogueResource, viewResource] })],
  ['resources/templates/list', async () => ({ resourceTemplates: [findingTemplate] })],
  [
    'resources/read',
    async ({ uri }) => (uri === VIEW_URI ? readView() : (await import('./resources.ts')).readResource(uri)),
  ],
  ['completion/complete', complete],
]);
