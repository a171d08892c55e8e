import { facts } from '../../facts/facts.ts';
import { isUnknown } from '../../live/reach.ts';
import { quote } from '../../text/quote.ts';
import { notFound } from '../example.ts';
import type { Rule } from '../rule.ts';

export const unknownIntegration: Rule = {
  code: 'unknown-integration',
  severity: 'error',
  summary: 'The API has no integration with this id.',
  why: 'The control plane would answer NotFoundException.',
  facts: [facts['unknown-integration']],
  about: [],
  example: {
    refused: { IntegrationId: 'zzzzzz' },
    live: notFound('GetIntegration'),
    corrected: { IntegrationId: 'abc123' },
  },
  check({ wanted, live }) {
    if (!isUnknown(live, 'GetIntegration') || isUnknown(live, 'GetApi')) return [];
    const { ApiId = '', IntegrationId = '' } = wanted;
    const route = live.routes?.find(({ RouteId }) => RouteId === IntegrationId);
    const target = /^integrations\/([A-Za-z0-9_-]+)$/.exec(route?.Target ?? '')?.[1];
    return [
      {
        Path: ['IntegrationId'],
        Message: route
          ? `${quote(IntegrationId)} is the id of the route ${quote(route.RouteKey ?? '')}, not of an integration.`
          : `API ${quote(ApiId)} has no integration ${quote(IntegrationId)}.`,
        Fix: target
          ? `Give the integration of that route: ${quote(target)}.`
          : 'Check the id; describe_websocket_api lists the integrations.',
        ...(target && { Replace: target }),
      },
    ];
  },
};
