import { facts } from '../../facts/facts.ts';
import { isUsed } from '../../live/reach.ts';
import type { Rule } from '../rule.ts';

export const missingCredentials: Rule = {
  code: 'missing-credentials',
  severity: 'warning',
  summary: 'The integration calls an AWS service other than Lambda without a role (`CredentialsArn`).',
  why:
    'API Gateway calls the service with the role in CredentialsArn; without one only the permissions of the resource itself are ' +
    'left, which most services do not have. That the call then fails at run time, often with status code 403, is inferred.',
  facts: [facts['missing-credentials']],
  about: [],
  example: {
    refused: {},
    live: {
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'AWS',
        IntegrationMethod: 'POST',
        IntegrationUri: 'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
      },
    },
  },
  check(subject) {
    const { IntegrationType, IntegrationUri = '', CredentialsArn } = subject.live.integration ?? {};
    const service = SERVICE_URI.exec(IntegrationUri)?.[1];
    if (IntegrationType !== 'AWS' || CredentialsArn || !service || service === 'lambda' || !isUsed(subject)) return [];
    return [
      {
        Path: ['IntegrationId'],
        Message: `The integration calls ${service} without CredentialsArn.`,
        Fix: 'Set CredentialsArn of the integration with UpdateIntegration.',
      },
    ];
  },
};

/** `arn:aws:apigateway:us-east-1:dynamodb:action/PutItem`, `…:sqs:path/…`; a subdomain may stand before the service. */
const SERVICE_URI = /^arn:aws[\w-]*:apigateway:[^:]*:(?:[\w-]+\.)?([\w-]+):(?:action|path)\//;
