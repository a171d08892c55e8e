import { describe, expect, test } from 'vitest';
import { chat, messages, orders, useSandbox } from './wire.ts';

const { call, endpoint } = useSandbox();
const websocket = { name: 'x', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action' };
const proxy = { integrationType: 'HTTP_PROXY', integrationUri: 'https://example.com' };
const notProxy =
  'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)';
const routeResponseKey =
  'Currently, only $default is supported as a RouteResponseKey. The creation of the RouteResponse with a key of $default will indicate to API Gateway that this Route is intended to handle two-way communication.';
const routeResponseProtocol =
  'RouteResponses are currently not supported for this API protocol type. This is because the API may only be configured with proxy integration at this time.';
const timeout = 'Timeout should be between 50 ms and 29000 ms';
const targetFormat =
  'Unexpected or malformed target in route null. Correct format should be integrations/<integration_id>.';

test.each<[string, string, object, number, string]>([
  ['no route selection', '/v2/apis', { name: 'x', protocolType: 'WEBSOCKET' }, 400, 'Invalid routeSelectionExpression'],
  [
    'another route selection',
    '/v2/apis',
    { ...websocket, protocolType: 'HTTP' },
    400,
    'Route selection expression is currently limited to "${request.method} ${request.path}"',
  ],
  [
    'CORS',
    '/v2/apis',
    { ...websocket, corsConfiguration: {} },
    400,
    'Cors is not supported for WEBSOCKET protocolType',
  ],
  ['non-proxy on HTTP', `${orders}/integrations`, { integrationType: 'MOCK' }, 400, notProxy],
  [
    'payload 2.0',
    `${chat}/integrations`,
    { ...proxy, payloadFormatVersion: '2.0' },
    400,
    'Unsupported PayloadFormatVersion: 2.0',
  ],
  ['49 ms', `${chat}/integrations`, { ...proxy, timeoutInMillis: 49 }, 400, timeout],
  ['29001 ms', `${chat}/integrations`, { ...proxy, timeoutInMillis: 29001 }, 400, timeout],
  ['route key twice', `${chat}/routes`, { routeKey: 'ping' }, 409, 'Route with key ping already exists for this API'],
  ['malformed target', `${chat}/routes`, { routeKey: 'a', target: 'integration/d2h6j8t' }, 400, targetFormat],
  [
    'unknown target',
    `${chat}/routes`,
    { routeKey: 'a', target: 'integrations/nope' },
    404,
    'Invalid Integration identifier specified',
  ],
  [
    'request parameters',
    `${chat}/routes`,
    { routeKey: 'a', requestParameters: { 'route.request.header.x': { required: true } } },
    400,
    'Request parameters are only supported for the $connect route in WEBSOCKET APIs',
  ],
  [
    'authorization',
    `${chat}/routes`,
    { routeKey: 'a', authorizationType: 'AWS_IAM' },
    400,
    'Currently, authorization is restricted to the $connect route only',
  ],
  ['route response key', `${chat}/routes/r3s6m1g/routeresponses`, { routeResponseKey: '/200/' }, 400, routeResponseKey],
  [
    'second route response',
    `${chat}/routes/r4p9g2k/routeresponses`,
    { routeResponseKey: '$default' },
    409,
    'RouteResponse with key $default already exists for this Route',
  ],
  [
    'route response on HTTP',
    `${orders}/routes/r7o3r6d/routeresponses`,
    { routeResponseKey: '$default' },
    400,
    routeResponseProtocol,
  ],
  ['stage twice', `${chat}/stages`, { stageName: 'dev' }, 409, 'Stage already exists'],
  [
    'logs on HTTP',
    `${orders}/stages`,
    { stageName: 'x', defaultRouteSettings: { loggingLevel: 'INFO' } },
    400,
    'Execution logs are not supported on protocolType HTTP',
  ],
  [
    'unknown deployment',
    `${chat}/stages`,
    { stageName: 'x', deploymentId: 'nope' },
    404,
    'Invalid Deployment identifier specified',
  ],
  [
    'deployment to an unknown stage',
    `${chat}/deployments`,
    { stageName: 'nope' },
    404,
    'Invalid Stage identifier specified',
  ],
])('refuses %s', async (_what, path, body, status, message) => {
  expect(await call('POST', path, body)).toMatchObject({ status, body: { message } });
});

test.each([50, 29000])('a timeout of %i ms is accepted', async (timeoutInMillis) => {
  const body = { ...proxy, timeoutInMillis };
  expect(await call('POST', `${chat}/integrations`, body)).toMatchObject({ status: 201, body });
});

test('an HTTP API waits up to 30000 ms', async () => {
  const body = { ...proxy, timeoutInMillis: 30000, payloadFormatVersion: '2.0' };
  expect(await call('POST', `${orders}/integrations`, body)).toMatchObject({ status: 201, body });
});

test.each([
  ['MOCK', '${integration.response.statuscode}'],
  ['HTTP', '${integration.response.statuscode}'],
  ['AWS', '${integration.response.body.errorMessage}'],
  ['HTTP_PROXY', undefined],
  ['AWS_PROXY', undefined],
])('the service computes what responses of %s are selected by', async (integrationType, expression) => {
  const { body } = await call('POST', `${chat}/integrations`, { integrationType });
  expect(body).toHaveProperty('integrationType', integrationType);
  expect(Object.entries(body).find(([name]) => name === 'integrationResponseSelectionExpression')?.[1]).toBe(
    expression,
  );
  const { body: changed } = await call('PATCH', `${chat}/integrations/${body.integrationId}`, {
    integrationType: 'AWS_PROXY',
  });
  expect(changed).not.toHaveProperty('integrationResponseSelectionExpression');
});

describe('deletion', () => {
  test('an integration in use stays, and takes its responses along when it goes', async () => {
    const integration = `${chat}/integrations/c9d5w0r`;
    const message = 'Cannot delete Integration because it is referenced by the following Routes with Ids: [r3s6m1g]';
    expect(await call('DELETE', integration)).toMatchObject({
      status: 409,
      type: 'ConflictException',
      body: { message },
    });
    expect(await call('GET', `${messages}/j2p9v5x`)).toMatchObject({ status: 200 });
    expect(await call('DELETE', `${chat}/routes/r3s6m1g`)).toMatchObject({ status: 204 });
    expect(await call('DELETE', integration)).toMatchObject({ status: 204 });
    expect(await call('GET', messages)).toMatchObject({
      status: 404,
      body: { message: 'Invalid Integration identifier specified' },
    });
  });

  test('a deployment in use stays', async () => {
    expect(await call('DELETE', `${chat}/deployments/n4b7q2`)).toMatchObject({
      status: 400,
      body: { message: 'Active stages pointing to this deployment must be moved or deleted' },
    });
  });

  test('an API takes everything along', async () => {
    const { body } = await call('POST', '/v2/apis', websocket);
    const api = `/v2/apis/${body.apiId}`;
    await call('POST', `${api}/routes`, { routeKey: 'x' });
    expect(await call('DELETE', api)).toMatchObject({ status: 204 });
    for (const path of [api, `${api}/routes`, `${api}/integrations`, `${api}/stages`, `${api}/deployments`]) {
      expect(await call('GET', path)).toMatchObject({ status: 404, type: 'NotFoundException' });
    }
  });
});

test('create-only members are no part of an update', async () => {
  expect(await call('PATCH', chat, { protocolType: 'HTTP', name: 'renamed' })).toMatchObject({
    status: 200,
    body: { protocolType: 'WEBSOCKET', name: 'renamed', apiId: 'k3v9x1qz7d', createdDate: '2026-02-03T09:12:41Z' },
  });
});

test('a WebSocket API starts with defaults', async () => {
  const created = await call('POST', '/v2/apis', websocket);
  const { apiId } = created.body;
  expect(apiId).toMatch(/^[0-9a-z]{10}$/);
  expect(created).toMatchObject({
    status: 201,
    body: {
      ...websocket,
      apiEndpoint: `${endpoint().replace('http', 'ws')}/${apiId}`,
      apiKeySelectionExpression: '$request.header.x-api-key',
    },
  });
  const integration = await call('POST', `/v2/apis/${apiId}/integrations`, { integrationType: 'MOCK' });
  expect(integration.body).toStrictEqual({
    connectionType: 'INTERNET',
    integrationId: expect.stringMatching(/^[0-9a-z]{7}$/),
    integrationResponseSelectionExpression: '${integration.response.statuscode}',
    integrationType: 'MOCK',
    passthroughBehavior: 'WHEN_NO_MATCH',
    payloadFormatVersion: '1.0',
    timeoutInMillis: 29000,
  });
  const route = await call('POST', `/v2/apis/${apiId}/routes`, { routeKey: 'x' });
  expect(route.body).toMatchObject({ routeKey: 'x', apiKeyRequired: false, authorizationType: 'NONE' });
});

test('an HTTP API starts with other defaults', async () => {
  const { body } = await call('POST', '/v2/apis', { name: 'x', protocolType: 'HTTP' });
  expect(body).toMatchObject({
    apiEndpoint: `https://${body.apiId}.execute-api.us-east-1.amazonaws.com`,
    routeSelectionExpression: '${request.method} ${request.path}',
  });
  const integration = await call('POST', `/v2/apis/${body.apiId}/integrations`, proxy);
  expect(integration.body).toMatchObject({ timeoutInMillis: 30000 });
  expect(integration.body).not.toHaveProperty('passthroughBehavior');
});

test('lists are read without their nulls, and only as lists', async () => {
  const route = { routeKey: 'scoped', authorizationScopes: ['a', null, 'b'] };
  expect((await call('POST', `${chat}/routes`, route)).body).toMatchObject({ authorizationScopes: ['a', 'b'] });
  expect(await call('POST', `${chat}/routes`, { routeKey: 'y', authorizationScopes: 'a' })).toMatchObject({
    status: 400,
    body: { message: 'class java.lang.String can not be converted to an List' },
  });
});

test.each([
  ['$connect', `${chat}/routes/r1c4n7t`],
  ['an HTTP route', `${orders}/routes/r7o3r6d`],
])('%s takes request parameters and authorization', async (_what, path) => {
  const body = { authorizationType: 'AWS_IAM', requestParameters: { 'route.request.header.x': { required: true } } };
  expect(await call('PATCH', path, body)).toMatchObject({ status: 200, body });
});

test.each([
  [
    'on an HTTP API without logs',
    `${orders}/stages`,
    { stageName: 'quiet', defaultRouteSettings: { loggingLevel: 'OFF' } },
  ],
  [
    'on a WebSocket API with logs',
    `${chat}/stages`,
    { stageName: 'loud', defaultRouteSettings: { loggingLevel: 'INFO' } },
  ],
  ['with a deployment', `${chat}/stages`, { stageName: 'pinned', deploymentId: 'n4b7q2' }],
])('a stage %s', async (_what, path, body) => {
  expect(await call('POST', path, body)).toMatchObject({ status: 201, body });
});

test('a stage is created with both a deployment and AutoDeploy, and updated with one of them', async () => {
  const both = { deploymentId: 'n4b7q2', autoDeploy: true };
  const created = await call('POST', `${chat}/stages`, { stageName: 'both', ...both });
  expect(created).toMatchObject({ status: 201, body: { autoDeploy: true } });

  const message = `Deployment ID cannot be set on this stage 123456789012:${chat.split('/').at(-1)} because AutoDeploy is enabled.`;
  const refused = { status: 400, body: { message } };
  expect(await call('PATCH', `${chat}/stages/both`, { deploymentId: 'n4b7q2' })).toMatchObject(refused);
  expect(await call('PATCH', `${chat}/stages/production`, both)).toMatchObject(refused);
  expect(await call('PATCH', `${chat}/stages/both`, { ...both, autoDeploy: false })).toMatchObject({
    status: 200,
    body: { autoDeploy: false, deploymentId: 'n4b7q2' },
  });
});

test('a malformed target of an update names the route', async () => {
  const message =
    'Unexpected or malformed target in route r4p9g2k. Correct format should be integrations/<integration_id>.';
  expect(await call('PATCH', `${chat}/routes/r4p9g2k`, { target: 'nope' })).toMatchObject({
    status: 400,
    body: { message },
  });
});
