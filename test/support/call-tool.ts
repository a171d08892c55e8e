import type { Client } from '@modelcontextprotocol/sdk/client/index.js';

/** Calls a tool; checks that both channels carry the same and that isError fits the status. */
export async function callTool<Result extends { readonly Status: string }>(
  client: Client,
  name: string,
  args: object,
): Promise<Result> {
  const reply = await client.callTool({ name, arguments: { ...args } });
  const result = reply.structuredContent as Result;
  const [text] = reply.content as { type: string; text: string }[];
  if (JSON.stringify(JSON.parse(text?.text ?? '')) !== JSON.stringify(result))
    throw new Error('the two channels differ');
  if (reply.isError !== /^(invalid|failed|refused)$/.test(result.Status)) {
    throw new Error(`isError ${reply.isError} with ${result.Status}`);
  }
  return result;
}
