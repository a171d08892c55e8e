// Everything the control plane is known or taken to refuse, and the words for it. The source says how sure the text is:
//   observed  seen on this control plane (V2): the source is the public report or probe
//   sibling   seen on the REST control plane (V1), or general to the front end; that V2 says the same is a guess
//   ours      nowhere published; the refusal itself is documented, observed or the natural one
import { badRequest, conflict, notFound, ServiceError } from './service-error.ts';

const accountId = '123456789012';

// Front end

/** Sibling: AWS common errors; an unknown path or method. */
export const unknownOperation = () =>
  new ServiceError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token');

/** Sibling: localstack/localstack, snapshots recorded from AWS; for a Boolean or number where a String belongs. */
export const wrongType = (javaClass: string, wanted: string) =>
  serialization(`class ${javaClass} can not be converted to an ${wanted}`);

/** Ours. */
export const notUtf8 = () => serialization('The request body is not UTF-8');

/** Ours. */
export const notJson = () => serialization('The request body is not valid JSON');

const serialization = (message: string) => new ServiceError('SerializationException', 400, message);

/** Ours: neither limit nor answer is published. */
export const requestTooLarge = () => new ServiceError('RequestTooLargeException', 413, 'Request is too large');

/** Ours: a defect of the sandbox, under the name AWS has for its own. */
export const internalFailure = (cause: unknown) =>
  new ServiceError('InternalFailure', 500, `The sandbox failed to answer: ${cause}`);

/** Sibling: localstack/localstack, snapshots. */
export const outsideEnum = (path: string, value: string, allowed: readonly string[]) =>
  invalid(`Value '${value}' at`, path, `Member must satisfy enum value set: [${allowed.join(', ')}]`);

/** Ours, in the words of the one above. */
export const missingMember = (path: string) => invalid('Value null at', path, 'Member must not be null');

/** Ours, likewise. */
export const tooShort = (path: string, least: number) =>
  invalid('Value at', path, `Member must have length greater than or equal to ${least}`);

/** Ours, likewise. */
export const tooLong = (path: string, most: number) =>
  invalid('Value at', path, `Member must have length less than or equal to ${most}`);

const invalid = (subject: string, path: string, rule: string) =>
  badRequest(`1 validation error detected: ${subject} '${path}' failed to satisfy constraint: ${rule}`);

/** Ours. */
export const invalidMaxResults = () => badRequest('Invalid maxResults');

/** Ours. */
export const invalidNextToken = () => badRequest('Invalid nextToken');

// Api

/** Observed: aws/aws-sdk-js#2458, aws/aws-sam-cli#7030. */
export const noSuchApi = (apiId: string) => notFound(`Invalid API identifier specified ${accountId}:${apiId}`);

/** Observed: badmintoncryer/cdk-preflight, pf-apigwv2-websocket-route-selection. */
export const noRouteSelection = () => badRequest('Invalid routeSelectionExpression');

/** Observed: badmintoncryer/cdk-preflight, pf-apigwv2-http-route-selection. */
export const otherRouteSelection = (only: string) =>
  badRequest(`Route selection expression is currently limited to "${only}"`);

/** Observed: badmintoncryer/cdk-preflight. */
export const corsOnWebSocket = () => badRequest('Cors is not supported for WEBSOCKET protocolType');

// Integration

/** Sibling: hashicorp/terraform#23353. */
export const noSuchIntegration = () => notFound('Invalid Integration identifier specified');

/** Observed: aws/aws-cli#6363. */
export const onlyProxy = () =>
  badRequest(
    'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)',
  );

/** Observed: badmintoncryer/cdk-preflight, pf-apigwv2-websocket-payload-version. */
export const payloadVersion = (version: string) => badRequest(`Unsupported PayloadFormatVersion: ${version}`);

/** Observed on WebSocket APIs: badmintoncryer/cdk-preflight, pf-apigwv2-websocket-integration-timeout-range. */
export const timeoutOutside = (least: number, most: number) =>
  badRequest(`Timeout should be between ${least} ms and ${most} ms`);

