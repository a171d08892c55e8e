// The inputs of each resource, from the published service model of API version 2018-11-29: names, types, enums, and the
// lengths its shape names and prose state.
import { boolean, createOnly, double, integer, list, map, oneOf, required, structure, text } from './members.ts';

const description = text(0, 1024);
const contentHandlingStrategy = oneOf('CONVERT_TO_BINARY', 'CONVERT_TO_TEXT');
const templates = map(text(0, 32768));
const parameters = map(text(1, 512));
const parameterConstraints = map(structure({ required: boolean }));
const models = map(text(1, 128));
const tags = createOnly(map(text(1, 1600)));

export const apiMembers = {
  apiKeySelectionExpression: text(),
  corsConfiguration: structure({
    allowCredentials: boolean,
    allowHeaders: list(text()),
    allowMethods: list(text(1, 64)),
    allowOrigins: list(text()),
    exposeHeaders: list(text()),
    maxAge: integer,
  }),
  description,
  disableExecuteApiEndpoint: boolean,
  disableSchemaValidation: boolean,
  ipAddressType: oneOf('ipv4', 'dualstack'),
  name: required(text(1, 128)),
  protocolType: createOnly(required(oneOf('WEBSOCKET', 'HTTP'))),
  routeSelectionExpression: text(),
  tags,
  version: text(1, 64),
} as const;

export const integrationMembers = {
  connectionId: text(1, 1024),
  connectionType: oneOf('INTERNET', 'VPC_LINK'),
  contentHandlingStrategy,
  credentialsArn: text(),
  description,
  integrationMethod: text(1, 64),
  integrationSubtype: text(1, 128),
  integrationType: required(oneOf('AWS', 'HTTP', 'MOCK', 'HTTP_PROXY', 'AWS_PROXY')),
  integrationUri: text(1, 2048),
  passthroughBehavior: oneOf('WHEN_NO_MATCH', 'NEVER', 'WHEN_NO_TEMPLATES'),
  payloadFormatVersion: text(1, 64),
  requestParameters: parameters,
  requestTemplates: templates,
  responseParameters: map(parameters),
  templateSelectionExpression: text(),
  timeoutInMillis: integer,
  tlsConfig: structure({ serverNameToVerify: text(1, 512) }),
} as const;

export const integrationResponseMembers = {
  contentHandlingStrategy,
  integrationResponseKey: required(text(1)),
  responseParameters: parameters,
  responseTemplates: templates,
  templateSelectionExpression: text(),
} as const;

export const routeMembers = {
  apiKeyRequired: boolean,
  authorizationScopes: list(text(1, 64)),
  authorizationType: oneOf('NONE', 'AWS_IAM', 'CUSTOM', 'JWT'),
  authorizerId: text(),
  modelSelectionExpression: text(),
  operationName: text(1, 64),
  requestModels: models,
  requestParameters: parameterConstraints,
  routeKey: required(text(1)),
  routeResponseSelectionExpression: text(),
  target: text(1, 128),
} as const;

export const routeResponseMembers = {
  modelSelectionExpression: text(),
  responseModels: models,
  responseParameters: parameterConstraints,
  routeResponseKey: required(text(1)),
} as const;

const routeSettings = structure({
  dataTraceEnabled: boolean,
  detailedMetricsEnabled: boolean,
  loggingLevel: oneOf('ERROR', 'INFO', 'OFF'),
  throttlingBurstLimit: integer,
  throttlingRateLimit: double,
});

export const stageMembers = {
  accessLogSettings: structure({ destinationArn: text(), format: text(1, 1024) }),
  autoDeploy: boolean,
  clientCertificateId: text(),
  defaultRouteSettings: routeSettings,
  deploymentId: text(),
  description,
  routeSettings: map(routeSettings),
  stageName: createOnly(required(text(1, 128))),
  stageVariables: map(text(0, 2048)),
  tags,
} as const;

export const deploymentMembers = {
  description,
  stageName: createOnly(text(1, 128)),
} as const;
