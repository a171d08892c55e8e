// The port to the control plane: a handful of functions on plain data. A function replies, it never throws.
import type {
  Api,
  Deployment,
  GetApiResponse,
  Integration,
  Route,
  RouteResponse,
  Stage,
} from '@aws-sdk/client-apigatewayv2';
import type { ErrorData } from '../contract/error.ts';
import type { CreateIntegrationResponseRequest, IntegrationResponse } from '../contract/integration-response.ts';
import type { Target } from '../contract/target.ts';

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };

/** A create whose reply was lost and that was then found done carries the error that hid it. */
export type CreateReply =
  | { readonly ok: true; readonly value: IntegrationResponse; readonly error?: ErrorData }
  | { readonly ok: false; readonly error: ErrorData };

export interface CallOptions {
  readonly signal: AbortSignal;
  /** Told of retries and pages, in words for a person. */
  readonly progress?: (message: string) => void;
}

export interface Gateway {
  /** Region, endpoint and profile as the SDK resolved them; members that cannot be resolved are absent. */
  target(): Promise<Target>;
  /** Whether requests can be sent at all: the error all of them would get without credentials or a region. */
  ready(options: CallOptions): Promise<Reply<undefined>>;
  createIntegrationResponse(request: CreateIntegrationResponseRequest, options: CallOptions): Promise<CreateReply>;
  getApi(apiId: string, options: CallOptions): Promise<Reply<GetApiResponse>>;
  getApis(options: CallOptions): Promise<Reply<Api[]>>;
  getIntegration(apiId: string, integrationId: string, options: CallOptions): Promise<Reply<Integration>>;
  getIntegrations(apiId: string, options: CallOptions): Promise<Reply<Integration[]>>;
  getIntegrationResponses(
    apiId: string,
    integrationId: string,
    options: CallOptions,
  ): Promise<Reply<IntegrationResponse[]>>;
  getRoutes(apiId: string, options: CallOptions): Promise<Reply<Route[]>>;
  getRouteResponses(apiId: string, routeId: string, options: CallOptions): Promise<Reply<RouteResponse[]>>;
  getStages(apiId: string, options: CallOptions): Promise<Reply<Stage[]>>;
  getDeployments(apiId: string, options: CallOptions): Promise<Reply<Deployment[]>>;
}

/** The operator's choice of control plane, made once at start. */
export interface GatewayOptions {
  readonly backend: Target['Backend'];
  /** Overrides the SDK's own resolution; given for the sandbox. */
  readonly endpoint?: string;
  readonly region?: string;
  readonly profile?: string;
  /** AWS config and credentials files: when one changes, credentials are read anew. */
  readonly sharedFiles: readonly string[];
  /** Bound on one request, connection and answer together, in seconds. */
  readonly timeoutSeconds: number;
}
