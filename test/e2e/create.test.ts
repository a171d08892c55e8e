// Every outcome of the main tool: a real client over stdio -> the built server -> the AWS SDK -> the sandbox over HTTP.
import { describe, expect, test } from 'vitest';
import { connect, create, localEnv } from '../support/connect.ts';
import { startEdge } from '../support/edge.ts';
import { CHAT_API, COLLECTION, HTTP_API, MESSAGES, PING, SOUND } from '../support/seeded.ts';

const codes = (result: { Findings: { Code: string }[] }) => result.Findings.map(({ Code }) => Code);
const writes = (seen: string[]) => seen.filter((line) => !line.startsWith('GET '));

test('creates in the embedded sandbox and says what is still missing', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const result = await create(client, SOUND);
  expect(result).toMatchObject({
    Status: 'created',
    IntegrationResponse: {
      IntegrationResponseId: expect.stringMatching(/^[a-z0-9]{6,7}$/),
      IntegrationResponseKey: '$default',
      ResponseTemplates: SOUND.ResponseTemplates,
      TemplateSelectionExpression: '\\$default',
    },
    Checks: { Live: 'done' },
    Target: { Backend: 'sandbox', Region: 'us-east-1', Endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) },
  });
  expect(codes(result)).toContain('one-way-route');
  const steps = result.NextSteps.map(({ Cli }) => Cli).join('\n');
  expect(steps).toContain(
    "create-route-response --api-id k3v9x1qz7d --route-id r3s6m1g --route-response-key '$default'",
  );
  expect(steps).toContain('create-deployment --api-id k3v9x1qz7d --stage-name production');
  expect(steps).toContain(`delete-integration-response`);
  expect(steps).toContain(result.IntegrationResponse?.IntegrationResponseId);
});

test('a key that is taken is refused with what exists and how it differs', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const result = await create(client, { ...SOUND, IntegrationId: PING });
  expect(result).toMatchObject({
    Status: 'invalid',
    Error: {
      Type: 'ConflictException',
      Effect: 'none',
      Existing: { IntegrationResponseId: 'm8r3k6w', IntegrationResponseKey: '$default' },
      Differences: [{ Path: ['ResponseTemplates', '$default'], Wanted: SOUND.ResponseTemplates?.['$default'] }],
    },
  });
  expect(result.Findings[0]).toMatchObject({ Code: 'duplicate-key', Path: ['IntegrationResponseKey'] });
});

test.each([
  ['an unknown API', { ApiId: 'zzzzzzzzzz' }, 'unknown-api', 'ApiId'],
  ['an unknown integration', { IntegrationId: 'zzzzzz' }, 'unknown-integration', 'IntegrationId'],
  ['an HTTP API', { ApiId: HTTP_API }, 'http-api', 'ApiId'],
])('%s is refused before anything is sent', async (_, members, code, member) => {
  const { endpoint, seen } = await startEdge();
  const client = await connect({ env: localEnv(endpoint) });
  const result = await create(client, { ...SOUND, ...members });
  expect(result.Status).toBe('invalid');
  expect(result.Findings[0]).toMatchObject({ Code: code, Path: [member], Severity: 'error' });
  expect(writes(seen)).toEqual([]);
});

