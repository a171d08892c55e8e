// Credentials of every kind that change, fail or hang while the server runs: seen without a restart, told as such, bounded.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { startEdge } from '../support/edge.ts';
import { startEndpoint } from '../support/endpoint.ts';
import { CHAT_API, SOUND } from '../support/seeded.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SESSION = 'company';
const HOUR_MS = 3_600_000;
const live = () => ({ signal: new AbortController().signal });
const inAnHour = () => new Date(Date.now() + HOUR_MS).toISOString();
const anHourAgo = () => new Date(Date.now() - HOUR_MS).toISOString();

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A home with these shared files, and nothing of the tester's own setup. */
async function home(config: string): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.aws', 'sso', 'cache'), { recursive: true });
  await writeFile(join(folder, '.aws', 'config'), config);
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE']) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv('HOME', folder);
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, '.aws', 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, '.aws', 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  return folder;
}

/** The sandbox behind an edge that refuses key ids which were revoked, and a gateway to it. */
async function controlPlane(profile?: string, timeoutSeconds = 5) {
  const revoked = new Set<string>();
  const used: string[] = [];
  const { endpoint } = await startEdge((req, res) => {
    const id = /Credential=(\w+)/.exec(req.headers.authorization ?? '')?.[1] ?? '';
    used.push(id);
    if (!revoked.has(id)) return false;
    res
      .writeHead(403, { 'x-amzn-errortype': 'ExpiredTokenException' })
      .end('{"message":"The security token included in the request is expired"}');
    return true;
  });
  const gateway = createSdkGateway({
    backend: 'aws',
    endpoint,
    region: 'us-east-1',
    ...(profile !== undefined && { profile }),
    sharedFiles: [process.env['AWS_CONFIG_FILE'] ?? ''],
    timeoutSeconds,
  });
  const read = () => gateway.getApi(CHAT_API, live());
  return { gateway, read, revoked, used };
}

const keys = (id: string) => ({ AccessKeyId: id, SecretAccessKey: 'not-a-secret' });
const json = (res: ServerResponse, value: unknown, status = 200) =>
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

const none = (explanation: RegExp) => ({
  ok: false,
  error: { Type: 'CredentialsError', Effect: 'none', Explanation: expect.stringMatching(explanation) },
});

const SSO_CONFIG = `[profile p]
sso_session = ${SESSION}
sso_account_id = 111122223333
sso_role_name = Developer
[sso-session ${SESSION}]
sso_region = us-east-1
sso_start_url = https://company.awsapps.com/start
`;

/** A person's sign-in, as the AWS CLI leaves it on disk. */
const signIn = (folder: string, accessToken: string, more: object = {}) =>
  writeFile(
    join(folder, '.aws', 'sso', 'cache', `${createHash('sha1').update(SESSION).digest('hex')}.json`),
    JSON.stringify({ accessToken, expiresAt: inAnHour(), region: 'us-east-1', ...more }),
  );

