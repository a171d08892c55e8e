import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const expressionStatusOnLambda: Rule = {
  code: 'expression-status-on-lambda',
  severity: 'warning',
  summary: 'Templates are chosen by `integration.response.statuscode`, which is always 200 for a Lambda function.',
  why: 'For an AWS integration of a Lambda function the status code was observed to be 200, for a success and for an error alike: templates with other keys are never chosen.',
  facts: [facts['expression-status-on-lambda']],
  about: ['TemplateSelectionExpression', 'ResponseTemplates'],
  explains: ['template-key-unreachable'],
  example: {
    refused: {
      IntegrationResponseKey: '/.*Error.*/',
      TemplateSelectionExpression: '${integration.response.statuscode}',
      ResponseTemplates: { 200: '{}', 500: '{}' },
    },
    live: {
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'AWS',
        IntegrationUri:
          'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:chat/invocations',
      },
    },
    corrected: {
      IntegrationResponseKey: '/.*Error.*/',
      TemplateSelectionExpression: '\\$default',
      ResponseTemplates: { $default: '{}' },
    },
  },
  check({ expression, matched, templates }) {
    const [part, ...others] = expression?.parts ?? [];
    if (matched !== 'errorMessage' || others.length > 0) return [];
    if (part?.kind !== 'variable' || part.name !== 'integration.response.statuscode') return [];
    const never = templates.filter(({ key }) => key !== '200' && key !== '$default');
    return never.map(({ key }) => ({
      Path: ['ResponseTemplates', key],
      Message: `The template ${quote(key)} is never chosen: the status code of a function is always 200.`,
      Fix: 'Make a response of its own for each error message, and choose there with "\\\\$default".',
    }));
  },
};
