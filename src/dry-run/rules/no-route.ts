import { facts } from '../../facts/facts.ts';
import { isUsed, routesOf } from '../../live/reach.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const noRoute: Rule = {
  code: 'no-route',
  severity: 'warning',
  summary: 'No route has this integration as its target.',
  why: 'Messages reach an integration only through a route whose Target is integrations/{IntegrationId}: the control plane was seen to refuse any other form.',
  facts: [facts['no-route']],
  about: [],
  example: {
    refused: {},
    live: { routes: [{ RouteId: 'ghi789', RouteKey: 'sendMessage', Target: 'integrations/other1' }] },
  },
  check(subject) {
    const { live, wanted } = subject;
    if (!live.routes || !isUsed(subject) || routesOf(live, wanted.IntegrationId).length > 0) return [];
    return [
      {
        Path: ['IntegrationId'],
        Message:
          live.routes.length === 0
            ? 'The API has no route.'
            : `No route of the API (of ${live.routes.length}) targets integration ${quote(wanted.IntegrationId ?? '')}.`,
        Fix: 'Point a route at the integration; see NextSteps.',
      },
    ];
  },
};
