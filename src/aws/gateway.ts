// The port to the control plane: a handful of functions on plain data. A function replies, it never throws.
import type {
  Api,
  Deployment,
  GetApiResponse,
  GetStageResponse,
  Integration,
  Route,
  RouteResponse,
  Stage,
} from '@aws-sdk/client-apigatewayv2';
import type { ErrorData } from '../contract/error.ts';
import type {
  CreateIntegrationResponseRequest,
  IntegrationResponse,
  UpdateIntegrationResponseRequest,
} from '../contract/integration-response.ts';
import type { Target } from '../contract/target.ts';

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };

/** A write whose reply was lost and that was then found done carries the error that hid it; another may have done the same. */
export type WriteReply<T> =
  | { readonly ok: true; readonly value: T; readonly error?: ErrorData }
  | { readonly ok: false; readonly error: ErrorData };

/** What was there before the call, as far as it was read: the resource, `null` for none, `undefined` for not known. */
export type Before<T> = T | null | undefined;

/** The deployments before the call; undefined: not known. */
export interface StageBefore {
  readonly deployments: readonly Deployment[] | undefined;
}

export interface CallOptions {
  readonly signal: AbortSignal;
  /** Told of retries and pages, in words for a person. */
  readonly progress?: (message: string) => void;
}

interface RouteIds {
  readonly ApiId: string;
  readonly RouteId: string;
}
interface StageIds {
  readonly ApiId: string;
  readonly StageName: string;
}
interface ResponseIds {
  readonly ApiId: string;
  readonly IntegrationId: string;
  readonly IntegrationResponseId: string;
}

export interface Gateway {
  /** Region, endpoint and profile as the SDK resolved them; members that cannot be resolved are absent. */
  target(): Promise<Target>;
  /** Whether requests can be sent at all: the error all of them would get without credentials or a region. */
  ready(options: CallOptions): Promise<Reply<undefined>>;
  /** The headers that sign a handshake with this `wss:` URL, for `$connect` with IAM authorization. */
  signHandshake(url: string, options: CallOptions): Promise<Reply<Readonly<Record<string, string>>>>;
  createIntegrationResponse(
    request: CreateIntegrationResponseRequest,
    before: Before<IntegrationResponse>,
    options: CallOptions,
  ): Promise<WriteReply<IntegrationResponse>>;
  /** PATCH: members that the request leaves out stay as they are. */
  updateIntegrationResponse(
    request: UpdateIntegrationResponseRequest,
    before: Before<IntegrationResponse>,
    options: CallOptions,
  ): Promise<WriteReply<IntegrationResponse>>;
  deleteIntegrationResponse(
    ids: ResponseIds,
    before: Before<IntegrationResponse>,
    options: CallOptions,
  ): Promise<WriteReply<undefined>>;
  createRouteResponse(
    request: RouteIds & { readonly RouteResponseKey: string },
    before: Before<RouteResponse>,
    options: CallOptions,
  ): Promise<WriteReply<RouteResponse>>;
  deleteRouteResponse(
    ids: RouteIds & { readonly RouteResponseId: string },
    before: Before<RouteResponse>,
    options: CallOptions,
  ): Promise<WriteReply<undefined>>;
  /** Deploys to the stage; the deployment may still be pending. */
  createDeployment(
    request: StageIds & { readonly Description?: string },
    before: StageBefore,
    options: CallOptions,
  ): Promise<WriteReply<Deployment>>;
  createStage(
    request: StageIds & { readonly AutoDeploy: boolean; readonly Description?: string },
    before: Before<GetStageResponse>,
    options: CallOptions,
  ): Promise<WriteReply<GetStageResponse>>;
  /** Puts the stage to an earlier deployment. */
  updateStage(
    request: StageIds & { readonly DeploymentId: string },
    before: Before<GetStageResponse>,
    options: CallOptions,
  ): Promise<WriteReply<GetStageResponse>>;
  getApi(apiId: string, options: CallOptions): Promise<Reply<GetApiResponse>>;
  getApis(options: CallOptions): Promise<Reply<Api[]>>;
  getIntegration(apiId: string, integrationId: string, options: CallOptions): Promise<Reply<Integration>>;
  getIntegrations(apiId: string, options: CallOptions): Promise<Reply<Integration[]>>;
  getIntegrationResponses(
    apiId: string,
    integrationId: string,
    options: CallOptions,
  ): Promise<Reply<IntegrationResponse[]>>;
  getIntegrationResponse(
    apiId: string,
    integrationId: string,
    integrationResponseId: string,
    options: CallOptions,
  ): Promise<Reply<IntegrationResponse>>;
  getRoutes(apiId: string, options: CallOptions): Promise<Reply<Route[]>>;
  getRouteResponses(apiId: string, routeId: string, options: CallOptions): Promise<Reply<RouteResponse[]>>;
  getStages(apiId: string, options: CallOptions): Promise<Reply<Stage[]>>;
  getStage(apiId: string, stageName: string, options: CallOptions): Promise<Reply<GetStageResponse>>;
  getDeployment(apiId: string, deploymentId: string, options: CallOptions): Promise<Reply<Deployment>>;
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
