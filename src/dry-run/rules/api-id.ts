import { facts } from '../../facts/facts.ts';
import { checkId } from '../id-rule.ts';
import type { Rule } from '../rule.ts';

export const apiId: Rule = {
  code: 'api-id',
  severity: 'error',
  summary: '`ApiId` cannot be an id in a URL path, or something else was pasted (ARN, URL, unresolved reference).',
  why: 'The id becomes part of the URL path as it stands: the AWS client was seen to send even "..", and another resource would be meant.',
  facts: [facts['path-ids']],
  overridable: false,
  about: ['ApiId'],
  example: {
    refused: { ApiId: 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/dev' },
    corrected: { ApiId: 'a1b2c3d4e5' },
  },
  check: ({ wanted }) => checkId('ApiId', wanted.ApiId, 'apis'),
};
