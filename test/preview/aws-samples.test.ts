// Integration responses of public samples, with what was seen of them on the real service. Samples: aws-samples
// serverless-patterns (apigw-websocket-api-*) and serverless-samples (apigw-ws-integrations), the acceptance tests of the
// Terraform AWS provider, aws/aws-cdk#29661.
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/contract/preview.ts';
import { previewDrafts } from '../support/preview-drafts.ts';

const action = (name: string) => `arn:aws:apigateway:us-east-1:${name}`;
const execution = '{"executionArn":"arn:aws:states:us-east-1:1234567890:execution:A:b","startDate":1.652716274909E9}';
const published = '{"PublishResponse":{"PublishResult":{"MessageId":"10e10111","SequenceNumber":null}}}';
const connect = { eventType: 'CONNECT', connectionId: 'SOqGjdZioAMCEeg=', requestId: 'SOqIDEacoAMFaHQ=' };
const validation = '{"__type":"com.amazon.coral.validate#ValidationException","Message":"Type mismatch for key id"}';

interface Sample {
  readonly name: string;
  readonly type: string;
  readonly uri?: string;
  readonly responses: readonly Draft[];
  readonly request?: Partial<Parameters<typeof previewDrafts>[0]>;
  readonly expected: Record<string, unknown>;
}

const samples: readonly Sample[] = [
  {
    name: 'sfn-sync and sfn-async: the raw answer of Step Functions, byte for byte',
    type: 'AWS',
    uri: action('states:action/StartExecution'),
    responses: [{ IntegrationResponseKey: '$default' }],
    request: { outcomes: [{ Body: execution }] },
    expected: { MatchedText: '200', IntegrationResponseKey: '$default', TemplateKey: null, ClientReceives: execution },
  },
  {
    name: 'connection-dynamodb: key /200/ alone, no templates; the connection opens',
    type: 'AWS',
    uri: action('dynamodb:action/PutItem'),
    responses: [{ IntegrationResponseKey: '/200/', TemplateSelectionExpression: '\\$default' }],
    request: { outcomes: [{ StatusCode: 200, Body: '{}' }], context: connect },
    expected: {
      Candidates: ['/200/'],
      IntegrationResponseKey: '/200/',
      TemplateExpressionValue: '$default',
      TemplateKey: null,
      ClientReceives: null,
      Frames: 0,
    },
  },
  {
    name: 'sns $connect: a template that is no JSON and is never chosen; the connection opens',
    type: 'MOCK',
    responses: [
      {
        IntegrationResponseKey: '/200/',
        TemplateSelectionExpression: '\\$default',
        ResponseTemplates: { '200': '{"statusCode":, "message":"order initiated"}' },
      },
    ],
    request: { outcomes: [{ StatusCode: 200 }], context: connect },
    expected: { IntegrationResponseKey: '/200/', TemplateKey: null, Output: '', ClientReceives: null },
  },
  {
    name: 'sns sendOrder: the raw answer of SNS',
    type: 'AWS',
    uri: action('sns:action/Publish'),
    responses: [{ IntegrationResponseKey: '$default' }],
    request: {
      outcomes: [{ Body: published }],
      clientMessage: '{"action":"sendOrder","Name":"Jon","SirName":"Doe","Number":"123"}',
    },
    expected: { ClientReceives: published, IsJson: true, Frames: 1 },
  },
  {
    name: 'Terraform, basic: MOCK with /200/ only',
    type: 'MOCK',
    responses: [{ IntegrationResponseKey: '/200/' }],
    request: { outcomes: [{ StatusCode: 200 }] },
    expected: { IntegrationResponseKey: '/200/', TemplateKey: null, ClientReceives: '', Bytes: 0, Frames: 1 },
  },
  {
    name: 'Terraform, all attributes: an empty template, and no template for the value',
    type: 'MOCK',
    responses: [
      {
        IntegrationResponseKey: '$default',
        ContentHandlingStrategy: 'CONVERT_TO_TEXT',
        TemplateSelectionExpression: '$request.body.name',
        ResponseTemplates: { 'application/json': '' },
      },
    ],
    request: { outcomes: [{ StatusCode: 200 }], clientMessage: '{"name":"application/json"}' },
    expected: { TemplateExpressionValue: 'application/json', TemplateKey: 'application/json', Output: '' },
  },
  {
    name: 'Terraform, updated: templates over undefined variables',
    type: 'MOCK',
    responses: [
      {
        IntegrationResponseKey: '/404/',
        ContentHandlingStrategy: 'CONVERT_TO_BINARY',
        TemplateSelectionExpression: '$request.body.id',
        ResponseTemplates: {
          'application/json': '#set($number=42)',
          'application/xml': '#set($percent=$number/100)',
        },
      },
    ],
    request: { outcomes: [{ StatusCode: 404 }], clientMessage: '{"id":"application/xml"}' },
    expected: { IntegrationResponseKey: '/404/', TemplateKey: 'application/xml', Output: '', OutputIsBase64: true },
  },
  {
    name: 'CDK, DynamoDB: the template of the 4xx answers is applied without an expression',
    type: 'AWS',
    uri: action('dynamodb:action/PutItem'),
    responses: [
      { IntegrationResponseKey: '$default' },
      {
        IntegrationResponseKey: '/4\\d{2}/',
        ResponseTemplates: { 'application/json': '{"error": $input.json(\'$.Message\')}' },
      },
    ],
    request: { outcomes: [{ StatusCode: 400, Body: validation }] },
    expected: {
      MatchedText: '400',
      IntegrationResponseKey: '/4\\d{2}/',
      TemplateKey: 'application/json',
      ClientReceives: '{"error": "Type mismatch for key id"}',
      IsJson: true,
    },
  },
];

describe('public samples', () => {
  test.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
    const [result] = previewDrafts({
      responses: sample.responses,
      integrationType: sample.type,
      integrationUri: sample.uri,
      outcomes: [],
      ...sample.request,
    });
    expect(result).toMatchObject(sample.expected);
    expect(result?.Failure).toBeUndefined();
  });
});
