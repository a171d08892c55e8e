// A real MCP client over stdio, connected to the built server.
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { onTestFinished } from 'vitest';
import type { CreateResult } from '../../src/contract/create.ts';

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Nothing of the tester's own AWS setup: no files, no instance metadata. */
export const BARE_ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** Credentials and region as a control plane on loopback needs them. */
export const localEnv = (endpoint: string): Record<string, string> => ({
  AWS_ENDPOINT_URL_APIGATEWAYV2: endpoint,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'not-a-secret',
});

/** Starts `node dist/main.js` with these flags and connects; ends with the test. */
export async function connect({
  args = [],
  env = {},
}: {
  args?: string[];
  env?: Record<string, string>;
} = {}): Promise<Client> {
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [MAIN, ...args],
      env: { ...BARE_ENV, ...env },
      stderr: 'ignore',
    }),
  );
  await client.listTools(); // from here on the client checks every structuredContent against the output schema
  onTestFinished(() => client.close());
  return client;
}

/** Calls the create tool; checks that both channels carry the same and that isError fits the status. */
export async function create(client: Client, args: unknown): Promise<CreateResult> {
  const reply = await client.callTool({
    name: 'create_integration_response',
    arguments: args as Record<string, unknown>,
  });
  const result = reply.structuredContent as CreateResult;
  const [text] = reply.content as { type: string; text: string }[];
  if (JSON.stringify(result) !== text?.text) throw new Error('the two channels differ');
  if (reply.isError !== /^(invalid|failed|refused)$/.test(result.Status))
    throw new Error(`isError ${reply.isError} with ${result.Status}`);
  return result;
}
