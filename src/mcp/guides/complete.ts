// Completions for what people type into a prompt or a resource address: ids of the account, codes of findings.
import type { CompleteResult } from '@modelcontextprotocol/sdk/types.js';
import { isPathId } from '../../api-gateway/path-id.ts';
import type { CallContext } from '../tool.ts';
import { addIntegrationResponse } from './add-integration-response.ts';

/** How the account is read. */
export type Account = Pick<CallContext, 'gateway' | 'signal'>;

/** The protocol's own bound. */
const MAX_VALUES = 100;

type Members = Readonly<Record<string, unknown>>;
const members = (value: unknown): Members => (typeof value === 'object' && value !== null ? (value as Members) : {});

/** Values for `params.argument`; whatever cannot be read completes to nothing. */
export async function complete(params: Members, account: Account): Promise<CompleteResult> {
  const { ref, argument, context: filled } = params;
  const { type, name: prompt } = members(ref);
  const { name, value } = members(argument);
  const typed = typeof value === 'string' ? value : '';
  if (type === 'ref/resource' && name === 'code') {
    const { codesFrom } = await import('./resources.ts');
    return answer(codesFrom(typed));
  }
  if (type !== 'ref/prompt' || prompt !== addIntegrationResponse.name) return answer([]);
  if (name === 'ApiId') return answer(await apiIds(typed, account));
  if (name === 'IntegrationId') {
    const { ApiId } = members(members(filled)['arguments']);
    return answer(typeof ApiId === 'string' && isPathId(ApiId) ? await integrationIds(ApiId, typed, account) : []);
  }
  return answer([]);
}

const answer = (values: readonly string[]): CompleteResult => ({
  completion: { values: values.slice(0, MAX_VALUES), total: values.length, hasMore: values.length > MAX_VALUES },
});

/** WebSocket APIs whose id begins with what was typed, or whose name contains it. */
async function apiIds(typed: string, { gateway, signal }: Account): Promise<string[]> {
  const reply = await (await gateway({})).getApis({ signal });
  if (!reply.ok) return [];
  const word = typed.toLowerCase();
  return reply.value.flatMap(({ ApiId = '', Name = '', ProtocolType }) =>
    ProtocolType === 'WEBSOCKET' && (ApiId.startsWith(word) || Name.toLowerCase().includes(word)) ? [ApiId] : [],
  );
}

async function integrationIds(apiId: string, typed: string, { gateway, signal }: Account): Promise<string[]> {
  const reply = await (await gateway({})).getIntegrations(apiId, { signal });
  if (!reply.ok) return [];
  return reply.value.flatMap(({ IntegrationId = '' }) => (IntegrationId.startsWith(typed) ? [IntegrationId] : []));
}