describe('against an endpoint of the environment', () => {
  test('creates there, with six requests for an integration of one route', async () => {
    const { endpoint, seen } = await startEdge();
    const client = await connect({ env: localEnv(endpoint) });
    const result = await create(client, SOUND);
    expect(result).toMatchObject({
      Status: 'created',
      Target: { Backend: 'aws', Region: 'us-east-1', Endpoint: endpoint },
    });
    expect(writes(seen)).toEqual([`POST ${COLLECTION}`]);
    expect(seen.length - 1).toBeLessThanOrEqual(6);
  });

  test.each([
    ['DryRun', [], { DryRun: true }],
    ['--read-only', ['--read-only'], {}],
    ['both', ['--read-only'], { DryRun: true }],
  ])('%s sends nothing that writes', async (_, args, members) => {
    const { endpoint, seen } = await startEdge();
    const client = await connect({ args, env: localEnv(endpoint) });
    const result = await create(client, { ...SOUND, ...members });
    expect(result).toMatchObject({ Status: 'valid', Checks: { Live: 'done' } });
    expect(result.IntegrationResponse).toBeUndefined();
    expect(writes(seen)).toEqual([]);
  });

  test('a read-only server says so', async () => {
    const client = await connect({ args: ['--sandbox', '--read-only'] });
    expect((await create(client, SOUND)).Summary).toContain('read-only');
  });

  test('a finding can be overridden, and the result says that it was', async () => {
    const { endpoint, seen } = await startEdge();
    const client = await connect({ env: localEnv(endpoint) });
    const odd = { ...SOUND, IntegrationResponseKey: '200' };
    expect((await create(client, odd)).Status).toBe('invalid');
    expect(writes(seen)).toEqual([]);
    const result = await create(client, { ...odd, AllowFindings: ['key-form'] });
    expect(result.Status).toBe('created');
    expect(result.Summary).toContain('in spite of key-form');
    expect(codes(result)).toContain('key-form');
  });

  test.each([
    ['the shape of the arguments', { ContentHandlingStrategy: 'TEXT', AllowFindings: ['not-in-enum'] }, []],
    ['an id that cannot stand in a path', { ApiId: '..', AllowFindings: ['api-id'] }, []],
    ['the limits of the operator', { AllowFindings: ['api-not-allowed'] }, ['--allow-api', 'other,another']],
  ])('nothing overrides %s', async (_, members, args) => {
    const { endpoint, seen } = await startEdge();
    const client = await connect({ args, env: localEnv(endpoint) });
    expect((await create(client, { ...SOUND, ...members })).Status).toBe('invalid');
    expect(writes(seen)).toEqual([]);
  });

  test('an API that the operator allows is served', async () => {
    const client = await connect({ args: ['--sandbox', '--allow-api', `other,${CHAT_API}`] });
    expect((await create(client, SOUND)).Status).toBe('created');
  });

  test('two creates of one key at once: one is created, one conflicts', async () => {
    const client = await connect({ args: ['--sandbox'] });
    const results = await Promise.all([create(client, SOUND), create(client, SOUND)]);
    const kinds = results.map((result) => result.Error?.Type ?? result.Status);
    expect(kinds.sort()).toEqual(['ConflictException', 'created']);
  });

  test('map keys that are names of the prototype stay data', async () => {
    const client = await connect({ args: ['--sandbox'] });
    const templates = JSON.parse('{"__proto__":"{\\"a\\":1}","constructor":"{\\"b\\":2}","$default":"{}"}');
    const result = await create(client, { ...SOUND, ResponseTemplates: templates });
    expect(result.Status).toBe('created');
    expect(JSON.stringify(result.IntegrationResponse?.ResponseTemplates)).toBe(JSON.stringify(templates));
  });
});

test('a dry run writes the response as code, one that exists included', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const existing = { ...SOUND, IntegrationResponseKey: '/2\\d\\d/' };
  expect(await create(client, { ...SOUND, DryRun: true, As: 'terraform' })).toMatchObject({
    Status: 'valid',
    Export: expect.stringContaining('template_selection_expression = "\\\\$default"'),
  });
  expect(await create(client, { ...existing, DryRun: true, As: 'cdk' })).toMatchObject({
    Status: 'invalid',
    Export: expect.stringContaining('CfnIntegrationResponse'),
  });
  const broken = await create(client, { ...SOUND, IntegrationResponseKey: '/[/', DryRun: true, As: 'cdk' });
  expect(broken.Export).toBeUndefined();
});

test('a read that is denied becomes a warning, and the create goes on', async () => {
  const { endpoint } = await startEdge((req, res) => {
    if (req.method !== 'GET') return false;
    res.writeHead(403, { 'x-amzn-errortype': 'AccessDeniedException' });
    res.end('{"message":"User: arn:aws:iam::123456789012:user/x is not authorized to perform: apigateway:GET"}');
    return true;
  });
  const client = await connect({ env: localEnv(endpoint) });
  const result = await create(client, SOUND);
  expect(result).toMatchObject({
    Status: 'created',
    Checks: { Live: 'skipped', Reason: expect.stringContaining('apigateway:GET') },
  });
  expect(result.Findings).toContainEqual(expect.objectContaining({ Code: 'not-checked', Severity: 'warning' }));
  expect(result.Findings.find(({ Code }) => Code === 'not-checked')?.Why).toContain(
    `arn:aws:apigateway:us-east-1::/apis/${CHAT_API}`,
  );
});

test('without credentials a dry run is local, and says so', async () => {
  const client = await connect({ env: { AWS_REGION: 'us-east-1' } });
  const result = await create(client, { ...SOUND, DryRun: true });
  expect(result).toMatchObject({
    Status: 'valid',
    Checks: { Live: 'skipped', Reason: expect.stringContaining('CredentialsError') },
  });
  expect(MESSAGES).toBe(SOUND.IntegrationId);
});
