// Every Error.Type through a spawned server; faults are made at the HTTP edge.
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { connect, create, localEnv } from '../support/connect.ts';
import { type Fault, startEdge } from '../support/edge.ts';
import { CHAT_API, COLLECTION, MESSAGES, SOUND } from '../support/seeded.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Reads pass; the create is answered like this. */
const answer =
  (status: number, headers: Record<string, string>, body: string): Fault =>
  (req, res) => {
    if (req.method === 'GET') return false;
    res.writeHead(status, headers).end(body);
    return true;
  };
const exception = (status: number, type: string, message: string, headers = {}) =>
  answer(
    status,
    { 'content-type': 'application/json', 'x-amzn-errortype': type, 'x-amzn-RequestId': 'req-1', ...headers },
    JSON.stringify({ message }),
  );

async function createThrough(fault: Fault, args: string[] = []) {
  const edge = await startEdge(fault);
  const client = await connect({ args, env: localEnv(edge.endpoint) });
  return { ...edge, client, result: await create(client, SOUND) };
}

const ARN = `arn:aws:apigateway:us-east-1::/apis/${CHAT_API}/integrations/${MESSAGES}/integrationresponses`;

describe('answers of the service', () => {
  test.each([
    [
      'NotFoundException',
      404,
      'Invalid Integration identifier specified',
      new RegExp(`^IntegrationId "${MESSAGES}" is unknown`),
    ],
    ['BadRequestException', 400, 'Invalid mapping expression specified', /parameter/],
    [
      'AccessDeniedException',
      403,
      'User: x is not authorized to perform: apigateway:POST',
      new RegExp(`apigateway:POST on the resource ${ARN}`),
    ],
  ])('%s', async (type, status, message, explanation) => {
    const { result, seen } = await createThrough(exception(status, type, message));
    expect(result).toMatchObject({
      Status: 'failed',
      Error: {
        Type: type,
        Message: message,
        HttpStatus: status,
        RequestId: 'req-1',
        Attempts: 1,
        Retryable: false,
        Effect: 'none',
      },
    });
    expect(result.Error?.Explanation).toMatch(explanation);
    expect(seen.filter((line) => line.startsWith('POST')).length).toBe(1);
  });

  test.each([
    ['UnrecognizedClientException', 'The security token included in the request is invalid.', /did not accept/],
    ['ExpiredTokenException', 'The security token included in the request is expired', /expired/],
    ['InvalidSignatureException', 'Signature expired', /expired/],
    ['MissingAuthenticationTokenException', 'Missing Authentication Token', /did not accept/],
  ])('%s is a CredentialsError', async (type, message, explanation) => {
    const { result } = await createThrough(exception(403, type, message));
    expect(result).toMatchObject({ Status: 'failed', Error: { Type: 'CredentialsError', Effect: 'none' } });
    expect(result.Error?.Explanation).toMatch(explanation);
  });

  test.each([
    ['an empty 403', 403, '', 'AccessDeniedException'],
    ['a 404 of nothing', 404, '{}', 'NotFoundException'],
    ['a 409 that is null', 409, 'null', 'ConflictException'],
    ['a 400 without a message', 400, '{"error":"no"}', 'BadRequestException'],
  ])('%s goes by its status, and is sent once', async (_, status, body, Type) => {
    const { result, seen } = await createThrough((req, res) => {
      if (req.method === 'POST') res.writeHead(status, { 'content-type': 'application/json' }).end(body);
      return req.method === 'POST';
    });
    expect(result).toMatchObject({
      Status: 'failed',
      Error: { Type, HttpStatus: status, Effect: 'none', Attempts: 1 },
    });
    expect(seen.filter((line) => line.startsWith('POST')).length).toBe(1);
  });

  test('a conflict of keys shows what exists', async () => {
    let hidden = true;
    const edge = await startEdge((req, res) => {
      if (req.method === 'POST') hidden = false;
      if (!hidden || req.method !== 'GET' || !req.url?.includes('/integrationresponses')) return false;
      res.writeHead(200).end('{"items":[]}');
      return true;
    });
    const client = await connect({ env: localEnv(edge.endpoint) });
    const result = await create(client, { ...SOUND, IntegrationResponseKey: '/2\\d\\d/' });
    expect(result).toMatchObject({
      Status: 'failed',
      Error: {
        Type: 'ConflictException',
        Effect: 'none',
        Retryable: false,
        Existing: { IntegrationResponseId: 'j2p9v5x' },
      },
    });
    expect(result.Error?.Differences).toEqual([
      {
        Path: ['ResponseTemplates', '$default'],
        Existing: expect.stringContaining('sent'),
        Wanted: SOUND.ResponseTemplates?.['$default'],
      },
    ]);
  });

  test('a concurrent modification is tried again', async () => {
    let left = 2;
    const { result, seen } = await createThrough((req, res, forward) => {
      if (req.method === 'GET' || left === 0) return false;
      left -= 1;
      return exception(
        409,
        'ConflictException',
        'Unable to complete operation due to concurrent modification. Please try again later.',
      )(req, res, forward);
    });
    expect(result.Status).toBe('created');
    expect(seen.filter((line) => line.startsWith('POST')).length).toBe(3);
  });

  test('throttling is tried again after Retry-After, and told when it stays', async () => {
    let left = 1;
    const brief = await createThrough((req, res, forward) => {
      if (req.method === 'GET' || left === 0) return false;
      left -= 1;
      return exception(429, 'TooManyRequestsException', 'Too Many Requests', { 'retry-after': '1' })(req, res, forward);
    });
    expect(brief.result.Status).toBe('created');
    const lasting = await createThrough(
      exception(429, 'TooManyRequestsException', 'Too Many Requests', { 'retry-after': '60' }),
    );
    expect(lasting.result).toMatchObject({
      Status: 'failed',
      Error: { Type: 'TooManyRequestsException', Attempts: 1, Retryable: true, RetryAfterSeconds: 60, Effect: 'none' },
    });
  });
});

