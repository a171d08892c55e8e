// From a wish to a deployed response and back, by an agent that knows the tool list and nothing else, without a shell.
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { expect, test } from 'vitest';
import type { CreateResult } from '../../src/contract/create.ts';
import type { DescribeResult } from '../../src/contract/describe.ts';
import type { NextStep } from '../../src/contract/next-step.ts';
import { apiState } from '../support/account-state.ts';
import { callTool } from '../support/call-tool.ts';
import { connect, localEnv } from '../support/connect.ts';
import { startEdge } from '../support/edge.ts';

interface Result {
  readonly Status: string;
  readonly NextSteps: NextStep[];
}

const NOT_FOUND = {
  IntegrationResponseKey: '/404/',
  TemplateSelectionExpression: '\\$default',
  ResponseTemplates: { $default: '{"type":"error","code":"not-found"}' },
};

/** Takes the steps of a kind that a tool of this server can take; answers their results. */
async function take(client: Client, steps: readonly NextStep[], kind: NextStep['Kind']): Promise<Result[]> {
  const results: Result[] = [];
  for (const { Kind, Tool } of steps) {
    if (Kind === kind && Tool) results.push(await callTool<Result>(client, Tool.Name, Tool.Arguments));
  }
  return results;
}

test('"answer 404 with the code not-found on sendMessage in the chat API, in production", and back', async () => {
  const { endpoint } = await startEdge();
  const client = await connect({ env: localEnv(endpoint) });
  let calls = 0;
  const call = <T extends { readonly Status: string }>(name: string, args: object) => {
    calls += 1;
    return callTool<T>(client, name, args);
  };

  const { Apis = [] } = await call<DescribeResult>('describe_websocket_api', {});
  const ApiId = Apis.find(({ Name }) => Name?.includes('chat'))?.ApiId ?? '';
  const before = await apiState(endpoint, ApiId);
  const { Routes = [] } = await call<DescribeResult>('describe_websocket_api', { ApiId, RouteKey: 'sendMessage' });
  const IntegrationId = Routes[0]?.Integration?.IntegrationId ?? '';
  const wanted = { ApiId, IntegrationId, ...NOT_FOUND };
  expect(await call('create_integration_response', { ...wanted, DryRun: true })).toMatchObject({ Status: 'valid' });
  const created = await call<CreateResult>('create_integration_response', wanted);
  expect(created.Status).toBe('created');

  const needed = created.NextSteps.filter(({ Kind }) => Kind === 'needed');
  expect(needed.map(({ Tool }) => Tool?.Name)).toEqual(['create_route_response', 'deploy_websocket_api']);
  const results = await take(client, needed, 'needed');
  calls += results.length;
  expect(results.map(({ Status }) => Status)).toEqual(['created', 'deployed']);
  expect(calls).toBeLessThanOrEqual(7);
  const after = await call<DescribeResult>('describe_websocket_api', { ApiId, RouteKey: 'sendMessage' });
  expect(after.Routes).toMatchObject([{ TwoWay: true }]);
  expect(after.Stages).toContainEqual(expect.objectContaining({ StageName: 'production', State: 'deployed' }));

  const undone: Result[] = [];
  for (const { NextSteps } of [created, ...results].reverse()) undone.push(...(await take(client, NextSteps, 'undo')));
  expect(undone.map(({ Status }) => Status)).toEqual(['deployed', 'deleted', 'deleted']);
  expect(await apiState(endpoint, ApiId)).toEqual(before);
});

test('two agents at once on one API: both end with what is so', async () => {
  const { endpoint } = await startEdge();
  const clients = await Promise.all([connect({ env: localEnv(endpoint) }), connect({ env: localEnv(endpoint) })]);
  const ids = { ApiId: 'k3v9x1qz7d', IntegrationId: 'c9d5w0r' };
  const ends = await Promise.all(
    clients.map(async (client) => {
      const created = await callTool<CreateResult>(client, 'create_integration_response', { ...ids, ...NOT_FOUND });
      const taken = await take(client, created.NextSteps, 'needed');
      return { created, taken };
    }),
  );
  expect(ends.map(({ created }) => created.Error?.Type ?? created.Status).sort()).toEqual([
    'ConflictException',
    'created',
  ]);
  const { routes, integrations } = await apiState(endpoint, ids.ApiId);
  expect(routes.find(({ route }) => route['routeKey'] === 'sendMessage')?.responses).toHaveLength(1);
  const keys = integrations.flatMap(({ responses }) => responses.map((each) => each['integrationResponseKey']));
  expect(keys.filter((key) => key === NOT_FOUND.IntegrationResponseKey)).toHaveLength(1);
  for (const { taken } of ends) expect(taken.at(-1)?.Status).toBe('deployed');
});
