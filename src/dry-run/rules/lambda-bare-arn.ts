import { FUNCTION_ARN } from '../../api-gateway/matched-text.ts';
import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const lambdaBareArn: Rule = {
  code: 'lambda-bare-arn',
  severity: 'warning',
  summary: 'The URI of an `AWS` integration is the ARN of a function instead of its invocation path.',
  why: 'The ARN of a function is known to be taken for AWS_PROXY; whether an AWS integration with one calls the function is not published.',
  facts: [facts['lambda-bare-arn']],
  about: [],
  example: {
    refused: {},
    live: {
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'AWS',
        IntegrationUri: 'arn:aws:lambda:us-east-1:123456789012:function:chat',
      },
      responses: [{ IntegrationResponseKey: '$default' }],
    },
  },
  check({ live: { integration } }) {
    const { IntegrationType, IntegrationUri = '' } = integration ?? {};
    const [, region] = FUNCTION_ARN.exec(IntegrationUri) ?? [];
    if (IntegrationType !== 'AWS' || region === undefined) return [];
    return [
      {
        Path: ['IntegrationId'],
        Message: `The integration has the URI ${quote(IntegrationUri, 120)}, the ARN of a function.`,
        Fix: `Set it with UpdateIntegration to ${visible(`arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${IntegrationUri}/invocations`, 250)}.`,
      },
    ];
  },
};