describe('answers that hide what happened', () => {
  const html = '<html><body>503 Service Unavailable</body></html>';
  test.each([
    ['JSON 500', answer(500, { 'x-amzn-errortype': 'InternalFailure' }, '{"message":"oops"}'), 500],
    ['HTML 503', answer(503, { 'content-type': 'text/html' }, html), 503],
    ['empty 502', answer(502, {}, ''), 502],
    ['empty 504', answer(504, {}, ''), 504],
    ['a broken 201', answer(201, { 'content-type': 'application/json' }, '{"integrationResp'), 201],
    ['a 200 of somebody else', answer(200, { 'content-type': 'text/html' }, '<html>Sign in</html>'), 200],
  ])('%s, not applied: a ServiceError, verified absent', async (_, fault, status) => {
    const { result, seen } = await createThrough(fault);
    expect(result).toMatchObject({
      Status: 'failed',
      Error: { Type: 'ServiceError', HttpStatus: status, Effect: 'none', Retryable: true },
    });
    expect(result.Error?.Message).not.toContain('$response');
    expect(seen.filter((line) => line.startsWith('POST')).length).toBe(1);
  });

  /** The create is carried out, then the answer is lost. */
  const applied =
    (lose: (res: Parameters<Fault>[1]) => void): Fault =>
    (req, res, forward) => {
      if (req.method === 'GET') return false;
      forward().then(() => lose(res));
      return true;
    };
  test.each([
    ['a 500', 'ServiceError', applied((res) => res.writeHead(500).end()), []],
    ['a reset', 'NetworkError', applied((res) => res.destroy()), []],
    ['silence', 'TimeoutError', applied(() => undefined), ['--timeout', '1']],
  ])('applied, then %s: created, once', async (_, type, fault, args) => {
    const { result, client } = await createThrough(fault, args);
    expect(result).toMatchObject({ Status: 'created', Error: { Type: type, Effect: 'created', Attempts: 1 } });
    expect(result.IntegrationResponse?.IntegrationResponseId).toBeDefined();
    expect((await create(client, SOUND)).Findings[0]?.Code).toBe('duplicate-key');
  });

  test('a lost reply and no way to check: unknown', async () => {
    let lost = false;
    const { result } = await createThrough((req, res, forward) => {
      if (lost) return res.destroy() !== undefined;
      if (req.method === 'GET') return false;
      lost = true;
      forward().then(() => res.destroy());
      return true;
    });
    expect(result).toMatchObject({ Status: 'failed', Error: { Type: 'NetworkError', Effect: 'unknown' } });
    expect(result.Error?.Explanation).toContain('describe_websocket_api');
  });

  test('a body that drips for ever ends with the time limit', async () => {
    const { result } = await createThrough(
      (req, res) => {
        if (req.method === 'GET') return false;
        res.writeHead(201, { 'content-type': 'application/json' });
        const drip = setInterval(() => res.write(' '), 50);
        res.on('close', () => clearInterval(drip));
        return true;
      },
      ['--timeout', '1'],
    );
    expect(result).toMatchObject({ Status: 'failed', Error: { Type: 'TimeoutError', Effect: 'none' } });
  });
});

