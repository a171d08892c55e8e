// A message by the tool: real client, built server, real sandbox, real WebSocket.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SendResult } from '../../src/contract/send.ts';
import { createApi, mock, startGateway, template } from '../data-plane/gateway.ts';
import { connect, localEnv } from '../support/connect.ts';

const CHAT = { ApiId: 'k3v9x1qz7d', StageName: 'dev', WaitSeconds: 2 };

async function send(client: Client, args: object): Promise<SendResult> {
  const reply = await client.callTool({ name: 'send_websocket_message', arguments: { ...args } });
  const result = reply.structuredContent as SendResult;
  expect(reply.isError).toBe(['refused', 'invalid', 'failed'].includes(result.Status));
  expect(JSON.parse((reply.content as { text: string }[])[0]?.text ?? '')).toEqual(result);
  return result;
}

const codes = ({ Findings }: SendResult) => Findings.map(({ Code }) => Code);

describe('the seeded chat', () => {
  test.each<[string, object, string[]]>([
    [
      '{"action":"ping"}',
      {
        Status: 'answered',
        Route: { RouteKey: 'ping', RouteId: 'r4p9g2k', IntegrationId: 'd2h6j8t', TwoWay: true },
        Prediction: { Agrees: true },
      },
      [],
    ],
    ['hello', { Status: 'answered', Route: { RouteKey: '$default' } }, []],
    [
      '{"action":"sendMessage"}',
      { Status: 'answered', Frames: [{ IsErrorFrame: true }], ConnectionId: expect.stringMatching(/=$/) },
      ['internal-server-error', 'internal-server-error', 'internal-server-error'],
    ],
    [
      '{"action":"sendMessage","text":"x"}',
      {
        Status: 'silent',
        Frames: [],
        Route: { TwoWay: false },
        NextSteps: [{ Cli: expect.stringContaining('create-route-response') }],
      },
      ['one-way-silence'],
    ],
    ['x'.repeat(40_000), { Status: 'silent', CloseCode: 1009 }, ['connection-closed']],
  ])('%.40s', async (Message, expected, found) => {
    const client = await connect({ args: ['--sandbox'] });
    const result = await send(client, { ...CHAT, Message });
    expect(result).toMatchObject({
      HandshakeStatus: 101,
      Checks: { Live: 'done' },
      Target: { Backend: 'sandbox' },
      ...expected,
    });
    expect(codes(result)).toEqual(found);
  });

  test.each<[string, object, string]>([
    ['no such stage', { ...CHAT, StageName: 'nowhere' }, 'unknown-stage'],
    ['an HTTP API', { ...CHAT, ApiId: 'p8m2w6r4tc', StageName: '$default' }, 'not-websocket'],
    ['a header of the handshake', { ...CHAT, Headers: { Upgrade: 'x' } }, 'bad-handshake'],
    ['a header with a line break', { ...CHAT, Headers: { X: 'a\r\nb' } }, 'bad-handshake'],
    ['too long a wait', { ...CHAT, WaitSeconds: 26 }, 'out-of-range'],
    ['an id that leaves its path', { ...CHAT, ApiId: '..' }, 'api-id'],
  ])('%s is invalid', async (_, args, code) => {
    const client = await connect({ args: ['--sandbox'] });
    const result = await send(client, { Message: '{}', ...args });
    expect(result.Status).toBe('invalid');
    expect(codes(result)).toContain(code);
  });

  test('an API that is not there has failed', async () => {
    const client = await connect({ args: ['--sandbox'] });
    expect(await send(client, { ...CHAT, ApiId: 'aaaaaaaaaa', Message: '' })).toMatchObject({
      Status: 'failed',
      Error: { Type: 'NotFoundException', Effect: 'none' },
    });
  });
});

test.each<[string[], string, string]>([
  [['--read-only'], 'refused', 'read-only'],
  [['--allow-api', 'aaaaaaaaaa'], 'invalid', 'api-not-allowed'],
  [['--stages', 'production'], 'invalid', 'stage-not-allowed'],
])('%j sends nothing', async (args, Status, code) => {
  const client = await connect({ args: ['--sandbox', ...args] });
  const result = await send(client, { ...CHAT, Message: '{"action":"ping"}' });
  expect(result).toMatchObject({ Status, Frames: [] });
  expect(result).not.toHaveProperty('HandshakeStatus');
  expect(codes(result)).toEqual([code]);
});

