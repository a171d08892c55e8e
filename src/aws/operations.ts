// The operations of the control plane that this server uses: one row each, with all that is told of them. A new one is a row
// here and a function of the port.
import {
  type ApiGatewayV2Client,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  CreateIntegrationResponseCommand,
  type CreateIntegrationResponseCommandInput,
  CreateRouteResponseCommand,
  type CreateRouteResponseCommandInput,
  CreateStageCommand,
  type CreateStageCommandInput,
  DeleteIntegrationResponseCommand,
  type DeleteIntegrationResponseCommandInput,
  DeleteRouteResponseCommand,
  type DeleteRouteResponseCommandInput,
  GetApiCommand,
  type GetApiCommandInput,
  GetApisCommand,
  type GetApisCommandInput,
  GetDeploymentCommand,
  type GetDeploymentCommandInput,
  GetDeploymentsCommand,
  type GetDeploymentsCommandInput,
  GetIntegrationCommand,
  type GetIntegrationCommandInput,
  GetIntegrationResponseCommand,
  type GetIntegrationResponseCommandInput,
  GetIntegrationResponsesCommand,
  type GetIntegrationResponsesCommandInput,
  GetIntegrationsCommand,
  type GetIntegrationsCommandInput,
  GetRouteResponsesCommand,
  type GetRouteResponsesCommandInput,
  GetRoutesCommand,
  type GetRoutesCommandInput,
  GetStageCommand,
  type GetStageCommandInput,
  GetStagesCommand,
  type GetStagesCommandInput,
  UpdateIntegrationResponseCommand,
  type UpdateIntegrationResponseCommandInput,
  UpdateStageCommand,
  type UpdateStageCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import type { ZodTypeAny } from 'zod/v3';
import { answerSchemas } from './answers.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Send<Input, Output> = (
  client: ApiGatewayV2Client,
  input: Input,
  options: { readonly abortSignal: AbortSignal },
) => Promise<Output>;

/** `path` stands below `/v2`, is the resource part of the ARN, and names the ids by the members of the input. */
const operation = <Input extends object, Output, Answer extends ZodTypeAny | undefined>(
  method: Method,
  path: string,
  answer: Answer,
  send: Send<Input, Output>,
) => ({ method, path, answer, send });

const API = '/apis/{ApiId}';
const INTEGRATION = `${API}/integrations/{IntegrationId}`;
const INTEGRATION_RESPONSES = `${INTEGRATION}/integrationresponses`;
const ROUTE_RESPONSES = `${API}/routes/{RouteId}/routeresponses`;
const { api, integration, integrationResponse, route, routeResponse, stage, deployment } = answerSchemas;