describe('nothing answers', () => {
  test('a refused connection', async () => {
    const client = await connect({ env: localEnv(`http://127.0.0.1:${await closedPort()}`) });
    const result = await create(client, SOUND);
    expect(result).toMatchObject({
      Status: 'failed',
      Error: { Type: 'NetworkError', Effect: 'none', Retryable: true },
    });
    expect(result.Error?.Explanation).toContain('Nothing listens');
  });

  test('an unknown host', async () => {
    const client = await connect({ env: localEnv('http://no-such-host.invalid') });
    expect(await create(client, SOUND)).toMatchObject({
      Status: 'failed',
      Error: { Type: 'NetworkError', Effect: 'none' },
    });
  });

  test('a server that accepts and is silent', async () => {
    const { endpoint } = await startEdge(() => true);
    const client = await connect({ args: ['--timeout', '0.5'], env: localEnv(endpoint) });
    expect(await create(client, SOUND)).toMatchObject({
      Status: 'failed',
      Error: { Type: 'TimeoutError', Effect: 'none' },
    });
  });

  test('no credentials, with a region and without', async () => {
    for (const env of [{ AWS_REGION: 'us-east-1' }, {}] as Record<string, string>[]) {
      const client = await connect({ env });
      const result = await create(client, SOUND);
      expect(result).toMatchObject({
        Status: 'failed',
        Error: { Type: 'CredentialsError', Effect: 'none', Attempts: 1 },
      });
      expect(result.Error?.Explanation).toContain('AWS_PROFILE');
    }
  });

  test('a profile that is not there', async () => {
    const client = await connect({ env: { AWS_REGION: 'us-east-1', AWS_PROFILE: 'nobody' } });
    const result = await create(client, SOUND);
    expect(result).toMatchObject({
      Status: 'failed',
      Error: { Type: 'CredentialsError' },
      Target: { Profile: 'nobody' },
    });
    expect(result.Error?.Explanation).toContain('nobody');
  });

  test('no region', async () => {
    const client = await connect({ env: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret' } });
    const result = await create(client, SOUND);
    expect(result).toMatchObject({ Status: 'failed', Error: { Type: 'RegionError', Effect: 'none' } });
    expect(result.Error?.Explanation).toContain('AWS_REGION');
  });
});

test.each([
  ['HTML', '<html>Cannot GET</html>'],
  ['JSON', '{"message":"Not Found"}'],
])('a control plane that knows no reads (404 in %s) is still created in', async (_, body) => {
  const { endpoint } = await startEdge((req, res) => {
    if (req.method !== 'GET') return false;
    res.writeHead(404).end(body);
    return true;
  });
  const client = await connect({ env: localEnv(endpoint) });
  expect(await create(client, SOUND)).toMatchObject({ Status: 'created', Checks: { Live: 'skipped' } });
});

test('credentials that were rotated on disk are seen without a restart', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'credentials');
  const keys: string[] = [];
  const { endpoint } = await startEdge((req) => {
    keys.push(/Credential=(\w+)/.exec(req.headers.authorization ?? '')?.[1] ?? '');
    return false;
  });
  const write = (id: string) =>
    writeFile(file, `[default]\naws_access_key_id = ${id}\naws_secret_access_key = not-a-secret\n`);
  await write('FIRSTKEY');
  const { AWS_ENDPOINT_URL_APIGATEWAYV2 = '', AWS_REGION = '' } = localEnv(endpoint);
  const client = await connect({
    env: { AWS_ENDPOINT_URL_APIGATEWAYV2, AWS_REGION, AWS_SHARED_CREDENTIALS_FILE: file },
  });
  await create(client, { ...SOUND, DryRun: true });
  expect(new Set(keys)).toEqual(new Set(['FIRSTKEY']));
  await sleep(20);
  await write('SECONDKEY');
  keys.length = 0;
  await create(client, { ...SOUND, DryRun: true });
  expect(new Set(keys)).toEqual(new Set(['SECONDKEY']));
});

test('nothing of a request is sent for ids that cannot be ids', async () => {
  const { endpoint, seen } = await startEdge();
  const client = await connect({ env: localEnv(endpoint) });
  const huge = 'x'.repeat(11_000_000);
  for (const ApiId of ['', '..', 'a/b', 'a?b', '%2e%2e', 'a b', huge, 7, null, [], {}, undefined]) {
    const result = await create(client, { ...SOUND, ApiId });
    expect(result.Status).toBe('invalid');
    expect(result.Findings[0]).toMatchObject({ Severity: 'error', Path: ['ApiId'] });
    expect(JSON.stringify(result).length).toBeLessThan(20_000);
  }
  expect(seen).toEqual([]);
  expect(COLLECTION).toContain(CHAT_API);
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('credentials', () => {
  test('a session token with a line break is no defect of ours', async () => {
    const { endpoint } = await startEdge();
    const client = await connect({ env: { ...localEnv(endpoint), AWS_SESSION_TOKEN: 'two\nlines' } });
    const result = await create(client, SOUND);
    expect(result).toMatchObject({ Status: 'failed', Error: { Type: 'CredentialsError', Effect: 'none' } });
    expect(JSON.stringify(result)).not.toContain('two');
  });

  test('a token that the service echoes does not reach the result', async () => {
    const token = 'the-session-token-in-use';
    const { endpoint } = await startEdge((req, res) => {
      if (req.method !== 'POST') return false;
      const body = JSON.stringify({
        message: `Invalid: ${req.headers['x-amz-security-token']} ${req.headers.authorization}`,
      });
      res.writeHead(400, { 'content-type': 'application/json', 'x-amzn-errortype': 'BadRequestException' }).end(body);
      return true;
    });
    const client = await connect({ env: { ...localEnv(endpoint), AWS_SESSION_TOKEN: token } });
    const result = await create(client, SOUND);
    expect(result.Error?.Message).toContain('Invalid: ');
    for (const secret of [token, 'AKIDEXAMPLE']) expect(JSON.stringify(result)).not.toContain(secret);
    expect(result.Error?.Message).not.toMatch(/Signature=[0-9a-f]/);
  });
});
