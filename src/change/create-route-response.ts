import type { Route, RouteResponse } from '@aws-sdk/client-apigatewayv2';
import { matchedText } from '../api-gateway/matched-text.ts';
import type { Finding } from '../contract/finding.ts';
import type { CreateRouteResponseArguments, CreateRouteResponseResult } from '../contract/route-response.ts';
import { checksOfReads } from '../live/gathered.ts';
import { nameOf, takesMessages } from '../live/reach.ts';
import { quote } from '../text/quote.ts';
import type { Change } from './change.ts';
import { found } from './change-findings.ts';
import { deploySteps } from './deploy-steps.ts';
import { judgeRoute, type RouteState, readRoute, readTarget, routeOf, unknownRoute } from './route-state.ts';

/** The only key that a route response has. */
const KEY = '$default';

export const createRouteResponse: Change<
  CreateRouteResponseArguments,
  RouteState,
  RouteResponse,
  'created',
  Pick<CreateRouteResponseResult, 'RouteResponse'>
> = {
  done: 'created',
  judge(args, state) {
    const route = state && routeOf(state, args.RouteId);
    return [...judgeRoute(args, state), ...(state && route ? aboutAnswers(route, state) : [])];
  },
  read: readRoute,
  readMore: readTarget,
  send: (gateway, { ApiId, RouteId }, { routeResponses }, options) =>
    gateway.createRouteResponse(
      { ApiId, RouteId, RouteResponseKey: KEY },
      routeResponses && (existing(routeResponses) ?? null),
      options,
    ),
  checks: checksOfReads,
  foreseen: unknownRoute,
  tell: ({ RouteId }, { RouteResponseId = '' }) =>
    `Created route response ${RouteResponseId}: route ${RouteId} is two-way.`,
  steps: ({ ApiId, RouteId }, { stages }, { written }) => [
    ...deploySteps(ApiId, stages),
    ...(written
      ? [
          {
            Text: 'Undo the create: make the route one-way again.',
            Kind: 'undo' as const,
            tool: [
              'delete_route_response',
              { ApiId, RouteId, RouteResponseId: written.value.RouteResponseId },
            ] as const,
            cli: [
              'delete-route-response',
              { '--api-id': ApiId, '--route-id': RouteId, '--route-response-id': written.value.RouteResponseId },
            ] as const,
          },
        ]
      : []),
  ],
  members: (_args, _state, { written }) => (written ? { RouteResponse: written.value } : {}),
};

const existing = (routeResponses: readonly RouteResponse[]) =>
  routeResponses.find(({ RouteResponseKey }) => RouteResponseKey === KEY);

function aboutAnswers(route: Route, state: RouteState): Finding[] {
  const Path = ['RouteId'];
  if (!takesMessages(route)) return [found('event-route', Path, `Route ${nameOf(route)} carries no messages.`)];
  const there = existing(state.routeResponses ?? []);
  if (there) {
    return [
      found(
        'route-response-exists',
        Path,
        `Route ${nameOf(route)} has the route response ${quote(there.RouteResponseId ?? '')}.`,
      ),
    ];
  }
  const sent = answersOf(route, state);
  return sent === undefined ? [] : [found('route-answers', Path, `Clients of route ${nameOf(route)} receive ${sent}.`)];
}

/** What the route sends once it is two-way, as the end of a sentence; undefined: not read. */
function answersOf(route: Route, { integration, responses }: RouteState): string | undefined {
  if (route.Target === undefined) return 'nothing until it has a target';
  if (!integration) return undefined;
  if (matchedText(integration) === 'nothing') {
    return 'every answer of its proxy integration as it is, those included that nobody has seen until now';
  }
  if (!responses) return undefined;
  if (responses.length === 0) return '"Internal server error", since its integration has no integration response';
  const keys = responses.slice(0, MAX_KEYS).map(({ IntegrationResponseKey = '' }) => quote(IntegrationResponseKey));
  const more = responses.length > MAX_KEYS ? ` and ${responses.length - MAX_KEYS} more` : '';
  return `the answers that the integration responses ${keys.join(', ')}${more} make`;
}

const MAX_KEYS = 10;
