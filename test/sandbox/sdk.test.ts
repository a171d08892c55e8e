import {
  ApiGatewayV2Client,
  BadRequestException,
  ConflictException,
  CreateIntegrationResponseCommand,
  DeleteIntegrationResponseCommand,
  GetApisCommand,
  GetIntegrationResponseCommand,
  GetIntegrationResponsesCommand,
  GetIntegrationsCommand,
  GetRouteResponsesCommand,
  GetRoutesCommand,
  GetStagesCommand,
  NotFoundException,
  UpdateIntegrationResponseCommand,
} from '@aws-sdk/client-apigatewayv2';
import { expect, test } from 'vitest';
import { useSandbox } from './wire.ts';

const { endpoint, apiIds } = useSandbox();

const client = () =>
  new ApiGatewayV2Client({
    endpoint: endpoint(),
    region: 'eu-west-3',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });

const ApiId = 'k3v9x1qz7d';
const IntegrationId = 'd2h6j8t';

test('the SDK reads the seeded APIs', async () => {
  const sdk = client();
  const { Items: apis = [] } = await sdk.send(new GetApisCommand({}));
  expect(apis.map((api) => [api.ApiId, api.Name, api.ProtocolType])).toEqual([
    ['k3v9x1qz7d', 'team-chat', 'WEBSOCKET'],
    ['p8m2w6r4tc', 'orders-http', 'HTTP'],
  ]);
  expect(apis.map((api) => api.ApiId)).toEqual(apiIds());
  expect(apis[0]?.CreatedDate).toEqual(new Date('2026-02-03T09:12:41Z'));
  expect(apis[0]?.ApiEndpoint).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/k3v9x1qz7d$/);

  const { Items: integrations = [] } = await sdk.send(new GetIntegrationsCommand({ ApiId }));
  expect(new Set(integrations.map((integration) => integration.IntegrationType))).toEqual(
    new Set(['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK']),
  );
  const { Items: routes = [] } = await sdk.send(new GetRoutesCommand({ ApiId }));
  const twoWay: (string | undefined)[] = [];
  for (const { RouteId, RouteKey } of routes) {
    const { Items = [] } = await sdk.send(new GetRouteResponsesCommand({ ApiId, RouteId }));
    if (Items.length > 0) twoWay.push(RouteKey);
  }
  expect(routes.map((route) => route.RouteKey)).toEqual(
    expect.arrayContaining(['$connect', '$disconnect', '$default', 'sendMessage', 'ping']),
  );
  expect(twoWay).toContain('ping');
  expect(twoWay).not.toContain('sendMessage');
  const { Items: stages = [] } = await sdk.send(new GetStagesCommand({ ApiId }));
  expect(stages.map((stage) => [stage.StageName, stage.AutoDeploy])).toEqual([
    ['dev', true],
    ['production', false],
  ]);
});

test('the SDK creates, pages, updates and deletes', async () => {
  const sdk = client();
  const created = await sdk.send(
    new CreateIntegrationResponseCommand({
      ApiId,
      IntegrationId,
      IntegrationResponseKey: '/404/',
      ContentHandlingStrategy: 'CONVERT_TO_TEXT',
      ResponseTemplates: { $default: '{}', '200': '' },
      ResponseParameters: { 'method.response.header.X': "'x'" },
      TemplateSelectionExpression: '\\$default',
    }),
  );
  expect(created.$metadata.httpStatusCode).toBe(201);
  expect(created.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const IntegrationResponseId = created.IntegrationResponseId as string;
  const item = { ApiId, IntegrationId, IntegrationResponseId };
  const { $metadata: _created, ...document } = created;
  const { $metadata: _read, ...read } = await sdk.send(new GetIntegrationResponseCommand(item));
  expect(read).toEqual(document);

  const first = await sdk.send(new GetIntegrationResponsesCommand({ ApiId, IntegrationId, MaxResults: '1' }));
  expect(first.Items).toHaveLength(1);
  const second = await sdk.send(
    new GetIntegrationResponsesCommand({ ApiId, IntegrationId, MaxResults: '1', NextToken: first.NextToken }),
  );
  expect(second.NextToken).toBeUndefined();
  expect([...(first.Items ?? []), ...(second.Items ?? [])].map((each) => each.IntegrationResponseKey).sort()).toEqual([
    '$default',
    '/404/',
  ]);

  const updated = await sdk.send(
    new UpdateIntegrationResponseCommand({
      ...item,
      IntegrationResponseKey: '/4\\d\\d/',
      ContentHandlingStrategy: 'CONVERT_TO_BINARY',
    }),
  );
  expect(updated).toMatchObject({
    ...document,
    IntegrationResponseKey: '/4\\d\\d/',
    ContentHandlingStrategy: 'CONVERT_TO_BINARY',
  });
  const deleted = await sdk.send(new DeleteIntegrationResponseCommand(item));
  expect(deleted.$metadata.httpStatusCode).toBe(204);
});

test('the SDK tells refusals apart', async () => {
  const sdk = client();
  const create = (input: { ApiId: string; IntegrationId: string; IntegrationResponseKey: string }) =>
    sdk.send(new CreateIntegrationResponseCommand(input)).catch((error: unknown) => error);
  const key = { IntegrationResponseKey: '$default' };

  const duplicate = await create({ ApiId, IntegrationId, ...key });
  expect(duplicate).toBeInstanceOf(ConflictException);
  expect(duplicate).toMatchObject({
    name: 'ConflictException',
    message: 'Integration response with selection pattern $default already exists',
    $metadata: { httpStatusCode: 409, attempts: 1 },
  });
  expect(await create({ ApiId: 'nope', IntegrationId, ...key })).toBeInstanceOf(NotFoundException);
  expect(await create({ ApiId, IntegrationId: 'nope', ...key })).toBeInstanceOf(NotFoundException);
  expect(await create({ ApiId: 'p8m2w6r4tc', IntegrationId: 'g1v5o9d', ...key })).toBeInstanceOf(BadRequestException);
});
