import type { Integration } from '@aws-sdk/client-apigatewayv2';
import { missingCredentials } from '../../../src/dry-run/rules/missing-credentials.ts';
import { testRule } from '../../support/test-rule.ts';

const integration = (IntegrationUri: string, members: Omit<Integration, 'IntegrationId'> = {}) => ({
  name: IntegrationUri,
  live: { integration: { IntegrationId: 'abc123', IntegrationType: 'AWS' as const, IntegrationUri, ...members } },
});

testRule(missingCredentials, {
  silent: [
    integration(
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations',
    ),
    integration('arn:aws:apigateway:us-east-1:dynamodb:action/PutItem', {
      CredentialsArn: 'arn:aws:iam::123456789012:role/r',
    }),
    integration('https://backend.example.com', { IntegrationType: 'HTTP' }),
    integration('${stageVariables.uri}'),
    integration(''),
  ],
  found: [
    'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
    'arn:aws:apigateway:us-east-1:states:action/StartSyncExecution',
    'arn:aws-cn:apigateway:cn-north-1:sqs:path/123456789012/queue',
    'arn:aws:apigateway:us-east-1:abc123.s3:path/bucket/key',
  ].map((uri) => ({ ...integration(uri), problems: [{ Path: ['IntegrationId'] }] })),
});
