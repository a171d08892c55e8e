// What was read of the live state around one integration.
import type { GetApiResponse, Integration, Route, RouteResponse, Stage } from '@aws-sdk/client-apigatewayv2';
import type { Reply } from '../aws/gateway.ts';
import type { ErrorData } from '../contract/error.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';

export type Read =
  | 'GetApi'
  | 'GetIntegration'
  | 'GetIntegrations'
  | 'GetIntegrationResponses'
  | 'GetRoutes'
  | 'GetRouteResponses'
  | 'GetStages'
  | 'GetDeployments';

/** A read that gave nothing, and why: what it would have told is not known. */
export interface Failure {
  readonly read: Read;
  readonly error: ErrorData;
}

/** What was read of the live state; a member is absent where its read was not made or failed. */
export interface Snapshot {
  readonly api?: GetApiResponse;
  readonly integration?: Integration;
  readonly responses?: readonly IntegrationResponse[];
  readonly routes?: readonly Route[];
  readonly stages?: readonly Stage[];
  /** By `RouteId`, for the routes whose target is this integration. */
  readonly routeResponses?: ReadonlyMap<string, readonly RouteResponse[]>;
  readonly failures: readonly Failure[];
}

export const EMPTY_SNAPSHOT: Snapshot = { failures: [] };

/** The failure of this reply, if it is one. */
export const failureOf = (read: Read, reply: Reply<unknown>): Failure[] =>
  reply.ok ? [] : [{ read, error: reply.error }];
