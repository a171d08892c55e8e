// "Add an error answer to sendMessage in the chat API": a scripted agent that knows the tool list and nothing else.
import { execFileSync } from 'node:child_process';
import * as aws from '@aws-sdk/client-apigatewayv2';
import { expect, test } from 'vitest';
import type { CreateResult } from '../../src/contract/create.ts';
import type { DescribeResult } from '../../src/contract/describe.ts';
import type { PreviewResult } from '../../src/contract/preview.ts';
import { connect } from '../support/connect.ts';

type RouteResponse = Record<'ApiId' | 'RouteId' | 'RouteResponseKey', string>;
type Deployment = Record<'ApiId' | 'StageName', string>;

/** Does what an AWS CLI call says, with the SDK. The shell takes the words apart, as it would for the CLI. */
async function doStep(command: string, endpoint: string): Promise<void> {
  const words = execFileSync('bash', ['-c', `aws() { printf '%s\\n' "$@"; }; ${command}`], { encoding: 'utf8' });
  const [, operation = '', ...rest] = words.trim().split('\n');
  const pascal = (text: string) => text.replace(/(?:^|-+)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const input: Record<string, string> = {};
  for (let index = 0; index < rest.length; index += 2) input[pascal(rest[index] ?? '')] = rest[index + 1] ?? '';
  const client = new aws.ApiGatewayV2Client({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' },
  });
  if (operation === 'create-route-response')
    await client.send(new aws.CreateRouteResponseCommand(input as RouteResponse));
  else if (operation === 'create-deployment') await client.send(new aws.CreateDeploymentCommand(input as Deployment));
  else throw new Error(`unexpected step: ${command}`);
}

test('from a sentence to a created, reachable response in four calls, without a guessed id', async () => {
  const client = await connect({ args: ['--sandbox'] });
  let calls = 0;
  const call = async <Result>(name: string, args: Record<string, unknown>): Promise<Result> => {
    calls += 1;
    return (await client.callTool({ name, arguments: args })).structuredContent as Result;
  };

  const listed = await call<DescribeResult>('describe_websocket_api', {});
  const ApiId = listed.Apis?.find(({ Name }) => Name?.includes('chat'))?.ApiId;
  const described = await call<DescribeResult>('describe_websocket_api', { ApiId, RouteKey: 'sendMessage' });
  const { IntegrationId, KeysMatch, Responses = [] } = described.Routes?.[0]?.Integration ?? {};
  expect(KeysMatch).toBe('status code');
  expect(Responses.map(({ IntegrationResponseKey }) => IntegrationResponseKey)).not.toContain('$default');
  const response = {
    IntegrationResponseKey: '$default',
    TemplateSelectionExpression: '\\$default',
    ResponseTemplates: { $default: '{"type":"error","detail":$input.json(\'$.message\')}' },
  };
  const wanted = { ApiId, IntegrationId, ...response };
  expect(await call('create_integration_response', { ...wanted, DryRun: true })).toMatchObject({ Status: 'valid' });
  const created = await call<CreateResult>('create_integration_response', wanted);
  expect(created.Status).toBe('created');
  expect(calls).toBe(4);

  // What stands between the response and a client is named; done to the letter, nothing is left.
  const endpoint = created.Target.Endpoint ?? '';
  const steps = created.NextSteps.filter(({ Kind }) => Kind !== 'undo');
  expect(steps.length).toBeGreaterThan(0);
  for (const { Cli = '' } of steps) await doStep(Cli, endpoint);
  const after = await call<DescribeResult>('describe_websocket_api', { ApiId, RouteKey: 'sendMessage' });
  expect(after.Routes).toMatchObject([{ RouteKey: 'sendMessage', TwoWay: true }]);
  expect(after.Stages?.map(({ State }) => State)).not.toContain('stale');
  expect(after.Findings.map(({ Code }) => Code)).toEqual(['stage-manual']); // what a snapshot holds cannot be read
  const Outcomes = [{ StatusCode: 503, Body: '{"message":"busy"}' }];
  const { Previews } = await call<PreviewResult>('preview_integration_response', { ApiId, IntegrationId, Outcomes });
  expect(Previews.map(({ ClientReceives }) => ClientReceives)).toEqual(['{"type":"error","detail":"busy"}']);
});
