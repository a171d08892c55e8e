// Everything the control plane is known or taken to refuse, and the words for it. The functions of this module are the table
// that `docs/sandbox-messages.md` is made from.
import { badRequest, conflict, notFound, ServiceError } from './service-error.ts';

/** How sure the words are. */
export interface Words {
  /**
   * `observed`: seen on this control plane (V2). `sibling`: seen on the REST control plane (V1), or general to the front end;
   * that V2 says the same is a guess. `ours`: nowhere published; the refusal itself is documented, observed or the natural one.
   */
  readonly label: 'observed' | 'sibling' | 'ours';
  /** The public record with the words, as an absolute URL. */
  readonly source?: string;
  /** What is seen of them, or what they are built like. */
  readonly remark?: string;
}

/** Makes the answer; `example` holds arguments that show what varies. */
export interface Refusal<Arguments extends readonly unknown[]> {
  (...values: Arguments): ServiceError;
  readonly words: Words;
  readonly example: Arguments;
}

const refusal = <Arguments extends readonly unknown[]>(
  words: Words,
  answer: (...values: Arguments) => ServiceError,
  ...example: NoInfer<Arguments>
): Refusal<Arguments> => Object.assign((...values: Arguments) => answer(...values), { words, example });

const observed = (source: string, remark?: string): Words => ({ label: 'observed', source, ...(remark && { remark }) });
const sibling = (source: string, remark?: string): Words => ({ label: 'sibling', source, ...(remark && { remark }) });
const ours = (remark?: string): Words => ({ label: 'ours', ...(remark && { remark }) });

const PREFLIGHT = 'https://github.com/badmintoncryer/cdk-preflight/blob';
const LOCALSTACK_API =
  'https://github.com/localstack/localstack/blob/a2f2866be78d58cf7f2d4eea0e4ce9e224a7fca3/tests/aws/services/apigateway/test_apigateway_api.snapshot.json';

const ACCOUNT_ID = '123456789012';

// Front end

export const unknownOperation = refusal(
  sibling(
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    'for an unknown path or method',
  ),
  () => new ServiceError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token'),
);

export const wrongType = refusal(
  sibling(LOCALSTACK_API, 'for a Boolean or number where a String belongs'),
  (javaClass: string, wanted: string) => serialization(`class ${javaClass} can not be converted to an ${wanted}`),
  'java.lang.Boolean',
  'String',
);

export const notUtf8 = refusal(ours(), () => serialization('The request body is not UTF-8'));

export const notJson = refusal(ours(), () => serialization('The request body is not valid JSON'));

const serialization = (message: string) => new ServiceError('SerializationException', 400, message);

export const requestTooLarge = refusal(
  ours('neither limit nor answer is published'),
  () => new ServiceError('RequestTooLargeException', 413, 'Request is too large'),
);

export const foreignPage = refusal(
  ours('the sandbox takes requests of programs on this machine alone, which AWS has no need to'),
  () =>
    new ServiceError(
      'AccessDeniedException',
      403,
      'The sandbox answers programs on this machine: Host must be a loopback name, and no web page may send the request',
    ),
);

export const tooBusy = refusal(
  ours('a bound of the sandbox on all requests together'),
  () => new ServiceError('TooManyRequestsException', 429, 'Too many bytes of requests are on their way'),
);

export const stateFull = refusal(
  ours('a bound of the sandbox on all that it holds'),
  (bytes: number) =>
    new ServiceError('LimitExceededException', 400, `The sandbox holds ${bytes} bytes, which is all it takes`),
  64 * 1024 * 1024,
);

export const quotaReached = refusal(
  observed(
    'https://github.com/serverless/serverless-websockets-plugin/issues/22',
    'of integrations; status 429 at https://github.com/anomalyco/sst/issues/4522, for authorizers; the other kinds likewise',
  ),
  (kind: string) =>
    new ServiceError(
      'TooManyRequestsException',
      429,
      `Maximum number of ${kind} for this API has been reached. Please contact AWS if you need additional ${kind}.`,
    ),
  'Integrations',
);

export const internalFailure = refusal(
  ours('a defect of the sandbox, under the name AWS has for its own'),
  (cause: unknown) => new ServiceError('InternalFailure', 500, `The sandbox failed to answer: ${cause}`),
  '<cause>',
);

export const outsideEnum = refusal(
  sibling(LOCALSTACK_API, "the path begins with the name of the operation's input"),
  (path: string, value: string, allowed: readonly string[]) =>
    invalid(`Value '${value}' at`, path, `Member must satisfy enum value set: [${allowed.join(', ')}]`),
  'createIntegrationResponseInput.contentHandlingStrategy',
  'TEXT',
  ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'],
);

