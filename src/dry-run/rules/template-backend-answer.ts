import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';
import { breakingFaults } from '../template/breaking-faults.ts';

export const templateBackendAnswer: Rule = {
  code: 'template-backend-answer',
  severity: 'warning',
  summary: 'An answer that this kind of backend sends makes the output of a template no JSON, empty, or an error.',
  why: 'Functions throw texts with quotes and line breaks or run out of time, servers answer with pages of HTML, AWS services with texts and without what is optional: a template meets them all.',
  facts: [facts['lambda-error-body'], facts['template-text-unchecked']],
  about: ['IntegrationResponseKey', 'ResponseTemplates'],
  example: {
    refused: {
      IntegrationResponseKey: '/(\\n|.)*not valid(\\n|.)*/',
      ResponseTemplates: { $default: '{"message": "$input.path(\'$.errorMessage\')"}' },
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
      IntegrationResponseKey: '/(\\n|.)*not valid(\\n|.)*/',
      ResponseTemplates: { $default: '{"message": $input.json(\'$.errorMessage\')}' },
    },
  },
  check: (subject) => breakingFaults(subject, ({ from }) => from !== undefined),
};
