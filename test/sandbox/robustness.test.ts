import { request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { chat, messages, useSandbox } from './wire.ts';

const { call, endpoint } = useSandbox();

/** Sends path and body as they are, which fetch would normalise. */
const raw = (method: string, path: string, body: Uint8Array | string = '') =>
  new Promise<{ status: number | undefined; text: string; type: unknown }>((resolve, reject) => {
    const sent = request(`${endpoint()}/`, { method, path, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, text, type: response.headers['x-amzn-errortype'] }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

test.each([
  ['GET', '/'],
  ['GET', '/v2'],
  ['GET', '/v2/apis/'],
  ['GET', '/v2/apis//integrations'],
  ['GET', '/restapis'],
  ['GET', `${chat}/models`],
  ['GET', '/v2/apis/%zz'],
  ['PUT', '/v2/apis'],
  ['DELETE', '/v2/apis'],
  ['POST', chat],
  ['OPTIONS', '/v2/apis'],
])('%s %s is no operation', async (method, path) => {
  expect(await raw(method, path)).toMatchObject({
    status: 403,
    type: 'MissingAuthenticationTokenException',
    text: '{"message":"Missing Authentication Token"}',
  });
});

test('path segments are percent-decoded once', async () => {
  expect(await raw('GET', '/v2/apis/%6B3v9x1qz7d/stages/d%65v')).toMatchObject({ status: 200 });
  expect(await raw('GET', '/v2/apis/p8m2w6r4tc/stages/%24default')).toMatchObject({ status: 200 });
  expect(await raw('GET', '/v2/apis/a%2Fb%2525')).toMatchObject({
    status: 404,
    text: '{"message":"Invalid API identifier specified 123456789012:a/b%25"}',
  });
  expect(await raw('GET', '/v2/apis/../apis')).toMatchObject({ status: 403 });
  expect(await raw('GET', '/v2/apis/..')).toMatchObject({ status: 404 });
  expect(await raw('GET', '/v2/apis/__proto__')).toMatchObject({ status: 404 });
});

test('a body that is not UTF-8 is refused', async () => {
  expect(await raw('POST', messages, new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({
    status: 400,
    type: 'SerializationException',
  });
});

test('a body too large is refused, and the next request served', async () => {
  const template = 'x'.repeat(10 * 1024 * 1024);
  const body = JSON.stringify({ integrationResponseKey: '/large/', responseTemplates: { template } });
  expect(await raw('POST', messages, body)).toMatchObject({ status: 413, type: 'RequestTooLargeException' });
  expect(await call('GET', '/v2/apis')).toMatchObject({ status: 200 });
});

test('deep nesting is no way in', async () => {
  const body = `{"responseTemplates":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(await call('POST', messages, body)).toMatchObject({ status: 400, type: 'SerializationException' });
});

const memberNames = fc.constantFrom(
  'integrationResponseKey',
  'responseTemplates',
  'responseParameters',
  'contentHandlingStrategy',
  'routeKey',
  'target',
  'templateSelectionExpression',
  'integrationType',
  'timeoutInMillis',
  'name',
  'protocolType',
  'stageName',
  'autoDeploy',
  'routeSelectionExpression',
  'requestParameters',
  'defaultRouteSettings',
  'corsConfiguration',
  '__proto__',
  'constructor',
);
const bodies = fc.oneof(
  fc.dictionary(memberNames, fc.oneof(fc.jsonValue(), fc.string(), fc.constantFrom('WEBSOCKET', 'MOCK', '$default'))),
  fc.json().map((json) => JSON.parse(json)),
);
const paths = fc.constantFrom(
  '/v2/apis',
  chat,
  `${chat}/integrations`,
  `${chat}/integrations/c9d5w0r`,
  messages,
  `${messages}/j2p9v5x`,
  `${chat}/routes`,
  `${chat}/routes/r4p9g2k`,
  `${chat}/routes/r4p9g2k/routeresponses`,
  `${chat}/stages`,
  `${chat}/stages/dev`,
  `${chat}/deployments`,
  '/v2/apis/p8m2w6r4tc/integrations',
  '/v2/apis/x/routes',
);

test('no body crashes it, and every answer is whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('POST', 'PATCH'), paths, bodies, async (method, path, body) => {
      const { status, text, type } = await raw(method, path, JSON.stringify(body));
      expect(status).toBeLessThan(500);
      expect(JSON.parse(text)).toBeTypeOf('object');
      expect(type === undefined).toBe(status === 200 || status === 201);
    }),
    { numRuns: 500 },
  );
});

test('no path or query crashes it', async () => {
  const segment = fc.oneof(fc.webSegment(), fc.string().map(encodeURIComponent), fc.constantFrom('v2', 'apis', '..'));
  await fc.assert(
    fc.asyncProperty(fc.array(segment), fc.webQueryParameters(), async (segments, query) => {
      const { status, text } = await raw('GET', `/${segments.join('/')}?${query}`);
      expect(status).toBeLessThan(500);
      expect(JSON.parse(text)).toBeTypeOf('object');
    }),
    { numRuns: 300 },
  );
});

test('no page request crashes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (size, token) => {
      const query = `maxResults=${encodeURIComponent(size)}&nextToken=${encodeURIComponent(token)}`;
      expect([200, 400]).toContain((await raw('GET', `/v2/apis?${query}`)).status);
    }),
    { numRuns: 200 },
  );
});

test('simultaneous creates of one key leave one', async () => {
  const key = { integrationResponseKey: '/race/' };
  const answers = await Promise.all(Array.from({ length: 20 }, () => call('POST', messages, key)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
});

test('closing ends open connections, requests under way included, and frees the port', async () => {
  const first = await startSandbox();
  await (await fetch(`${first.endpoint}/v2/apis`)).text();
  const port = Number(new URL(first.endpoint).port);
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise((resolve) =>
    socket.write('POST /v2/apis HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{', resolve),
  );
  await Promise.all([first.close(), new Promise((resolve) => socket.on('close', resolve))]);
  const second = await startSandbox({ port });
  expect(second.endpoint).toBe(first.endpoint);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await second.close();
});

test('two sandboxes share nothing', async () => {
  const other = await startSandbox();
  await call('POST', `${chat}/routes`, { routeKey: 'only-here' });
  const routes = await (await fetch(`${other.endpoint}${chat}/routes`)).text();
  expect(routes).not.toContain('only-here');
  await other.close();
});
