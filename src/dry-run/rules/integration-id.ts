import { facts } from '../../facts/facts.ts';
import { checkId } from '../id-rule.ts';
import type { Rule } from '../rule.ts';

export const integrationId: Rule = {
  code: 'integration-id',
  severity: 'error',
  summary:
    '`IntegrationId` cannot be an id in a URL path, or something else was pasted (`integrations/abc123`, ARN, reference).',
  why: 'The id becomes part of the URL path as it stands: the AWS client was seen to send even "..", and another resource would be meant.',
  facts: [facts['path-ids']],
  overridable: false,
  about: ['IntegrationId'],
  example: { refused: { IntegrationId: 'integrations/abc123' }, corrected: { IntegrationId: 'abc123' } },
  check: ({ wanted }) => checkId('IntegrationId', wanted.IntegrationId, 'integrations'),
};