/** Observed on HTTP APIs with one route: milliHQ/terraform-aws-next-js#247. */
export const integrationInUse = (routeIds: readonly string[]) =>
  conflict(
    `Cannot delete Integration because it is referenced by the following Routes with Ids: [${routeIds.join(', ')}]`,
  );

// IntegrationResponse

/** Ours, built like the one for integrations. */
export const noSuchIntegrationResponse = () => notFound('Invalid IntegrationResponse identifier specified');

/** Observed: badmintoncryer/cdk-preflight, pf-apigwv2-integration-response-websocket-only. */
export const noIntegrationResponses = () =>
  badRequest(
    'IntegrationResponses are currently not supported for this API protocol type. This is because the API may only be configured with proxy integration at this time.',
  );

/** Sibling: hashicorp/terraform#5893. */
export const integrationResponseExists = (key: string) =>
  conflict(`Integration response with selection pattern ${key} already exists`);

/** Sibling: badmintoncryer/cdk-preflight, pf-apigw-integration-response-selection-pattern. */
export const invalidPattern = () => badRequest('Invalid regex pattern specified');

/** Sibling: localstack/localstack, snapshots of UpdateGatewayResponse. */
export const emptyParameter = () => badRequest('Invalid null or empty value in responseParameters');

/** Sibling: badmintoncryer/cdk-preflight, pf-apigw-integration-request-parameter-value. */
export const invalidMapping = (value: string) =>
  badRequest(
    `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${value}]`,
  );

// Route and RouteResponse

/** Ours, built like the one for integrations. */
export const noSuchRoute = () => notFound('Invalid Route identifier specified');

/** Observed: anomalyco/sst#5031. */
export const routeExists = (key: string) => conflict(`Route with key ${key} already exists for this API`);

/** Observed: badmintoncryer/cdk-preflight, pf-apigwv2-route-target-format. */
export const malformedTarget = () =>
  badRequest('Unexpected or malformed target in route. Correct format should be integrations/<integration_id>.');

/** Observed: go-to-k/cdkd, live probe. */
export const requestParametersOutsideConnect = () =>
  badRequest('Request parameters are only supported for the $connect route in WEBSOCKET APIs');

/** Observed: badmintoncryer/cdk-preflight. */
export const authorizationOutsideConnect = () =>
  badRequest('Currently, authorization is restricted to the $connect route only');

/** Ours, built like the one for integrations. */
export const noSuchRouteResponse = () => notFound('Invalid RouteResponse identifier specified');

/** Observed: badmintoncryer/cdk-preflight, pf-apigwv2-route-response-websocket-only. */
export const noRouteResponses = () =>
  badRequest(
    'RouteResponses are currently not supported for this API protocol type. This is because the API may only be configured with proxy integration at this time.',
  );

/** Observed: badmintoncryer/cdk-preflight, pf-apigwv2-route-response-key-default. */
export const otherRouteResponseKey = () =>
  badRequest(
    'Currently, only $default is supported as a RouteResponseKey. The creation of the RouteResponse with a key of $default will indicate to API Gateway that this Route is intended to handle two-way communication.',
  );

/** Ours, built like the one for routes. */
export const routeResponseExists = (key: string) =>
  conflict(`RouteResponse with key ${key} already exists for this Route`);

// Stage and Deployment

/** Ours, built like the one for integrations. */
export const noSuchStage = () => notFound('Invalid Stage identifier specified');

/** Ours. */
export const stageExists = () => conflict('Stage already exists');

/** Observed: hashicorp/terraform-provider-aws#13801. */
export const logsOnHttp = () => badRequest('Execution logs are not supported on protocolType HTTP');

/** Ours; that the deployment cannot be chosen was observed. */
export const deploysItself = () => badRequest('Deployment ID cannot be set on a stage with auto deploy enabled');

/** Ours, built like the one for integrations. */
export const noSuchDeployment = () => notFound('Invalid Deployment identifier specified');

/** Sibling: hashicorp/terraform#25495. */
export const deploymentInUse = () => badRequest('Active stages pointing to this deployment must be moved or deleted');
