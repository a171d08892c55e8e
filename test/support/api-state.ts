// An API of its own on a sandbox, made by the AWS client from a short description.
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  type CreateIntegrationCommandInput,
  CreateIntegrationResponseCommand,
  type CreateIntegrationResponseCommandInput,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';

type Without<T, K extends string> = Omit<T, 'ApiId' | 'IntegrationId' | K>;

export interface ApiDescription {
  readonly integration?: Without<CreateIntegrationCommandInput, never>;
  readonly responses?: readonly Without<CreateIntegrationResponseCommandInput, never>[];
  /** `integration: false`: a route without target. */
  readonly routes?: readonly { readonly RouteKey: string; readonly twoWay?: boolean; readonly integration?: boolean }[];
  readonly stages?: readonly {
    readonly StageName: string;
    readonly AutoDeploy?: boolean;
    readonly deployed?: boolean;
    readonly StageVariables?: Record<string, string>;
  }[];
}

export interface MadeApi {
  readonly ApiId: string;
  readonly IntegrationId: string;
}

/** A MOCK that answers 200, behind the two-way route `ping`, deployed by itself: the parts named are made otherwise. */
export async function makeApi(endpoint: string, described: ApiDescription = {}): Promise<MadeApi> {
  const {
    integration = MOCK,
    responses = [PONG],
    routes = [{ RouteKey: 'ping', twoWay: true }],
    stages = [{ StageName: 'prod', AutoDeploy: true }],
  } = described;
  const client = new ApiGatewayV2Client({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  const { ApiId = '' } = await client.send(
    new CreateApiCommand({ Name: 'made', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' }),
  );
  const { IntegrationId = '' } = await client.send(new CreateIntegrationCommand({ ApiId, ...integration }));
  for (const response of responses) {
    await client.send(new CreateIntegrationResponseCommand({ ApiId, IntegrationId, ...response }));
  }
  for (const { RouteKey, twoWay, integration: hasTarget = true } of routes) {
    const Target = hasTarget ? `integrations/${IntegrationId}` : undefined;
    const { RouteId } = await client.send(new CreateRouteCommand({ ApiId, RouteKey, Target }));
    if (twoWay) {
      await client.send(new CreateRouteResponseCommand({ ApiId, RouteId, RouteResponseKey: '$default' }));
    }
  }
  for (const { deployed, ...stage } of stages) {
    await client.send(new CreateStageCommand({ ApiId, ...stage }));
    if (deployed) await client.send(new CreateDeploymentCommand({ ApiId, StageName: stage.StageName }));
  }
  client.destroy();
  return { ApiId, IntegrationId };
}

export const MOCK = {
  IntegrationType: 'MOCK',
  RequestTemplates: { $default: '{"statusCode":200}' },
  TemplateSelectionExpression: '\\$default',
} as const;

export const PONG = {
  IntegrationResponseKey: '$default',
  TemplateSelectionExpression: '\\$default',
  ResponseTemplates: { $default: '{"type":"pong"}' },
};

export const LAMBDA_URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
