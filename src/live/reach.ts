// What of the live state lies between an integration response and the client.
import type { Route, Stage } from '@aws-sdk/client-apigatewayv2';
import type { MatchedText } from '../api-gateway/matched-text.ts';
import { visible } from '../text/quote.ts';
import type { Read, Snapshot } from './snapshot.ts';

/** An integration among what was read around it. */
export interface Placed {
  readonly wanted: { readonly IntegrationId?: string };
  readonly live: Snapshot;
  readonly matched: MatchedText;
}

/** The control plane said that the resource of this read does not exist. */
export const isUnknown = (live: Snapshot, wanted: Read): boolean =>
  live.failures.some(({ read, error }) => read === wanted && error.Type === 'NotFoundException');

/**
 * Whether what lies behind the integration matters: not where API or integration are unknown, nor on an HTTP API or a
 * proxy integration, which use no integration responses. Those have findings of their own.
 */
export const isUsed = ({ live, matched }: Placed): boolean =>
  (live.api?.ProtocolType ?? 'WEBSOCKET') === 'WEBSOCKET' &&
  matched !== 'nothing' &&
  !isUnknown(live, 'GetApi') &&
  !isUnknown(live, 'GetIntegration');

/** All routes whose target is the integration. */
export const routesOf = (live: Snapshot, integrationId: string | undefined): readonly Route[] =>
  (live.routes ?? []).filter(({ Target }) => Target !== undefined && Target === `integrations/${integrationId}`);

const EVENT_ROUTES: readonly (string | undefined)[] = ['$connect', '$disconnect'];

/** A route for messages of the client, which can have a route response; $connect and $disconnect are for events. */
export const takesMessages = ({ RouteKey }: Route): boolean => !EVENT_ROUTES.includes(RouteKey);

/** The routes for messages that use the integration. */
export const messageRoutes = (live: Snapshot, integrationId: string | undefined): readonly Route[] =>
  routesOf(live, integrationId).filter(takesMessages);

/** Whether the route has the route response that sends answers back; undefined where that was not read. */
export const isTwoWay = (
  { routeResponses }: Pick<Snapshot, 'routeResponses'>,
  { RouteId = '' }: Route,
): boolean | undefined => routeResponses?.get(RouteId)?.some(({ RouteResponseKey }) => RouteResponseKey === '$default');

/** The routes that use the integration, where integration responses are used at all. */
export const usingRoutes = (subject: Placed): readonly Route[] =>
  isUsed(subject) ? routesOf(subject.live, subject.wanted.IntegrationId) : [];

/** Those of them whose answers are dropped for want of a route response; routes not read are left out. */
export const oneWayRoutes = (subject: Placed): readonly Route[] =>
  usingRoutes(subject).filter((route) => takesMessages(route) && isTwoWay(subject.live, route) === false);

/** The stages of the API, where integration responses are used at all. */
export const stagesOf = (subject: Placed): readonly Stage[] => (isUsed(subject) ? (subject.live.stages ?? []) : []);

/** Key and id of a route, as they stand in a message. */
export const nameOf = ({ RouteKey = '', RouteId = '' }: Route): string =>
  `"${visible(RouteKey, 60)}" (${visible(RouteId, 60)})`;

/** The id of the integration that a route targets (`integrations/<id>`). */
export const targetOf = ({ Target }: Route): string | undefined => /^integrations\/(.+)$/.exec(Target ?? '')?.[1];