export const missingMember = refusal(
  ours('built like the one for the type of CreateAuthorizer, seen in the comments of public CDK code'),
  (operation: string, member: string) =>
    badRequest(`Invalid request input. ${operation} input is missing ${spaced(member)}.`),
  'CreateIntegrationResponse',
  'integrationResponseKey',
);

const spaced = (member: string) => member.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export const tooShort = refusal(
  ours('in the words of the enum above'),
  (path: string, least: number) =>
    invalid('Value at', path, `Member must have length greater than or equal to ${least}`),
  'createIntegrationResponseInput.integrationResponseKey',
  1,
);

export const tooLong = refusal(
  ours('likewise'),
  (path: string, most: number) => invalid('Value at', path, `Member must have length less than or equal to ${most}`),
  'createIntegrationResponseInput.responseTemplates.$default',
  32768,
);

const invalid = (subject: string, path: string, rule: string) =>
  badRequest(`1 validation error detected: ${subject} '${path}' failed to satisfy constraint: ${rule}`);

export const invalidMaxResults = refusal(ours(), () => badRequest('Invalid maxResults'));

export const invalidNextToken = refusal(ours(), () => badRequest('Invalid nextToken'));

// Api

export const noSuchApi = refusal(
  observed('https://github.com/aws/aws-sdk-js/issues/2458'),
  (apiId: string) => notFound(`Invalid API identifier specified ${ACCOUNT_ID}:${apiId}`),
  '<api id>',
);

export const noRouteSelection = refusal(
  observed(
    `${PREFLIGHT}/244ac492be45b4cd879fdba49d5520f36350b05a/rules/apigatewayv2/pf-apigwv2-websocket-route-selection/meta.yaml`,
  ),
  () => badRequest('Invalid routeSelectionExpression'),
);

export const otherRouteSelection = refusal(
  observed(
    `${PREFLIGHT}/244ac492be45b4cd879fdba49d5520f36350b05a/rules/apigatewayv2/pf-apigwv2-http-route-selection/meta.yaml`,
  ),
  (only: string) => badRequest(`Route selection expression is currently limited to "${only}"`),
  '${request.method} ${request.path}',
);

export const corsOnWebSocket = refusal(
  observed(
    `${PREFLIGHT}/ff95850f591ed7483e80d07a04b3452be02f2fe1/rules/apigatewayv2/pf-apigwv2-websocket-no-cors/meta.yaml`,
  ),
  () => badRequest('Cors is not supported for WEBSOCKET protocolType'),
);

// Integration

export const noSuchIntegration = refusal(sibling('https://github.com/hashicorp/terraform/issues/23353'), () =>
  notFound('Invalid Integration identifier specified'),
);

export const onlyProxy = refusal(observed('https://github.com/aws/aws-cli/issues/6363'), () =>
  badRequest(
    'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)',
  ),
);

export const payloadVersion = refusal(
  observed(
    `${PREFLIGHT}/e8d65f3148cbf9841be636d21985c72a445c51e4/rules/apigatewayv2/pf-apigwv2-websocket-payload-version/meta.yaml`,
  ),
  (version: string) => badRequest(`Unsupported PayloadFormatVersion: ${version}`),
  '2.0',
);

export const timeoutOutside = refusal(
  observed(
    `${PREFLIGHT}/ff95850f591ed7483e80d07a04b3452be02f2fe1/rules/apigatewayv2/pf-apigwv2-websocket-integration-timeout-range/meta.yaml`,
    'on WebSocket APIs',
  ),
  (least: number, most: number) => badRequest(`Timeout should be between ${least} ms and ${most} ms`),
  50,
  29000,
);

export const integrationInUse = refusal(
  observed('https://github.com/milliHQ/terraform-aws-next-js/issues/247', 'on HTTP APIs, with one route'),
  (routeIds: readonly string[]) =>
    conflict(
      `Cannot delete Integration because it is referenced by the following Routes with Ids: [${routeIds.join(', ')}]`,
    ),
  ['<route id>'],
);

// IntegrationResponse

export const noSuchIntegrationResponse = refusal(ours('built like the one for integrations'), () =>
  notFound('Invalid IntegrationResponse identifier specified'),
);

export const noIntegrationResponses = refusal(
  observed(
    `${PREFLIGHT}/662d66718ab6a568120f39cbc429757347f43551/rules/apigatewayv2/pf-apigwv2-integration-response-websocket-only/meta.yaml`,
  ),
  () =>
    badRequest(
      'IntegrationResponses are currently not supported for this API protocol type. This is because the API may only be configured with proxy integration at this time.',
    ),
);

export const integrationResponseExists = refusal(
  sibling(
    'https://github.com/hashicorp/terraform/issues/5893',
    'for the default entry of V1; what stands there for another pattern is not recorded',
  ),
  (key: string) => conflict(`Integration response with selection pattern ${key} already exists`),
  '<key>',
);

