import { quote } from '../../contract/quote.ts';
import { notFound } from '../example.ts';
import type { Rule } from '../rule.ts';

export const unknownIntegration: Rule = {
  code: 'unknown-integration',
  severity: 'error',
  summary: 'The API exists, but has no integration with this id.',
  why: 'The control plane would answer NotFoundException.',
  basis: 'documented',
  source: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html',
  example: {
    refused: { IntegrationId: 'zzzzzz' },
    live: notFound('GetIntegration'),
    corrected: { IntegrationId: 'abc123' },
  },
  check({ wanted, live }) {
    const failure = live.failures.find(
      ({ read, error }) => read === 'GetIntegration' && error.Type === 'NotFoundException',
    );
    if (!failure || !live.api) return [];
    const route = live.routes?.find(({ RouteId }) => RouteId !== undefined && RouteId === wanted.IntegrationId);
    const target = route?.Target?.replace(/^integrations\//, '');
    return [
      {
        Path: ['IntegrationId'],
        Message: route
          ? `${quote(wanted.IntegrationId ?? '')} is the id of the route ${quote(route.RouteKey ?? '')}, not of an integration.`
          : `API ${quote(wanted.ApiId ?? '')} has no integration ${quote(wanted.IntegrationId ?? '')}.`,
        Fix: target
          ? `Give the integration of that route: ${quote(target)}.`
          : 'Check the id; describe_websocket_api lists the integrations.',
        ...(target && { Replace: target }),
      },
    ];
  },
};
