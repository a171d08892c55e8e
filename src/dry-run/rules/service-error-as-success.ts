import { facts } from '../../facts/facts.ts';
import { siblingPatterns } from '../key/siblings.ts';
import { statusCodesOf } from '../key/status-codes.ts';
import type { Rule } from '../rule.ts';
import { referencesOf } from '../template/template-names.ts';

export const serviceErrorAsSuccess: Rule = {
  code: 'service-error-as-success',
  severity: 'info',
  summary: 'The only response of an AWS service is a fixed success message: errors of the service get it as well.',
  why: 'Where no pattern matches, $default is documented to take every answer, with the status that was observed to be compared, and a template that reads nothing says the same of all of them.',
  facts: [facts['default-catches-the-rest'], facts['matched-status-of-aws-service']],
  about: ['IntegrationResponseKey', 'ResponseTemplates'],
  example: {
    refused: { IntegrationResponseKey: '$default', ResponseTemplates: { $default: '{"queued": true}' } },
    live: {
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'AWS',
        IntegrationUri: 'arn:aws:apigateway:us-east-1:sqs:path/123456789012/chat',
        CredentialsArn: 'arn:aws:iam::123456789012:role/gateway',
      },
      responses: [],
    },
  },
  check(subject) {
    const { key, live, matched, readable, templates } = subject;
    if (key?.form !== 'default' || matched !== 'status' || live.integration?.IntegrationType !== 'AWS') return [];
    if (readable.length === 0 || readable.length < templates.length || live.responses === undefined) return [];
    if (
      readable.some(({ template }) => referencesOf(template).some(({ name }) => name === 'input' || name === 'context'))
    )
      return [];
    if (siblingPatterns(subject).some((sibling) => statusCodesOf(sibling.key)?.some((code) => code >= 400) ?? true))
      return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: 'Answers of the service with status 4xx and 5xx get this message as well.',
        Fix: 'Create a response with the key "/4\\\\d\\\\d|5\\\\d\\\\d/" for errors.',
      },
    ];
  },
};
