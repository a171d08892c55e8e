import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { notFound } from '../example.ts';
import type { Rule } from '../rule.ts';
import type { Wanted } from '../subject.ts';

export const unknownApi: Rule = {
  code: 'unknown-api',
  severity: 'error',
  summary: 'No API with this id exists in the region and account.',
  why: 'The control plane would answer NotFoundException. API Gateway V2 cannot see REST APIs.',
  facts: [facts['unknown-api']],
  about: [],
  example: { refused: { ApiId: 'zzzzzzzzzz' }, live: notFound('GetApi'), corrected: { ApiId: 'a1b2c3d4e5' } },
  check({ wanted, live }) {
    const failure = live.failures.find(({ read, error }) => read === 'GetApi' && error.Type === 'NotFoundException');
    if (!failure) return [];
    return [
      {
        Path: ['ApiId'],
        Message: `The control plane knows no API ${quote(wanted.ApiId ?? '')}: ${quote(failure.error.Message.replace(/\.$/, ''), 120)}.`,
        Fix: looksSwapped(wanted)
          ? 'ApiId and IntegrationId look swapped: exchange them.'
          : 'Check id, region and account; describe_websocket_api lists the WebSocket APIs there are.',
      },
    ];
  },
};

/** Ids of APIs were seen with 10 characters, those of integrations with 6 or 7. */
const looksSwapped = ({ ApiId = '', IntegrationId = '' }: Wanted): boolean =>
  /^[a-z0-9]{6,7}$/.test(ApiId) && /^[a-z0-9]{10}$/.test(IntegrationId);
