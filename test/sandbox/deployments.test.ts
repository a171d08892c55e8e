import { expect, test } from 'vitest';
import { chat, useSandbox } from './wire.ts';

const { call } = useSandbox();

const deployed = async (stage: string) => {
  const { deploymentId } = (await call('GET', `${chat}/stages/${stage}`)).body;
  return (await call('GET', `${chat}/deployments/${deploymentId}`)).body;
};

const responses = `${chat}/integrations/d2h6j8t/integrationresponses`;

test.each<[string, string, object?]>([
  ['POST', responses, { integrationResponseKey: '/500/' }],
  ['PATCH', `${responses}/m8r3k6w`, { templateSelectionExpression: 'x' }],
  ['POST', `${chat}/integrations`, { integrationType: 'MOCK' }],
  ['PATCH', `${chat}/integrations/d2h6j8t`, { description: 'changed' }],
  ['POST', `${chat}/routes`, { routeKey: 'new' }],
  ['DELETE', `${chat}/routes/r6l2m8s`],
  ['DELETE', `${chat}/routes/r4p9g2k/routeresponses/u3w8f1j`],
  ['PATCH', chat, { description: 'changed' }],
])('%s %s reaches the stage that deploys itself, and no other', async (method, path, body) => {
  const [dev, production] = [await deployed('dev'), await deployed('production')];
  expect((await call(method, path, body)).status).toBeLessThan(300);
  const after = await deployed('dev');
  expect(after).toMatchObject({ autoDeployed: true, deploymentStatus: 'DEPLOYED' });
  expect(after.deploymentId).not.toBe(dev.deploymentId);
  expect(Date.parse(after.createdDate)).toBeGreaterThan(Date.parse(production.createdDate));
  expect(await deployed('production')).toEqual(production);
});

test.each<[string, string, object | undefined, number]>([
  ['GET', chat, undefined, 200],
  ['POST', responses, { integrationResponseKey: '$default' }, 409],
  ['PATCH', `${chat}/stages/dev`, { description: 'changed' }, 200],
  ['PATCH', `${chat}/stages/production`, { description: 'changed' }, 200],
  ['POST', `${chat}/deployments`, {}, 201],
])('%s %s deploys nothing to a stage', async (method, path, body, status) => {
  const before = [await deployed('dev'), await deployed('production')];
  expect(await call(method, path, body)).toMatchObject({ status });
  expect([await deployed('dev'), await deployed('production')]).toEqual(before);
});

test('without a stage that deploys itself, a change makes no deployment', async () => {
  const api = { name: 'x', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action' };
  const path = `/v2/apis/${(await call('POST', '/v2/apis', api)).body.apiId}`;
  await call('POST', `${path}/routes`, { routeKey: 'x' });
  expect((await call('GET', `${path}/deployments`)).body).toEqual({ items: [] });
});

test('a deployment by hand reaches the stage it names', async () => {
  const { body } = await call('POST', `${chat}/deployments`, { stageName: 'production', description: 'by hand' });
  expect(body).toMatchObject({ autoDeployed: false, description: 'by hand' });
  expect(body).not.toHaveProperty('stageName');
  expect(await deployed('production')).toEqual(body);
  expect((await call('GET', `${chat}/stages/production`)).body).not.toHaveProperty('lastDeploymentStatusMessage');
  const path = `${chat}/deployments/${body.deploymentId}`;
  expect((await call('PATCH', path, { description: 'changed' })).body).toEqual({ ...body, description: 'changed' });
});

test('a stage that turns to deploying itself does so at once', async () => {
  const { body } = await call('POST', `${chat}/stages`, { stageName: 'test', stageVariables: { a: '1', b: '2' } });
  expect(body).not.toHaveProperty('deploymentId');
  const changed = await call('PATCH', `${chat}/stages/test`, { autoDeploy: true, stageVariables: { a: '' } });
  expect(changed.body).toMatchObject({ autoDeploy: true, stageVariables: { b: '2' } });
  expect(changed.body).not.toHaveProperty('stageVariables.a');
  const { deploymentId, autoDeployed } = await deployed('test');
  expect(autoDeployed).toBe(true);
  const lastDeploymentStatusMessage = `Successfully deployed stage with deployment ID '${deploymentId}'`;
  expect(changed.body).toMatchObject({ lastDeploymentStatusMessage });
});