/** The portal, which gives `role` to holders of `token`, and renews tokens unless told not to. */
async function startPortal() {
  const portal = { token: 'first', role: 'ROLEONE', renews: true };
  const endpoint = await startEndpoint((req, res) => {
    if (req.url?.startsWith('/token')) {
      if (!portal.renews) json(res, { error: 'invalid_grant' }, 400);
      else json(res, { accessToken: portal.token, expiresIn: 3600, refreshToken: 'next', tokenType: 'Bearer' });
    } else if (req.headers['x-amz-sso_bearer_token'] !== portal.token)
      json(res, { message: 'Session token not found' }, 401);
    else {
      const expiration = Date.now() + HOUR_MS;
      json(res, {
        roleCredentials: { accessKeyId: portal.role, secretAccessKey: 'not-a-secret', sessionToken: 't', expiration },
      });
    }
  });
  vi.stubEnv('AWS_ENDPOINT_URL_SSO', endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_SSO_OIDC', endpoint);
  return portal;
}

test('SSO: role credentials that were revoked are fetched anew', async () => {
  const folder = await home(SSO_CONFIG);
  const portal = await startPortal();
  await signIn(folder, 'first');
  const { gateway, read, revoked, used } = await controlPlane('p');
  expect(await read()).toMatchObject({ ok: true });
  revoked.add(portal.role);
  portal.role = 'ROLETWO';
  expect(await gateway.createIntegrationResponse(SOUND, null, live())).toMatchObject({ ok: true });
  expect(used).toEqual(['ROLEONE', 'ROLEONE', 'ROLETWO']);
});

test('SSO: a sign-in that ran out says so; a new one is seen without a restart', async () => {
  const folder = await home(SSO_CONFIG);
  const portal = await startPortal();
  await signIn(folder, 'first', { expiresAt: anHourAgo() });
  const { gateway, read } = await controlPlane('p');
  expect(await gateway.createIntegrationResponse(SOUND, null, live())).toMatchObject(none(/aws sso login/));
  portal.token = 'second';
  await signIn(folder, 'second');
  await expect.poll(read).toMatchObject({ ok: true });
});

test('SSO: a sign-in the portal no longer knows is a CredentialsError, not a lost create', async () => {
  const folder = await home(SSO_CONFIG);
  await startPortal();
  await signIn(folder, 'forged');
  const { gateway, used } = await controlPlane('p');
  expect(await gateway.createIntegrationResponse(SOUND, null, live())).toMatchObject(none(/"p"/));
  expect(used).toEqual([]);
});

test.each([
  ['is renewed', true],
  ['cannot be renewed', false],
])('SSO: a token about to run out %s', async (_, renews) => {
  const folder = await home(SSO_CONFIG.replaceAll(SESSION, `${SESSION}-${renews}`));
  const portal = await startPortal();
  Object.assign(portal, { renews, token: 'renewed' });
  const name = createHash('sha1').update(`${SESSION}-${renews}`).digest('hex');
  const token = { accessToken: 'old', expiresAt: anHourAgo(), clientId: 'c', clientSecret: 's', refreshToken: 'r' };
  await writeFile(join(folder, '.aws', 'sso', 'cache', `${name}.json`), JSON.stringify(token));
  const { gateway, used } = await controlPlane('p');
  const reply = await gateway.createIntegrationResponse(SOUND, null, live());
  if (renews) expect(reply).toMatchObject({ ok: true });
  else expect(reply).toMatchObject(none(/aws sso login/));
  expect(used).toEqual(renews ? ['ROLEONE'] : []);
});

/** A `credential_process` that prints a file. */
async function processHome(before = '') {
  const folder = await home('');
  const file = join(folder, 'keys.json');
  await writeFile(join(folder, '.aws', 'config'), `[profile p]\ncredential_process = ${before}cat ${file}\n`);
  return (id: string, Expiration = inAnHour()) =>
    writeFile(file, JSON.stringify({ Version: 1, ...keys(id), SessionToken: 't', Expiration }));
}

test('a process: rotated credentials are seen once the old ones are refused', async () => {
  const print = await processHome();
  await print('FIRST');
  const { gateway, read, revoked, used } = await controlPlane('p');
  await read();
  await print('SECOND');
  revoked.add('FIRST');
  expect(await gateway.createIntegrationResponse(SOUND, null, live())).toMatchObject({ ok: true });
  expect(used).toEqual(['FIRST', 'FIRST', 'SECOND']);
});

test('a process: what it says is expired, broken or nothing is a CredentialsError, until it says better', async () => {
  const print = await processHome();
  await print('OLD', anHourAgo());
  const { gateway, read, used } = await controlPlane('p');
  expect(await gateway.createIntegrationResponse(SOUND, null, live())).toMatchObject(none(/expired|"p"/));
  expect(used).toEqual([]);
  await print('NEW');
  await expect.poll(read).toMatchObject({ ok: true });
});

test('a process slower than the time limit is not started anew by the next call, which gets what it says', async () => {
  const print = await processHome('sleep 2.5 && ');
  await print('SLOW');
  const { gateway, read, used } = await controlPlane('p', 2);
  expect(await gateway.createIntegrationResponse(SOUND, null, live())).toMatchObject(none(/"p"/));
  expect(await read()).toMatchObject({ ok: true });
  expect(used).toEqual(['SLOW']);
});

/** A container's credential endpoint; `answer` may be exchanged. */
async function startContainer() {
  const container: { answer: (res: ServerResponse) => void } = { answer: () => undefined };
  await home('');
  const endpoint = await startEndpoint((_, res) => container.answer(res));
  vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', `${endpoint}/creds`);
  return container;
}
const give = (id: string) => (res: ServerResponse) => json(res, { ...keys(id), Token: 't', Expiration: inAnHour() });

test('a container: credentials that were refused are fetched anew', async () => {
  const container = await startContainer();
  container.answer = give('FIRST');
  const { gateway, read, revoked, used } = await controlPlane();
  await read();
  container.answer = give('SECOND');
  revoked.add('FIRST');
  expect(await gateway.createIntegrationResponse(SOUND, null, live())).toMatchObject({ ok: true });
  expect(used).toEqual(['FIRST', 'FIRST', 'SECOND']);
});

test.each<[string, (res: ServerResponse) => void]>([
  ['fails', (res) => void json(res, { code: 'x', message: 'y' }, 500)],
  ['refuses', (res) => void json(res, { code: 'x', message: 'y' }, 403)],
  ['answers a page', (res) => void res.end('<html>')],
  ['answers nothing of use', (res) => void json(res, {})],
  ['breaks off', (res) => void res.destroy()],
  ['hangs', () => undefined],
])('a container whose endpoint %s: a CredentialsError in time, and well again once it is', async (_, answer) => {
  const container = await startContainer();
  container.answer = answer;
  const { gateway, read, used } = await controlPlane(undefined, 3);
  expect(await gateway.createIntegrationResponse(SOUND, null, live())).toMatchObject(none(/No AWS credentials/));
  expect(used).toEqual([]);
  container.answer = give('WELL');
  await expect.poll(read).toMatchObject({ ok: true });
});

test.each([
  ['gives credentials', true],
  ['hangs', false],
])('an instance whose metadata service %s', async (_, gives) => {
  await home('');
  const endpoint = await startEndpoint((req, res) => {
    if (!gives) return;
    if (req.method === 'PUT') res.end('token');
    else if (req.url?.endsWith('/security-credentials/')) res.end('role');
    else json(res, { Code: 'Success', ...keys('INSTANCE'), Token: 't', Expiration: inAnHour() });
  });
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'false');
  vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', endpoint);
  const { gateway, used } = await controlPlane();
  const reply = await gateway.createIntegrationResponse(SOUND, null, live());
  if (gives) expect(reply).toMatchObject({ ok: true });
  else expect(reply).toMatchObject(none(/No AWS credentials/));
  expect(used).toEqual(gives ? ['INSTANCE'] : []);
});
