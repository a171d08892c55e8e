// What clients of a stage meet: routes, deployments, the handshake, the limits of a connection, `@connections`.
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { connect, createApi, type Gateway, mock, startGateway, template, until } from './gateway.ts';

const CHAT = '/k3v9x1qz7d/dev';
const errorFrame = (message: string) =>
  expect.stringMatching(
    new RegExp(`^\\{"message": "${message}", "connectionId":"[\\w-]{15}=", "requestId":"[\\w-]{15}="\\}$`),
  );

test('the seeded chat answers from the first message, at the endpoint GetApi gives', async () => {
  const { call } = await startGateway();
  const { apiEndpoint } = await call('GET', '/v2/apis/k3v9x1qz7d');
  const client = await connect(`${apiEndpoint}/dev`);
  expect(await client.ask('{"action":"ping"}')).toMatch(/^\{"type":"pong","at":\d+\}$/);
  expect(await client.ask('hello')).toMatch(/^\{"type":"reply",/);
  expect(await client.ask('{"action":"dance"}')).toBe(
    '{"type":"error","code":"not-found","text":"command dance not found"}',
  );
  expect(await client.ask('{"action":"listRooms"}')).toBe('{"rooms":["general","support"]}');
  expect(await client.ask('{"action":"sendMessage"}')).toEqual(errorFrame('Internal server error'));
});

describe('the route of a message', () => {
  const answer = { integration: mock(), responses: [template('$context.routeKey')] };
  const ask = async (
    message: string,
    expression?: string,
    keys = ['a', '$default', '$connect', '7', 'true', '[x, y]'],
  ) => {
    const gateway = await startGateway();
    const routes = keys.map((key) => ({ key, ...answer }));
    const { stage } = await createApi(
      gateway,
      routes,
      expression === undefined ? {} : { routeSelectionExpression: expression },
    );
    return (await gateway.connect(stage)).ask(message);
  };

  test.each([
    ['{"action":"a"}', 'a'],
    ['{"action":"b"}', '$default'],
    ['{"action":7}', '7'],
    ['{"action":true}', 'true'],
    ['{"action":["x","y"]}', '[x, y]'],
    ['{"action":"$connect"}', '$default'],
    ['{"action":""}', '$default'],
    ['{}', '$default'],
    ['a', '$default'],
    ['', '$default'],
    ['{"action":"a"', '$default'],
    ['["a"]', '$default'],
  ])('%s', async (message, frame) => {
    expect(await ask(message)).toBe(frame);
  });

  test('none takes it', async () => {
    expect(await ask('{"action":"b"}', undefined, ['a'])).toEqual(errorFrame('Forbidden'));
  });

  test('text is not JSON, whatever the expression', async () => {
    expect(await ask('a', '$request.body')).toBe('$default');
  });
});

test('a one-way route brings nothing but what the gateway itself says', async () => {
  const gateway = await startGateway();
  const { stage } = await createApi(gateway, [
    { key: 'quiet', integration: mock(), responses: [template('never seen')], oneWay: true },
    { key: 'broken', integration: mock('{}'), responses: [template('never seen')], oneWay: true },
    { key: 'empty' },
    { key: 'loud', integration: mock(), responses: [template('$stageVariables.flavour $context.stage')] },
  ]);
  const client = await gateway.connect(stage);
  client.socket.send('{"action":"quiet"}');
  expect(await client.ask('{"action":"loud"}')).toBe('sour s');
  expect(await client.ask('{"action":"broken"}')).toEqual(errorFrame('Internal server error'));
  expect(await client.ask('{"action":"empty"}')).toEqual(errorFrame('Internal server error'));
});

test('a stage serves its deployment; with AutoDeploy, every change', async () => {
  const gateway = await startGateway();
  const { call } = gateway;
  const dev = await gateway.connect('/k3v9x1qz7d/dev');
  const production = await gateway.connect('/k3v9x1qz7d/production');
  await call('PATCH', '/v2/apis/k3v9x1qz7d/integrations/d2h6j8t/integrationresponses/m8r3k6w', {
    responseTemplates: { $default: 'changed' },
  });
  expect(await dev.ask('{"action":"ping"}')).toBe('changed');
  expect(await production.ask('{"action":"ping"}')).toMatch(/pong/);
  const { deploymentId } = await call('POST', '/v2/apis/k3v9x1qz7d/deployments', { stageName: 'production' });
  expect(await production.ask('{"action":"ping"}')).toBe('changed');
  await call('PATCH', '/v2/apis/k3v9x1qz7d/stages/production', { deploymentId: 'n4b7q2' });
  expect(await production.ask('{"action":"ping"}')).toMatch(/pong/);
  await call('PATCH', '/v2/apis/k3v9x1qz7d/stages/production', { deploymentId });
  expect(await production.ask('{"action":"ping"}')).toBe('changed');
  await call('DELETE', '/v2/apis/k3v9x1qz7d/stages/production');
  production.socket.send('{"action":"ping"}');
  expect(await production.closed).toBe(1001);
});

describe('the handshake', () => {
  const allowed = `#if($input.params('token') == 'good'){"statusCode":200}#else{"statusCode":403}#end`;
  const withConnect = (gateway: Gateway, requestTemplate: string) =>
    createApi(gateway, [{ key: '$connect', integration: mock(requestTemplate), responses: [template('x')] }]);

  test('waits for $connect, which sees query and headers', async () => {
    const gateway = await startGateway();
    const { stage } = await withConnect(gateway, allowed);
    await gateway.connect(`${stage}?token=good`);
    await gateway.connect(stage, { headers: { token: 'good' } });
    await expect(gateway.connect(`${stage}?token=bad`)).rejects.toThrow('refused: 403');
  });

  test.each([
    ['{"statusCode":200}', undefined],
    ['{"statusCode":204}', undefined],
    ['{"statusCode":302}', 302],
    ['{"statusCode":401}', 401],
    ['{"statusCode":503}', 503],
    ['{}', 500],
    ['#if(', 500],
  ])('$connect with %s', async (requestTemplate, refusal) => {
    const gateway = await startGateway();
    const { stage } = await withConnect(gateway, requestTemplate);
    if (refusal === undefined) await gateway.connect(stage);
    else await expect(gateway.connect(stage)).rejects.toThrow(`refused: ${refusal}`);
  });

  test.each(['/k3v9x1qz7d/nowhere', '/nothing/dev', '/p8m2w6r4tc/$default', '/', '/k3v9x1qz7d', '/%zz/dev', '/a/b/c'])(
    'leads nowhere: %s',
    async (path) => {
      const gateway = await startGateway();
      await expect(gateway.connect(path)).rejects.toThrow('refused: 403');
    },
  );

  test('what is stored and not applied is said', async () => {
    const gateway = await startGateway();
    const { id, stage } = await createApi(gateway, []);
    await gateway.call('POST', `/v2/apis/${id}/routes`, {
      routeKey: '$connect',
      authorizationType: 'AWS_IAM',
      apiKeyRequired: true,
    });
    await expect(gateway.connect(stage)).rejects.toThrow('refused: 500');
    expect(gateway.log.map(({ Text }) => Text)).toContain(
      'Not applied here: ApiKeyRequired, AuthorizationType AWS_IAM.',
    );
  });

  test('a page of this machine may connect, and no other', async () => {
    const gateway = await startGateway();
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:80', 'https://app.localhost']) {
      await gateway.connect(CHAT, { origin });
    }
    for (const origin of ['https://example.com', 'null', 'file://', 'http://localhost.example.com']) {
      await expect(gateway.connect(CHAT, { origin })).rejects.toThrow('refused: 403');
    }
    await expect(gateway.connect(CHAT, { headers: { host: 'rebound.example.com' } })).rejects.toThrow('refused: 403');
  });
});