export const invalidPattern = refusal(
  sibling(
    `${PREFLIGHT}/662d66718ab6a568120f39cbc429757347f43551/rules/apigateway/pf-apigw-integration-response-selection-pattern/meta.yaml`,
  ),
  () => badRequest('Invalid regex pattern specified'),
);

export const emptyParameter = refusal(sibling(LOCALSTACK_API, 'of UpdateGatewayResponse'), () =>
  badRequest('Invalid null or empty value in responseParameters'),
);

export const invalidMapping = refusal(
  sibling(
    `${PREFLIGHT}/e8d65f3148cbf9841be636d21985c72a445c51e4/rules/apigateway/pf-apigw-integration-request-parameter-value/meta.yaml`,
  ),
  (value: string) =>
    badRequest(
      `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${value}]`,
    ),
  '<value>',
);

// Route and RouteResponse

export const noSuchRoute = refusal(ours('built like the one for integrations'), () =>
  notFound('Invalid Route identifier specified'),
);

export const routeExists = refusal(
  observed('https://github.com/anomalyco/sst/issues/5031'),
  (key: string) => conflict(`Route with key ${key} already exists for this API`),
  '<route key>',
);

export const malformedTarget = refusal(
  observed(
    `${PREFLIGHT}/662d66718ab6a568120f39cbc429757347f43551/rules/apigatewayv2/pf-apigwv2-route-target-format/meta.yaml`,
    'of CreateRoute, where the route has no id yet; that UpdateRoute names the id is a guess',
  ),
  (routeId: string | null) =>
    badRequest(
      `Unexpected or malformed target in route ${routeId}. Correct format should be integrations/<integration_id>.`,
    ),
  null,
);

export const requestParametersOutsideConnect = refusal(observed('https://github.com/go-to-k/cdkd/pull/1577'), () =>
  badRequest('Request parameters are only supported for the $connect route in WEBSOCKET APIs'),
);

export const authorizationOutsideConnect = refusal(
  observed(
    `${PREFLIGHT}/ff95850f591ed7483e80d07a04b3452be02f2fe1/rules/apigatewayv2/pf-apigwv2-websocket-authorization-connect-only/meta.yaml`,
  ),
  () => badRequest('Currently, authorization is restricted to the $connect route only'),
);

export const noSuchRouteResponse = refusal(ours('built like the one for integrations'), () =>
  notFound('Invalid RouteResponse identifier specified'),
);

export const noRouteResponses = refusal(
  observed(
    `${PREFLIGHT}/e8d65f3148cbf9841be636d21985c72a445c51e4/rules/apigatewayv2/pf-apigwv2-route-response-websocket-only/meta.yaml`,
  ),
  () =>
    badRequest(
      'RouteResponses are currently not supported for this API protocol type. This is because the API may only be configured with proxy integration at this time.',
    ),
);

export const otherRouteResponseKey = refusal(
  observed(
    `${PREFLIGHT}/662d66718ab6a568120f39cbc429757347f43551/rules/apigatewayv2/pf-apigwv2-route-response-key-default/meta.yaml`,
  ),
  () =>
    badRequest(
      'Currently, only $default is supported as a RouteResponseKey. The creation of the RouteResponse with a key of $default will indicate to API Gateway that this Route is intended to handle two-way communication.',
    ),
);

export const routeResponseExists = refusal(
  ours('built like the one for routes'),
  (key: string) => conflict(`RouteResponse with key ${key} already exists for this Route`),
  '$default',
);

// Stage and Deployment

export const noSuchStage = refusal(ours('built like the one for integrations'), () =>
  notFound('Invalid Stage identifier specified'),
);

export const stageExists = refusal(sibling('https://github.com/hashicorp/terraform-provider-aws/issues/2918'), () =>
  conflict('Stage already exists'),
);

export const logsOnHttp = refusal(observed('https://github.com/hashicorp/terraform-provider-aws/issues/13801'), () =>
  badRequest('Execution logs are not supported on protocolType HTTP'),
);

export const deploysItself = refusal(
  observed(
    'https://github.com/go-to-k/cdk-real-drift/issues/667',
    'of UpdateStage, on a WebSocket API; CreateStage takes both',
  ),
  (apiId: string) =>
    badRequest(`Deployment ID cannot be set on this stage ${ACCOUNT_ID}:${apiId} because AutoDeploy is enabled.`),
  '<api id>',
);

export const noSuchDeployment = refusal(ours('built like the one for integrations'), () =>
  notFound('Invalid Deployment identifier specified'),
);

export const deploymentInUse = refusal(sibling('https://github.com/hashicorp/terraform/issues/25495'), () =>
  badRequest('Active stages pointing to this deployment must be moved or deleted'),
);
