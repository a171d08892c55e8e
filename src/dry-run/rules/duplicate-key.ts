import { differences } from '../../api-gateway/differences.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'error',
  summary: 'The integration already has a response with this key.',
  why: 'A key can be there once in an integration: by the service model the control plane answers ConflictException where a resource exists.',
  facts: [facts['key-unique']],
  about: [
    'IntegrationResponseKey',
    'ContentHandlingStrategy',
    'ResponseParameters',
    'ResponseTemplates',
    'TemplateSelectionExpression',
  ],
  example: {
    refused: { IntegrationResponseKey: '$default' },
    live: { responses: [{ IntegrationResponseId: 'r1', IntegrationResponseKey: '$default' }] },
    corrected: { IntegrationResponseKey: '/4\\d\\d/' },
  },
  check({ wanted, live }) {
    const existing = live.responses?.find(
      ({ IntegrationResponseKey: key }) => key !== undefined && key === wanted.IntegrationResponseKey,
    );
    if (!existing) return [];
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: `Integration response ${quote(existing.IntegrationResponseId ?? '')} has the key ${quote(wanted.IntegrationResponseKey ?? '')} already.`,
        Fix:
          differences(existing, wanted).length === 0
            ? 'Leave it: the existing response is just the wanted one.'
            : 'Choose another key, or change the existing response with UpdateIntegrationResponse; Error.Differences compares the two.',
      },
    ];
  },
};