describe('what ends a connection', () => {
  test.each<[string, (send: (data: string | Buffer, options?: object) => void) => void, number]>([
    ['a frame over 32 KB', (send) => send('x'.repeat(32 * 1024 + 1)), 1009],
    [
      'a message over 128 KB',
      (send) => {
        for (let part = 0; part < 5; part += 1) send('x'.repeat(30 * 1024), { fin: part === 4 });
      },
      1009,
    ],
    ['a binary message', (send) => send(Buffer.from([1])), 1003],
  ])('%s', async (_, act, code) => {
    const gateway = await startGateway();
    const { socket, closed } = await gateway.connect(CHAT);
    act((data, options) => socket.send(data, options ?? {}));
    expect(await closed).toBe(code);
  });

  test('a message of 128 KB in frames of 32 KB is taken', async () => {
    const gateway = await startGateway();
    const { stage } = await createApi(gateway, [
      { key: '$default', integration: mock(), responses: [template('taken')] },
    ]);
    const { socket, next } = await gateway.connect(stage);
    for (let part = 0; part < 4; part += 1) socket.send('x'.repeat(32 * 1024), { fin: part === 3 });
    expect(await next()).toBe('taken');
  });

  test('silence, and age', async () => {
    const idle = await startGateway({ times: { idle: 300, longest: 60_000 } });
    const { socket, closed } = await idle.connect(CHAT);
    const started = Date.now();
    setTimeout(() => socket.send('{"action":"ping"}'), 200);
    expect(await closed).toBe(1001);
    expect(Date.now() - started).toBeGreaterThanOrEqual(450);
    const old = await startGateway({ times: { idle: 60_000, longest: 200 } });
    expect(await (await old.connect(CHAT)).closed).toBe(1001);
  });

  test('$disconnect runs after it', async () => {
    const gateway = await startGateway();
    const { stage } = await createApi(gateway, [
      { key: '$disconnect', integration: mock(), responses: [template('x')] },
    ]);
    (await gateway.connect(stage)).socket.close(4321);
    await until(() => gateway.log.some(({ Step, Text }) => Step === 'disconnect' && Text.includes('4321')));
  });
});

