import { lambdaBareArn } from '../../../src/dry-run/rules/lambda-bare-arn.ts';
import { dynamoDb, lambda, lambdaProxy } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const arn = (IntegrationType: 'AWS' | 'AWS_PROXY', IntegrationUri: string) => ({
  live: { integration: { IntegrationId: 'abc123', IntegrationType, IntegrationUri } },
});
testRule(lambdaBareArn, {
  silent: [
    { live: lambda },
    { live: lambdaProxy },
    { live: dynamoDb },
    {},
    arn('AWS_PROXY', 'arn:aws:lambda:us-east-1:123456789012:function:f'),
  ],
  found: [
    'arn:aws:lambda:us-east-1:123456789012:function:f',
    'arn:aws-cn:lambda:cn-north-1:123456789012:function:f:live',
  ].map((uri) => ({
    ...arn('AWS', uri),
    problems: [{ Path: ['IntegrationId'] }],
  })),
});
