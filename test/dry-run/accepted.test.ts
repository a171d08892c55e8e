// What real deployments use is never refused: public samples, recorded acceptance tests and the documented forms.
import { describe, expect, test } from 'vitest';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import type { Wanted } from '../../src/dry-run/subject.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';
import { dynamoDb, lambda, lambdaProxy, mock } from '../support/integrations.ts';

const errors = (wanted: Wanted, live: Partial<Snapshot> = {}) =>
  dryRun(exampleSubject({ live: { responses: [], ...live } }, wanted)).filter(({ Severity }) => Severity === 'error');

const stepFunctions: Partial<Snapshot> = {
  integration: {
    IntegrationId: 'abc123',
    IntegrationType: 'AWS',
    IntegrationUri: 'arn:aws:apigateway:us-east-1:states:action/StartSyncExecution',
  },
};
const connect = { routes: [{ RouteId: 'ghi789', RouteKey: '$connect', Target: 'integrations/abc123' }] };

const deployments: readonly (readonly [source: string, wanted: Wanted, live: Partial<Snapshot>])[] = [
  ['serverless-patterns, sfn-sync', { IntegrationResponseKey: '$default' }, stepFunctions],
  [
    'serverless-patterns, connection-dynamodb',
    { IntegrationResponseKey: '/200/', TemplateSelectionExpression: '\\$default' },
    { ...dynamoDb, ...connect },
  ],
  [
    'serverless-patterns, sns, $connect',
    {
      IntegrationResponseKey: '/200/',
      TemplateSelectionExpression: '\\$default',
      ResponseTemplates: { 200: '{"statusCode":, "message":"order initiated"}' },
    },
    { ...mock, ...connect },
  ],
  [
    'serverless-patterns, sns-terraform: a static expression without templates',
    { IntegrationResponseKey: '/200/', TemplateSelectionExpression: '200' },
    mock,
  ],
  ['serverless-patterns, a Lambda proxy', { IntegrationResponseKey: '$default' }, lambdaProxy],
  ['terraform-provider-aws, basic', { IntegrationResponseKey: '/200/' }, mock],
  [
    'terraform-provider-aws, all attributes',
    {
      IntegrationResponseKey: '$default',
      ContentHandlingStrategy: 'CONVERT_TO_TEXT',
      TemplateSelectionExpression: '$request.body.name',
      ResponseTemplates: { 'application/json': '' },
    },
    mock,
  ],
  [
    'terraform-provider-aws, all attributes updated',
    {
      IntegrationResponseKey: '/404/',
      ContentHandlingStrategy: 'CONVERT_TO_BINARY',
      TemplateSelectionExpression: '$request.body.id',
      ResponseTemplates: { 'application/json': '#set($number=42)', 'application/xml': '#set($percent=$number/100)' },
    },
    mock,
  ],
  [
    'aws-cdk 29661, success',
    { IntegrationResponseKey: '$default', ResponseTemplates: { 'application/json': '{"ok":true}' } },
    dynamoDb,
  ],
  [
    'aws-cdk 29661, failure',
    {
      IntegrationResponseKey: '/4\\d{2}/',
      ResponseTemplates: { 'application/json': `{"message": $input.json('$.Message')}` },
    },
    dynamoDb,
  ],
];

describe('deployments', () => {
  test.each(deployments)('%s', (_, wanted, live) => {
    expect(errors(wanted, live)).toEqual([]);
  });
});

describe('keys', () => {
  const keys = ['$default', '/200/', '/404/', '/400/', '/2\\d\\d/', '/4\\d\\d/', '/4\\d{2}/', '/2\\d{2}/', '/499/'];
  test.each(keys)('%s', (IntegrationResponseKey) => {
    for (const live of [{}, mock, dynamoDb, lambda]) expect(errors({ IntegrationResponseKey }, live)).toEqual([]);
  });

  test.each(['/(\\n|.)+/', '/.*four hundred.*/', '/404:.*/', '/.+/', '/.*/'])('%s on a Lambda function', (key) => {
    expect(errors({ IntegrationResponseKey: key }, lambda)).toEqual([]);
  });
});

describe('expressions', () => {
  const templates = [undefined, { $default: '{}' }, { 'application/json': '{}' }, { 200: '{}', sendOrder: '{}' }];
  test.each([
    '$request.body.name',
    '$request.body.id',
    '$request.body.detail-type',
    '\\$default',
    '200',
    'request.body.action',
    '$integration.response.statuscode',
    '${integration.response.statuscode}',
    '${integration.response.header.x-kind}',
    '${integration.response.multivalueheader.x-kind}',
    '${request.body.service}/${request.body.action}',
    '${request.body.version}-beta',
    '${request.body.items[0].id}',
    // not documented, yet nobody has seen them refused
    '$default',
    '${context.routeKey}',
    '${integration.response.body.kind}',
    '${',
  ])('%s', (TemplateSelectionExpression) => {
    for (const ResponseTemplates of templates) {
      const wanted = { TemplateSelectionExpression, ...(ResponseTemplates && { ResponseTemplates }) };
      expect(errors(wanted, mock)).toEqual([]);
    }
  });
});

describe('parameters', () => {
  test.each([
    'integration.response.header.X-Kind',
    'integration.response.body.kind',
    'integration.response.body.items[0].id',
    "'static text'",
    "''",
    'context.connectionId',
    'stageVariables.version',
    'integration.response.body',
    'integration.response.multivalueheader.X-Kind',
  ])('%s', (value) => {
    expect(errors({ ResponseParameters: { 'method.response.header.Sec-WebSocket-Protocol': value } })).toEqual([]);
    expect(errors({ ResponseParameters: { 'route.response.header.X-Kind': value } })).toEqual([]);
  });
});