test('@connections sends, tells, closes, and knows who is gone', async () => {
  const gateway = await startGateway();
  const { stage } = await createApi(gateway, [
    { key: '$default', integration: mock(), responses: [template('$context.connectionId')] },
  ]);
  const client = await gateway.connect(stage);
  const id = encodeURIComponent(await client.ask('who am I'));
  const manage = (method: string, at = `${stage}/@connections/${id}`, body = '') =>
    new Promise<{ status: number | undefined; text: string; type: unknown }>((resolve) => {
      request(gateway.endpoint + at, { method, agent: false }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode, text, type: response.headers['x-amzn-errortype'] }),
        );
      }).end(body);
    });
  expect((await manage('POST', undefined, 'pushed ✓')).status).toBe(200);
  expect(await client.next()).toBe('pushed ✓');
  expect(JSON.parse((await manage('GET')).text)).toEqual({
    connectedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    identity: { sourceIp: '127.0.0.1', userAgent: '' },
    lastActiveAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(await manage('POST', undefined, 'x'.repeat(128 * 1024 + 1))).toMatchObject({ status: 413 });
  expect(await manage('POST', `/k3v9x1qz7d/dev/@connections/${id}`)).toMatchObject({ status: 410 });
  expect((await manage('DELETE')).status).toBe(204);
  expect(await client.closed).toBe(1000);
  expect(await manage('POST', undefined, 'x')).toMatchObject({ status: 410, type: 'GoneException' });
  expect(await manage('GET')).toMatchObject({ status: 410 });
});

test('answers come in the order of the messages', async () => {
  const gateway = await startGateway();
  const { stage } = await createApi(gateway, [
    { key: '$default', integration: mock(`{"statusCode":200}`), responses: [template('$context.messageId')] },
  ]);
  const { socket, next } = await gateway.connect(stage);
  for (let at = 0; at < 200; at += 1) socket.send(String(at));
  const ids = new Set<string>();
  for (let at = 0; at < 200; at += 1) ids.add(await next());
  expect(ids.size).toBe(200);
});
