import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const lambdaErrorPassedThrough: Rule = {
  code: 'lambda-error-passed-through',
  severity: 'warning',
  summary: 'Errors of a Lambda function reach this response, and without a template they go to the client as they are.',
  why: 'On REST APIs the error of a function was observed to pass through whole, with errorType, requestId and stackTrace.',
  facts: [facts['lambda-error-body']],
  about: ['IntegrationResponseKey', 'ResponseTemplates'],
  example: {
    refused: { IntegrationResponseKey: '/(?s).*Error.*/' },
    live: {
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'AWS',
        IntegrationUri:
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:chat/invocations',
      },
    },
    corrected: {
      IntegrationResponseKey: '/(?s).*Error.*/',
      ResponseTemplates: { $default: '{"message": $input.json(\'$.errorMessage\')}' },
    },
  },
  check({ matched, templates, key }) {
    if (matched !== 'errorMessage' || templates.length > 0 || key === undefined || key.form === 'default') return [];
    return [
      {
        Path: ['ResponseTemplates'],
        Message: 'The error of the function goes to the client with its stack trace.',
        Fix: 'Add a template, e.g. {"message": $input.json(\'$.errorMessage\')} under $default.',
      },
    ];
  },
};