describe('an API of its own', () => {
  const asked = async (routes: Parameters<typeof createApi>[1], args: object, api: object = {}) => {
    const gateway = await startGateway({ write: () => undefined });
    const { id } = await createApi(gateway, routes, api);
    const client = await connect({ env: localEnv(gateway.endpoint) });
    return send(client, { ApiId: id, StageName: 's', WaitSeconds: 2, ...args });
  };

  test('Forbidden: no route takes the message', async () => {
    const result = await asked([], { Message: '{"action":"x"}' });
    expect(result).toMatchObject({ Status: 'answered', Frames: [{ IsErrorFrame: true }] });
    expect(result).not.toHaveProperty('Route');
    expect(codes(result)).toEqual(['message-forbidden']);
  });

  test('a time-out', async () => {
    const hanging = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void hanging.close());
    await once(hanging, 'listening');
    const integrationUri = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`;
    const integration = { integrationType: 'HTTP', integrationMethod: 'POST', integrationUri, timeoutInMillis: 300 };
    const result = await asked([{ key: '$default', integration, responses: [template('x')] }], { Message: '{}' });
    expect(codes(result)).toEqual(['endpoint-timed-out']);
  });

  test('$connect with IAM authorization gets a signed handshake', async () => {
    const gateway = await startGateway({ write: () => undefined });
    const signed = `#if($input.params('authorization').startsWith('AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/') && $input.params('authorization').contains('/us-east-1/execute-api/aws4_request')){"statusCode":200}#else{"statusCode":403}#end`;
    const { id } = await createApi(gateway, [
      { key: '$connect', integration: mock(signed), responses: [template('x')] },
      { key: '$default', integration: mock(), responses: [template('in')] },
    ]);
    const client = await connect({ env: localEnv(gateway.endpoint) });
    const args = { ApiId: id, StageName: 's', Message: '{}', Query: { q: 'a b' } };
    expect(await send(client, args)).toMatchObject({ Status: 'refused', HandshakeStatus: 403 });
    const { items } = (await gateway.call('GET', `/v2/apis/${id}/routes`)) as unknown as {
      items: { routeId: string; routeKey: string }[];
    };
    const { routeId } = items.find(({ routeKey }) => routeKey === '$connect') ?? {};
    await gateway.call('PATCH', `/v2/apis/${id}/routes/${routeId}`, { authorizationType: 'AWS_IAM' });
    expect(await send(client, args)).toMatchObject({ Status: 'answered', Frames: [{ Text: 'in' }] });
  });

  test.each([[401], [403], [500]])('a handshake refused with %i', async (status) => {
    const connectRoute = { key: '$connect', integration: mock(`{"statusCode":${status}}`), responses: [template('x')] };
    const result = await asked([connectRoute], { Message: '{}' });
    expect(result).toMatchObject({ Status: 'refused', HandshakeStatus: status, Frames: [] });
    expect(new Set(codes(result))).toEqual(new Set(['handshake-refused']));
  });

  test('Headers and Query reach $connect', async () => {
    const allowed = `#if($input.params('token') == 'a b&c' && $input.params('X-User') == 'me'){"statusCode":200}#else{"statusCode":403}#end`;
    const routes = [
      { key: '$connect', integration: mock(allowed), responses: [template('x')] },
      { key: '$default', integration: mock(), responses: [template('in')] },
    ];
    const result = await asked(routes, { Message: '{}', Query: { token: 'a b&c' }, Headers: { 'X-User': 'me' } });
    expect(result).toMatchObject({ Status: 'answered', Frames: [{ Text: 'in', Bytes: 2, IsErrorFrame: false }] });
  });

  test('the preview is held against the frame, whatever only the gateway knows', async () => {
    const text =
      '$context.connectionId|$context.requestId|$context.requestTimeEpoch|$context.stage|$stageVariables.flavour';
    const result = await asked([{ key: '$default', integration: mock(), responses: [template(text)] }], {
      Message: '{}',
    });
    expect(result.Prediction).toEqual({ Agrees: true, ClientReceives: '…|…|…|s|sour' });
    const broken = await asked([{ key: '$default', integration: mock('{}'), responses: [template(text)] }], {
      Message: '{}',
    });
    expect(broken.Prediction).toMatchObject({ Agrees: true });
    expect(codes(broken)[0]).toBe('internal-server-error');
  });

  test('a stage that serves an earlier deployment differs, and where is said', async () => {
    const gateway = await startGateway({ write: () => undefined });
    const client = await connect({ env: localEnv(gateway.endpoint) });
    await gateway.call('PATCH', '/v2/apis/k3v9x1qz7d/integrations/d2h6j8t/integrationresponses/m8r3k6w', {
      responseTemplates: { $default: '{"type":"pang","at":$context.requestTimeEpoch}' },
    });
    const result = await send(client, { ...CHAT, StageName: 'production', Message: '{"action":"ping"}' });
    expect(result.Prediction).toMatchObject({ Agrees: false, Difference: { Offset: 10 } });
    expect(codes(result)).toEqual(['prediction-differs']);
  });
});
