import { describe, expect, test } from 'vitest';
import { chat, messages, orders, useSandbox } from './wire.ts';

const { call } = useSandbox();

const full = {
  integrationResponseKey: '/4\\d\\d/',
  contentHandlingStrategy: 'CONVERT_TO_TEXT',
  responseParameters: {
    'method.response.header.A': 'integration.response.header.A',
    'method.response.header.B': 'integration.response.body.b.c',
    'method.response.header.C': "'static, text'",
  },
  responseTemplates: { $default: '#if(', 'application/json': '' },
  templateSelectionExpression: '${integration.response.statuscode}',
};

describe('a life', () => {
  test('create, get, list, update, delete', async () => {
    const created = await call('POST', messages, full);
    expect(created.status).toBe(201);
    expect(created.headers.get('content-type')).toBe('application/json');
    expect(created.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(created.headers.get('x-amz-apigw-id')).toMatch(/^[\w+/]{15}=$/);
    const { integrationResponseId: id, ...members } = created.body;
    expect(members).toStrictEqual(full);
    expect(id).toMatch(/^[0-9a-z]{7}$/);

    const item = `${messages}/${id}`;
    expect(await call('GET', item)).toMatchObject({ status: 200, body: created.body });
    const listed = await call('GET', messages);
    expect(listed.status).toBe(200);
    expect(listed.body.items).toHaveLength(2);
    expect(listed.body.items).toContainEqual(created.body);

    const updated = await call('PATCH', item, {
      integrationResponseKey: '/404/',
      responseTemplates: { 'application/json': '', other: 'o' },
      responseParameters: {},
    });
    expect(updated.status).toBe(200);
    expect(updated.body).toStrictEqual({
      ...created.body,
      integrationResponseKey: '/404/',
      responseTemplates: { $default: '#if(', other: 'o' },
    });
    expect(await call('GET', item)).toMatchObject({ status: 200, body: updated.body });

    const deleted = await call('DELETE', item);
    expect(deleted).toMatchObject({ status: 204, type: null, body: undefined });
    expect(await call('GET', item)).toMatchObject({ status: 404, type: 'NotFoundException' });
    expect(await call('PATCH', item, {})).toMatchObject({ status: 404, type: 'NotFoundException' });
    expect(await call('DELETE', item)).toMatchObject({ status: 404, type: 'NotFoundException' });
  });

  test('absent members are omitted, unknown and null ones ignored', async () => {
    const created = await call('POST', messages, {
      integrationResponseKey: '/599/',
      responseTemplates: null,
      IntegrationResponseKey: 'unknown',
      apiId: 'unknown',
    });
    expect(created.status).toBe(201);
    expect(Object.keys(created.body).sort()).toEqual(['integrationResponseId', 'integrationResponseKey']);
  });

  test('a map key named __proto__ is data', async () => {
    const body = '{"integrationResponseKey":"/598/","responseTemplates":{"__proto__":"x","constructor":"y"}}';
    const created = await call('POST', messages, body);
    expect(Object.entries(created.body.responseTemplates)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    const item = `${messages}/${created.body.integrationResponseId}`;
    const updated = await call('PATCH', item, '{"responseTemplates":{"__proto__":"","toString":"z"}}');
    expect(Object.entries(updated.body.responseTemplates)).toEqual([
      ['constructor', 'y'],
      ['toString', 'z'],
    ]);
  });

  test('a 204 has no content', async () => {
    const { body } = await call('POST', messages, { integrationResponseKey: '/597/' });
    const { headers } = await call('DELETE', `${messages}/${body.integrationResponseId}`);
    expect(headers.get('content-type')).toBeNull();
    expect(headers.get('content-length')).toBeNull();
  });
});

test.each([
  ['a key in neither form', { integrationResponseKey: '200' }],
  ['an empty pattern', { integrationResponseKey: '//' }],
  ['a pattern that only Java compiles', { integrationResponseKey: '/(?i)x++\\p{Alpha}[]a]/' }],
  ['another parameter key', { integrationResponseKey: '/1/', responseParameters: { x: "'y'" } }],
  ['a REST mapping value', { integrationResponseKey: '/2/', responseParameters: { x: 'context.connectionId' } }],
  ['a template of 32768 characters', { integrationResponseKey: '/3/', responseTemplates: { x: 'x'.repeat(32768) } }],
  ['a mapping of 512 characters', { integrationResponseKey: '/4/', responseParameters: { x: `'${'x'.repeat(510)}'` } }],
  ['another spelling of the same pattern', { integrationResponseKey: '/2\\d{2}/' }],
])('%s is accepted', async (_what, body) => {
  expect(await call('POST', messages, body)).toMatchObject({ status: 201, body });
});

test('a proxy integration takes an integration response', async () => {
  const path = `${chat}/integrations/f8s3z6y/integrationresponses`;
  expect(await call('POST', path, { integrationResponseKey: '$default' })).toMatchObject({ status: 201 });
});

const mapping = (value: string) => ({ integrationResponseKey: '/x/', responseParameters: { h: value } });
const invalidMapping = (value: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${value}]`;
const constraint = (subject: string, path: string, rule: string) =>
  `1 validation error detected: ${subject} 'createIntegrationResponseInput.${path}' failed to satisfy constraint: ${rule}`;
const missingKey = 'Invalid request input. CreateIntegrationResponse input is missing integration response key.';
const key = { integrationResponseKey: '/x/' };
const httpOnly =
  'IntegrationResponses are currently not supported for this API protocol type. This is because the API may only be configured with proxy integration at this time.';

test.each<[string, string, unknown, number, string, string]>([
  [
    'unknown API',
    '/v2/apis/nope/integrations/x/integrationresponses',
    key,
    404,
    'NotFoundException',
    'Invalid API identifier specified 123456789012:nope',
  ],
  [
    'unknown integration',
    `${chat}/integrations/nope/integrationresponses`,
    key,
    404,
    'NotFoundException',
    'Invalid Integration identifier specified',
  ],
  ['HTTP API', `${orders}/integrations/g1v5o9d/integrationresponses`, key, 400, 'BadRequestException', httpOnly],
  [
    'HTTP API before unknown integration',
    `${orders}/integrations/nope/integrationresponses`,
    {},
    400,
    'BadRequestException',
    httpOnly,
  ],
  [
    'types before unknown API',
    '/v2/apis/nope/integrations/x/integrationresponses',
    { integrationResponseKey: true },
    400,
    'SerializationException',
    'class java.lang.Boolean can not be converted to an String',
  ],
  [
    'duplicate key',
    messages,
    { integrationResponseKey: '/2\\d\\d/' },
    409,
    'ConflictException',
    'Integration response with selection pattern /2\\d\\d/ already exists',
  ],
  ['missing key', messages, {}, 400, 'BadRequestException', missingKey],
  ['no body', messages, undefined, 400, 'BadRequestException', missingKey],
  ['null key', messages, { integrationResponseKey: null }, 400, 'BadRequestException', missingKey],
  [
    'empty key',
    messages,
    { integrationResponseKey: '' },
    400,
    'BadRequestException',
    constraint('Value at', 'integrationResponseKey', 'Member must have length greater than or equal to 1'),
  ],
  [
    'enum',
    messages,
    { ...key, contentHandlingStrategy: 'BASE64' },
    400,
    'BadRequestException',
    constraint(
      "Value 'BASE64' at",
      'contentHandlingStrategy',
      'Member must satisfy enum value set: [CONVERT_TO_BINARY, CONVERT_TO_TEXT]',
    ),
  ],
  [
    'malformed JSON',
    messages,
    '{"integrationResponseKey":',
    400,
    'SerializationException',
    'The request body is not valid JSON',
  ],
  [
    'an array as body',
    messages,
    [],
    400,
    'SerializationException',
    'class java.util.ArrayList can not be converted to an Map',
  ],
  [
    'number as key',
    messages,
    { integrationResponseKey: 200 },
    400,
    'SerializationException',
    'class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String',
  ],
  [
    'boolean as template',
    messages,
    { ...key, responseTemplates: { x: true } },
    400,
    'SerializationException',
    'class java.lang.Boolean can not be converted to an String',
  ],
  [
    'string as map',
    messages,
    { ...key, responseTemplates: 'x' },
    400,
    'SerializationException',
    'class java.lang.String can not be converted to an Map',
  ],
  [
    'broken pattern',
    messages,
    { integrationResponseKey: '/(/' },
    400,
    'BadRequestException',
    'Invalid regex pattern specified',
  ],
  ['unquoted mapping', messages, mapping('notquoted'), 400, 'BadRequestException', invalidMapping('notquoted')],
  [
    'request-side mapping',
    messages,
    mapping('route.request.body.x'),
    400,
    'BadRequestException',
    invalidMapping('route.request.body.x'),
  ],
  [
    'empty mapping',
    messages,
    mapping(''),
    400,
    'BadRequestException',
    'Invalid null or empty value in responseParameters',
  ],
  [
    'mapping of 513 characters',
    messages,
    mapping(`'${'x'.repeat(511)}'`),
    400,
    'BadRequestException',
    constraint('Value at', 'responseParameters.h', 'Member must have length less than or equal to 512'),
  ],
  [
    'template of 32769 characters',
    messages,
    { ...key, responseTemplates: { t: 'x'.repeat(32769) } },
    400,
    'BadRequestException',
    constraint('Value at', 'responseTemplates.t', 'Member must have length less than or equal to 32768'),
  ],
])('refuses %s', async (_what, path, body, status, type, message) => {
  expect(await call('POST', path, body)).toMatchObject({ status, type, body: { message } });
});

test('an update is judged like a create', async () => {
  const path = `${chat}/integrations/e5g1p7v/integrationresponses/t6y4b9g`;
  const before = await call('GET', path);
  const refused = [
    await call('PATCH', path, { integrationResponseKey: '$default' }),
    await call('PATCH', path, { integrationResponseKey: '/[/' }),
    await call('PATCH', path, { responseParameters: { h: 'bare' } }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([409, 400, 400]);
  expect(await call('GET', path)).toMatchObject({ body: before.body });
  expect(await call('PATCH', path, { integrationResponseKey: before.body.integrationResponseKey })).toMatchObject({
    status: 200,
    body: before.body,
  });
});
