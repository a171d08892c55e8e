// Backends that are real processes over HTTP, good and bad ones: what the client gets, and that the sandbox goes on.
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApi, type Gateway, mock, startGateway, template } from './gateway.ts';

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A backend that keeps what it was sent. */
async function recorder(answer: (seen: Seen) => { status?: number; headers?: object; body: string }) {
  const seen: Seen[] = [];
  const url = await listen(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, url: path, headers } = request;
    const one = { method, url: path, headers, body };
    seen.push(one);
    const { status = 200, headers: more = {}, body: text } = answer(one);
    response.writeHead(status, { 'content-type': 'application/json', ...more }).end(text);
  });
  return { url, seen };
}

const INTERNAL = /^\{"message": "Internal server error", "connectionId":/;
const TIMED_OUT = /^\{"message": "Endpoint request timed out", "connectionId":/;
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:answer';
const invocations = (arn: string) => `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

const http = (uri: string, more: object = {}) => ({
  integrationType: 'HTTP',
  integrationMethod: 'POST',
  integrationUri: uri,
  ...more,
});

async function ask(gateway: Gateway, integration: object, responses: object[], message = '{"x":1}'): Promise<string> {
  const { stage } = await createApi(gateway, [
    { key: 'still', integration: mock(), responses: [template('alive')] },
    { key: '$default', integration, responses },
  ]);
  const client = await gateway.connect(stage);
  const frame = await client.ask(message);
  expect(await client.ask('{"action":"still"}')).toBe('alive');
  return frame;
}

describe('HTTP', () => {
  test('the request: template, parameters, method, path and stage variables; the answer by status', async () => {
    const { url, seen } = await recorder(() => ({ status: 404, body: '{"error":"gone"}' }));
    const gateway = await startGateway();
    const integration = http(`${url}/\${stageVariables.flavour}/{room}`, {
      integrationMethod: 'PUT',
      templateSelectionExpression: '\\$default',
      requestTemplates: { $default: '{"said":$input.json(\'$.text\')}' },
      requestParameters: {
        'integration.request.header.X-Route': 'context.routeKey',
        'integration.request.header.X-Source': 'context.identity.sourceIp',
        'integration.request.querystring.q': 'route.request.body.q',
        'integration.request.path.room': "'a b'",
        'integration.request.header.X-None': 'route.request.body.none',
      },
    });
    const frame = await ask(
      gateway,
      integration,
      [template('ok'), template("404 $input.path('$.error')", '/404/')],
      '{"text":"hi","q":"w"}',
    );
    expect(frame).toBe('404 gone');
    expect(seen).toEqual([
      {
        method: 'PUT',
        url: '/sour/a%20b?q=w',
        body: '{"said":"hi"}',
        headers: expect.objectContaining({
          'x-route': '$default',
          'x-source': '127.0.0.1',
          'content-type': 'application/json',
        }),
      },
    ]);
    expect(seen[0]?.headers).not.toHaveProperty('x-none');
  });

  test.each([
    ['WHEN_NO_MATCH', { other: 'x' }, true],
    ['WHEN_NO_TEMPLATES', { other: 'x' }, false],
    ['WHEN_NO_TEMPLATES', {}, true],
    ['NEVER', {}, false],
  ])('PassthroughBehavior %s with templates %j', async (passthroughBehavior, requestTemplates, passes) => {
    const { url, seen } = await recorder(({ body }) => ({ body }));
    const gateway = await startGateway();
    const integration = http(url, { passthroughBehavior, requestTemplates, templateSelectionExpression: 'none' });
    const frame = await ask(gateway, integration, [{ integrationResponseKey: '$default' }], 'as it is');
    if (passes) expect(frame).toBe('as it is');
    else expect(frame).toMatch(INTERNAL);
    expect(seen).toHaveLength(passes ? 1 : 0);
  });

  test('HTTP_PROXY passes both ways, and by GET without a body', async () => {
    const { url, seen } = await recorder(({ method }) => ({ status: 500, body: `${method}!` }));
    const gateway = await startGateway();
    expect(
      await ask(gateway, { integrationType: 'HTTP_PROXY', integrationMethod: 'POST', integrationUri: url }, []),
    ).toBe('POST!');
    expect(
      await ask(gateway, { integrationType: 'HTTP_PROXY', integrationMethod: 'GET', integrationUri: url }, []),
    ).toBe('GET!');
    expect(seen.map(({ body }) => body)).toEqual(['{"x":1}', '']);
  });

  test('$connect by HTTP_PROXY: headers and query go on, status and subprotocol come back', async () => {
    const { url, seen } = await recorder(({ url: path }) => ({
      status: path?.includes('good') ? 200 : 401,
      headers: { 'sec-websocket-protocol': 'two' },
      body: '',
    }));
    const gateway = await startGateway();
    const integration = { integrationType: 'HTTP_PROXY', integrationMethod: 'POST', integrationUri: url };
    const { stage } = await createApi(gateway, [{ key: '$connect', integration }]);
    const { socket } = await gateway.connect(`${stage}?token=good`, { headers: { 'X-User': 'me' } }, ['one', 'two']);
    expect(socket.protocol).toBe('two');
    expect(seen[0]?.headers).toMatchObject({ 'x-user': 'me' });
    expect(seen[0]?.headers).not.toHaveProperty('sec-websocket-key');
    await expect(gateway.connect(`${stage}?token=bad`)).rejects.toThrow('refused: 401');
  });

  test('only this machine is called, unless a prefix is replaced', async () => {
    const { url, seen } = await recorder(() => ({ body: 'from here' }));
    const gateway = await startGateway({
      replacements: [
        { prefix: 'https://api.example.com/v1', url: `${url}/local` },
        { prefix: 'https://api.example.com', url: 'http://127.0.0.1:1' },
      ],
    });
    const passed = [{ integrationResponseKey: '$default' }];
    expect(await ask(gateway, http('https://api.example.com/v1/x?y=z'), passed)).toBe('from here');
    expect(seen.map((one) => one.url)).toEqual(['/local/x?y=z']);
    for (const uri of [
      'https://api.example.community/v1',
      'http://192.0.2.1/',
      'http://127.0.0.1.example.com',
      'file:///etc/passwd',
      'no url',
    ]) {
      expect(await ask(gateway, http(uri), passed)).toMatch(INTERNAL);
    }
    expect(gateway.log.filter(({ Step }) => Step === 'backend').map(({ Text }) => Text)).toEqual([
      'It answered with status 200.',
      expect.stringContaining('--backend https://api.example.community=URL'),
      expect.stringContaining('--backend http://192.0.2.1=URL'),
      expect.stringContaining('--backend http://127.0.0.1.example.com=URL'),
      expect.stringContaining('only http: and https:'),
      expect.stringContaining('no URL'),
    ]);
  });
});

describe('a bad backend', () => {
  const bytes = (write: (socket: Socket) => void): Promise<string> =>
    new Promise((resolve) => {
      const server = createTcpServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => write(socket));
      });
      server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
      onTestFinished(() => void server.close());
    });
  const passed = [{ integrationResponseKey: '$default' }];
  const isJson = [template("json $input.json('$.a')")];

  test.each<[string, (() => Promise<string>) | string, object[], RegExp]>([
    ['refuses', 'http://127.0.0.1:1', passed, INTERNAL],
    ['hangs', () => bytes(() => undefined), passed, TIMED_OUT],
    [
      'hangs half way',
      () => bytes((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')),
      passed,
      TIMED_OUT,
    ],
    ['resets', () => bytes((socket) => socket.resetAndDestroy()), passed, INTERNAL],
    ['ends at once', () => bytes((socket) => socket.end()), passed, INTERNAL],
    [
      'sends half a body',
      () => bytes((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')),
      passed,
      INTERNAL,
    ],
    ['is no HTTP', () => bytes((socket) => socket.end('SSH-2.0-x\r\n')), passed, INTERNAL],
    [
      'answers HTML',
      () => listen((_, response) => response.writeHead(503).end('<h1>503</h1>')),
      passed,
      /^<h1>503<\/h1>$/,
    ],
    [
      'answers HTML to a template',
      () => listen((_, response) => response.end('<h1>x</h1>')),
      isJson,
      /^(?:json |\{"message": "Internal)/,
    ],
    ['answers bytes', () => listen((_, response) => response.end(Buffer.from([0xff, 0x00]))), passed, /^base64:\/wA=$/],
    [
      'answers bytes to a template',
      () => listen((_, response) => response.end(Buffer.from([0xff, 0x00]))),
      isJson,
      INTERNAL,
    ],
    [
      'answers 11 MB',
      () => listen((_, response) => response.end(Buffer.alloc(11 * 1024 * 1024, 'x'))),
      passed,
      INTERNAL,
    ],
    [
      'redirects',
      () => listen((_, response) => response.writeHead(302, { location: 'http://192.0.2.1/' }).end('moved')),
      passed,
      /^moved$/,
    ],
  ])('%s', { timeout: 15_000 }, async (_, backend, responses, frame) => {
    const gateway = await startGateway();
    const uri = typeof backend === 'string' ? backend : await backend();
    expect(await ask(gateway, http(uri, { timeoutInMillis: 1000 }), responses)).toMatch(frame);
  });

  test('an answer above 128 KB is not delivered, and the log says so', async () => {
    const gateway = await startGateway();
    const uri = await listen((_, response) => response.end('x'.repeat(128 * 1024 + 1)));
    const { stage } = await createApi(gateway, [
      { key: 'still', integration: mock(), responses: [template('alive')] },
      { key: '$default', integration: http(uri), responses: passed },
    ]);
    const client = await gateway.connect(stage);
    client.socket.send('{}');
    expect(await client.ask('{"action":"still"}')).toBe('alive');
    expect(gateway.log.some(({ Text }) => Text.includes('it cannot be delivered'))).toBe(true);
  });

  test('$connect is refused: 500 for a failure, 504 for a time-out', async () => {
    const gateway = await startGateway();
    const connectWith = async (uri: string) => {
      const { stage } = await createApi(gateway, [
        { key: '$connect', integration: http(uri, { timeoutInMillis: 200 }), responses: passed },
      ]);
      return gateway.connect(stage);
    };
    await expect(connectWith('http://127.0.0.1:1')).rejects.toThrow('refused: 500');
    await expect(connectWith(await bytes(() => undefined))).rejects.toThrow('refused: 504');
  });
});

describe('Lambda by its Invoke API', () => {
  const lambda = (type: string, uri = invocations(FUNCTION)) => ({
    integrationType: type,
    integrationMethod: 'POST',
    integrationUri: uri,
  });
  const responses = [template("$input.path('$.text')"), template("oops $input.path('$.errorMessage')", '/.*bad.*/')];

  test.each([invocations(FUNCTION), invocations(`${FUNCTION}:live`), FUNCTION])('%s', async (uri) => {
    const { url, seen } = await recorder(({ body }) =>
      body.includes('fail')
        ? {
            headers: { 'x-amz-function-error': 'Unhandled' },
            body: '{"errorMessage":"a bad thing","errorType":"Error"}',
          }
        : { body: '{"text":"fine"}' },
    );
    const gateway = await startGateway({ endpoints: { AWS_ENDPOINT_URL_LAMBDA: url } });
    expect(await ask(gateway, lambda('AWS', uri), responses, '{"a":1}')).toBe('fine');
    expect(await ask(gateway, lambda('AWS', uri), responses, '{"fail":1}')).toBe('oops a bad thing');
    const qualifier = uri.includes(':live') ? '?Qualifier=live' : '';
    expect(seen.map(({ url: path, body }) => [path, body])).toEqual([
      [`/2015-03-31/functions/answer/invocations${qualifier}`, '{"a":1}'],
      [`/2015-03-31/functions/answer/invocations${qualifier}`, '{"fail":1}'],
    ]);
  });

  test('AWS_PROXY: the event, and what the function returns', async () => {
    const { url, seen } = await recorder(({ body }) => {
      const { body: message = '{}', requestContext } = JSON.parse(body);
      if (requestContext.eventType === 'CONNECT') return { body: '{"statusCode":200}' };
      const { returns, error } = JSON.parse(message);
      return error
        ? { headers: { 'x-amz-function-error': 'Unhandled' }, body: '{"errorMessage":"x"}' }
        : { body: JSON.stringify(returns) };
    });
    const gateway = await startGateway({ endpoints: { AWS_ENDPOINT_URL_LAMBDA: url } });
    const { stage } = await createApi(gateway, [
      { key: '$connect', integration: lambda('AWS_PROXY') },
      { key: '$default', integration: lambda('AWS_PROXY') },
    ]);
    const client = await gateway.connect(`${stage}?a=b`, { headers: { 'X-User': 'me' } });
    const returning = (returns: unknown) => client.ask(JSON.stringify({ returns }));
    expect(await returning({ statusCode: 200, body: 'hi' })).toBe('hi');
    expect(await returning({ statusCode: 500, body: 'sorry' })).toBe('sorry');
    expect(await returning({ statusCode: 200 })).toBe('');
    expect(await returning({ text: 'no status' })).toMatch(INTERNAL);
    expect(await returning('text')).toMatch(INTERNAL);
    expect(await client.ask('{"error":true}')).toMatch(INTERNAL);
    const [connected, first] = seen.map(({ body }) => JSON.parse(body));
    expect(connected).toMatchObject({
      headers: { 'X-User': 'me' },
      queryStringParameters: { a: 'b' },
      requestContext: { eventType: 'CONNECT', routeKey: '$connect' },
    });
    expect(first).toMatchObject({
      body: '{"returns":{"statusCode":200,"body":"hi"}}',
      isBase64Encoded: false,
      stageVariables: { flavour: 'sour' },
      requestContext: { eventType: 'MESSAGE', routeKey: '$default', stage: 's', identity: { sourceIp: '127.0.0.1' } },
    });
  });

  test('the runtime interface emulator, which knows one name', async () => {
    const { url, seen } = await recorder(({ url: path }) =>
      path?.includes('/function/')
        ? { body: '{"text":"one"}' }
        : { status: 404, headers: { 'content-type': 'text/plain' }, body: '404' },
    );
    const gateway = await startGateway({ endpoints: { AWS_ENDPOINT_URL_LAMBDA: url } });
    expect(await ask(gateway, lambda('AWS'), responses)).toBe('one');
    expect(seen).toHaveLength(2);
  });

  test('no such function, and no endpoint', async () => {
    const { url } = await recorder(() => ({
      status: 404,
      headers: { 'x-amzn-errortype': 'ResourceNotFoundException' },
      body: '{}',
    }));
    expect(
      await ask(await startGateway({ endpoints: { AWS_ENDPOINT_URL_LAMBDA: url } }), lambda('AWS'), responses),
    ).toMatch(INTERNAL);
    const gateway = await startGateway();
    expect(await ask(gateway, lambda('AWS'), responses)).toMatch(INTERNAL);
    expect(gateway.log.some(({ Text }) => Text.includes('AWS_ENDPOINT_URL_LAMBDA'))).toBe(true);
  });
});

test.each([
  ['dynamodb:action/PutItem', 'AWS_ENDPOINT_URL_DYNAMODB', 'DynamoDB_20120810.PutItem'],
  ['states:action/StartExecution', 'AWS_ENDPOINT_URL_SFN', 'AWSStepFunctions.StartExecution'],
])('%s by its JSON protocol', async (action, variable, target) => {
  const { url, seen } = await recorder(({ body }) =>
    body.includes('wrong') ? { status: 400, body: '{"__type":"ValidationException"}' } : { body: '{"done":true}' },
  );
  const gateway = await startGateway({ endpoints: { [variable]: url } });
  const integration = {
    integrationType: 'AWS',
    integrationMethod: 'POST',
    integrationUri: `arn:aws:apigateway:us-east-1:${action}`,
  };
  const responses = [template("400 $input.path('$.__type')", '/4\\d\\d/'), template("$input.json('$')", '/200/')];
  expect(await ask(gateway, integration, responses)).toBe('{"done":true}');
  expect(await ask(gateway, integration, responses, '"wrong"')).toBe('400 ValidationException');
  expect(seen[0]).toMatchObject({
    method: 'POST',
    url: '/',
    body: '{"x":1}',
    headers: {
      'x-amz-target': target,
      'content-type': 'application/x-amz-json-1.0',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=local\//),
    },
  });
});

test('a service that has no stand-in: the error frame, and why in the log', async () => {
  const gateway = await startGateway();
  const integration = {
    integrationType: 'AWS',
    integrationMethod: 'POST',
    integrationUri: 'arn:aws:apigateway:us-east-1:sns:action/Publish',
  };
  expect(await ask(gateway, integration, [template('x')])).toMatch(INTERNAL);
  expect(gateway.log.some(({ Text }) => Text.includes('the service sns'))).toBe(true);
});