export const OPERATIONS = {
  GetApis: operation('GET', '/apis', api, (client, input: GetApisCommandInput, o) =>
    client.send(new GetApisCommand(input), o),
  ),
  GetApi: operation('GET', API, api, (client, input: GetApiCommandInput, o) =>
    client.send(new GetApiCommand(input), o),
  ),
  GetIntegrations: operation(
    'GET',
    `${API}/integrations`,
    integration,
    (client, input: GetIntegrationsCommandInput, o) => client.send(new GetIntegrationsCommand(input), o),
  ),
  GetIntegration: operation('GET', INTEGRATION, integration, (client, input: GetIntegrationCommandInput, o) =>
    client.send(new GetIntegrationCommand(input), o),
  ),
  GetIntegrationResponses: operation(
    'GET',
    INTEGRATION_RESPONSES,
    integrationResponse,
    (client, input: GetIntegrationResponsesCommandInput, o) =>
      client.send(new GetIntegrationResponsesCommand(input), o),
  ),
  GetIntegrationResponse: operation(
    'GET',
    `${INTEGRATION_RESPONSES}/{IntegrationResponseId}`,
    integrationResponse,
    (client, input: GetIntegrationResponseCommandInput, o) => client.send(new GetIntegrationResponseCommand(input), o),
  ),
  GetRoutes: operation('GET', `${API}/routes`, route, (client, input: GetRoutesCommandInput, o) =>
    client.send(new GetRoutesCommand(input), o),
  ),
  GetRouteResponses: operation(
    'GET',
    ROUTE_RESPONSES,
    routeResponse,
    (client, input: GetRouteResponsesCommandInput, o) => client.send(new GetRouteResponsesCommand(input), o),
  ),
  GetStages: operation('GET', `${API}/stages`, stage, (client, input: GetStagesCommandInput, o) =>
    client.send(new GetStagesCommand(input), o),
  ),
  GetStage: operation('GET', `${API}/stages/{StageName}`, stage, (client, input: GetStageCommandInput, o) =>
    client.send(new GetStageCommand(input), o),
  ),
  GetDeployments: operation('GET', `${API}/deployments`, deployment, (client, input: GetDeploymentsCommandInput, o) =>
    client.send(new GetDeploymentsCommand(input), o),
  ),
  GetDeployment: operation(
    'GET',
    `${API}/deployments/{DeploymentId}`,
    deployment,
    (client, input: GetDeploymentCommandInput, o) => client.send(new GetDeploymentCommand(input), o),
  ),
  CreateIntegrationResponse: operation(
    'POST',
    INTEGRATION_RESPONSES,
    integrationResponse,
    (client, input: CreateIntegrationResponseCommandInput, o) =>
      client.send(new CreateIntegrationResponseCommand(input), o),
  ),
  UpdateIntegrationResponse: operation(
    'PATCH',
    `${INTEGRATION_RESPONSES}/{IntegrationResponseId}`,
    integrationResponse,
    (client, input: UpdateIntegrationResponseCommandInput, o) =>
      client.send(new UpdateIntegrationResponseCommand(input), o),
  ),
  DeleteIntegrationResponse: operation(
    'DELETE',
    `${INTEGRATION_RESPONSES}/{IntegrationResponseId}`,
    undefined,
    (client, input: DeleteIntegrationResponseCommandInput, o) =>
      client.send(new DeleteIntegrationResponseCommand(input), o),
  ),
  CreateRouteResponse: operation(
    'POST',
    ROUTE_RESPONSES,
    routeResponse,
    (client, input: CreateRouteResponseCommandInput, o) => client.send(new CreateRouteResponseCommand(input), o),
  ),
  DeleteRouteResponse: operation(
    'DELETE',
    `${ROUTE_RESPONSES}/{RouteResponseId}`,
    undefined,
    (client, input: DeleteRouteResponseCommandInput, o) => client.send(new DeleteRouteResponseCommand(input), o),
  ),
  CreateDeployment: operation(
    'POST',
    `${API}/deployments`,
    deployment,
    (client, input: CreateDeploymentCommandInput, o) => client.send(new CreateDeploymentCommand(input), o),
  ),
  CreateStage: operation('POST', `${API}/stages`, stage, (client, input: CreateStageCommandInput, o) =>
    client.send(new CreateStageCommand(input), o),
  ),
  UpdateStage: operation('PATCH', `${API}/stages/{StageName}`, stage, (client, input: UpdateStageCommandInput, o) =>
    client.send(new UpdateStageCommand(input), o),
  ),
} as const;

type Operations = typeof OPERATIONS;
export type OperationName = keyof Operations;
export type InputOf<Name extends OperationName> = Parameters<Operations[Name]['send']>[1];
export type OutputOf<Name extends OperationName> = Awaited<ReturnType<Operations[Name]['send']>>;

/** What the service's texts call the resource that an id in a path names, e.g. in "Invalid Integration identifier specified". */
const KINDS = {
  ApiId: /\bapi\b/i,
  IntegrationId: /\bintegration\b(?! ?response)/i,
  IntegrationResponseId: /\bintegration ?response\b/i,
  RouteId: /\broute\b(?! ?response)/i,
  RouteResponseId: /\broute ?response\b/i,
  StageName: /\bstage\b/i,
  DeploymentId: /\bdeployment\b/i,
} as const;
type IdName = keyof typeof KINDS;

/** An id by name, as it stands in a path. */
export interface PathId {
  readonly name: IdName;
  readonly value: string;
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** The ids in the operation's path, from the API down. */
export const idsOf = (name: OperationName, input: object): PathId[] =>
  [...OPERATIONS[name].path.matchAll(PLACEHOLDER)].map(([, id]) => ({ name: id as IdName, value: member(input, id) }));

/** Those of them that a "not found" may speak of: the one whose kind its text names, else all. */
export function unknownIds(name: OperationName, input: object, message: string): readonly PathId[] {
  const ids = idsOf(name, input);
  const named = ids.findLast((id) => KINDS[id.name].test(message));
  return named ? [named] : ids;
}

/** The path with its ids: the resource part of the ARN. */
export const resourceOf = (name: OperationName, input: object): string =>
  OPERATIONS[name].path.replace(PLACEHOLDER, (_, id: string) => member(input, id));

/**
 * Whether the answer is one to this request: what was asked for by id has this id; what answers without a body, to a deletion,
 * says 204 and names the request, as the service does. Anything on the way can say 200, or nothing.
 */
export function isOf(name: OperationName, input: object, output: OutputOf<OperationName>): boolean {
  const { httpStatusCode, requestId } = output.$metadata;
  if (OPERATIONS[name].answer === undefined) return httpStatusCode === 204 && requestId !== undefined;
  return idsOf(name, input).every((id) => [id.value, ''].includes(member(output, id.name)));
}

const member = (input: object, name: string | undefined): string =>
  String((input as Readonly<Record<string, unknown>>)[name ?? ''] ?? '');
