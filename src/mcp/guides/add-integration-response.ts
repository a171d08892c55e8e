// The prompt that leads from "my WebSocket API should answer X on error Y" to a previewed, dry-run call.
import type { GetPromptResult, Prompt } from '@modelcontextprotocol/sdk/types.js';
import { quote } from '../../text/quote.ts';
import { BadRequest, INVALID_PARAMS } from './bad-request.ts';

export const addIntegrationResponse = {
  name: 'add_integration_response',
  title: 'Add an integration response',
  description: 'From "my WebSocket API should answer X on error Y" to a previewed, dry-run create.',
  arguments: [
    {
      name: 'When',
      description: 'What happens in the backend: "404", "any 5xx", "the Lambda function throws \'not found\'".',
      required: true,
    },
    { name: 'Answer', description: 'What the client should receive, in words or as JSON.', required: true },
    { name: 'ApiId', description: 'Id of the WebSocket API, if known.', required: false },
    { name: 'IntegrationId', description: 'Id of the integration, if known.', required: false },
  ],
} as const satisfies Prompt;

/** Longest argument that is taken over, in characters. */
const MAX_ARGUMENT = 4000;

type Name = (typeof addIntegrationResponse.arguments)[number]['name'];

/** The filled-in prompt. A required argument that is missing or blank is an error of the protocol. */
export function fillIn(args: Readonly<Record<string, unknown>>): GetPromptResult {
  const given = (name: Name): string | undefined => {
    const value = args[name];
    return typeof value === 'string' && value.trim() !== '' ? quote(value.trim(), MAX_ARGUMENT) : undefined;
  };
  for (const { name, required } of addIntegrationResponse.arguments) {
    if (required && given(name) === undefined) throw new BadRequest(INVALID_PARAMS, `Missing argument: ${name}`);
  }
  const text = `Add an integration response to an API Gateway WebSocket API.

When this happens in the backend: ${given('When')}
the client should receive: ${given('Answer')}
ApiId: ${given('ApiId') ?? 'not known yet'}
IntegrationId: ${given('IntegrationId') ?? 'not known yet'}

Go step by step, take ids only from answers of the tools, and ask me wherever there is a choice that is mine.
1. Find the place: describe_websocket_api, without arguments for the APIs, with ApiId for routes and integrations. Tell me which route and integration you take. Where KeysMatch is "nothing" the integration is a proxy, which uses no integration responses: say so and stop.
2. Choose IntegrationResponseKey. KeysMatch "status code": a pattern of status codes, such as /404/ or /5\\d\\d/. KeysMatch "errorMessage": a pattern of the whole error message, such as /.*not found.*/. The key $default takes whatever no pattern matches. A key that exists is changed with update_integration_response instead.
3. Write the answer as ResponseTemplates {"$default": …} with TemplateSelectionExpression "\\$default". Values of the backend's answer are printed with $input.json('$.name'), quotes included.
4. Show what arrives: preview_integration_response with ApiId, IntegrationId, the draft in Responses, and as Outcomes the case above, a success, and another failure. Correct the draft until ClientReceives is what I asked for.
5. create_integration_response with DryRun true. Put each Replace at its Path and repeat until Status is "valid"; explain the warnings that stay.
6. Show me the arguments and the preview. Only when I agree, call create_integration_response without DryRun.
7. Then tell me what NextSteps still need: a route response makes the route answer, and a deployment takes all changes of the API live, whoever made them. When I agree, call each Tool of Kind "needed" in order, as it stands. Keep the steps of Kind "undo": called in reverse order, they take everything back.
8. See the answer: send_websocket_message to the stage, with a message that leads to the case. Tell me which frame came back and whether it is the one of the preview.`;
  return {
    description: addIntegrationResponse.description,
    messages: [{ role: 'user', content: { type: 'text', text } }],
  };
}
