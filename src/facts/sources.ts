// The places that several rows point into.
export const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';
export const REST_REFERENCE = 'https://docs.aws.amazon.com/apigateway/latest/api';
export const REFERENCE = 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference';

export const INTEGRATION_RESPONSES = `${GUIDE}/apigateway-websocket-api-integration-responses.html`;
export const SELECTION_EXPRESSIONS = `${GUIDE}/apigateway-websocket-api-selection-expressions.html`;
export const DATA_TRANSFORMATIONS = `${GUIDE}/websocket-api-data-transformations.html`;
export const MAPPING_TEMPLATES = `${GUIDE}/apigateway-websocket-api-mapping-template-reference.html`;
export const CONNECT_ROUTES = `${GUIDE}/apigateway-websocket-api-route-keys-connect-disconnect.html`;
export const WEBSOCKET_QUOTAS = `${GUIDE}/apigateway-execution-service-websocket-limits-table.html`;
export const LAMBDA_ERRORS = `${GUIDE}/handle-errors-in-lambda-integration.html`;
export const BINARY_TYPES = `${GUIDE}/websocket-api-develop-binary-media-types.html`;

/** The service model, as botocore has it. */
export const MODEL =
  'https://github.com/boto/botocore/blob/cd9207757d459bba9c524475b601e59f55760a3a/botocore/data/apigatewayv2/2018-11-29/service-2.json';

const PATTERNS = 'https://github.com/aws-samples/serverless-patterns/blob';
export const SNS_TEMPLATE = `${PATTERNS}/2fbba0d54c9d0e53ee8428098f3b7a73d144e5f0/apigw-websocket-api-sns/template.yaml`;
export const SNS_README = `${PATTERNS}/2fbba0d54c9d0e53ee8428098f3b7a73d144e5f0/apigw-websocket-api-sns/README.md`;
export const DYNAMODB_TEMPLATE = `${PATTERNS}/45bd5f8c79eb8db40cada06fb2a43f9312806b58/apigw-websocket-api-connection-dynamodb/template.yaml`;
export const DYNAMODB_README = `${PATTERNS}/cc8b26e367e59fc0f4cc27707acb93dbb496c7ed/apigw-websocket-api-connection-dynamodb/README.md`;
export const STEP_FUNCTIONS_README = `${PATTERNS}/bf95683ba239f3900d2ff22d28c35f200388b26d/apigw-websocket-api-sfn-async/README.md`;

/** Tests whose snapshots were recorded from AWS, all of REST APIs. */
export const RECORDED = 'https://github.com/localstack/localstack/blob/8b9a79f/tests/aws/services/apigateway';
export const PREFLIGHT = 'https://github.com/badmintoncryer/cdk-preflight/blob';
export const PDK =
  'https://github.com/aws/aws-pdk/blob/9f341936f76baa8b4291cf27e46793096f1a3f06/packages/type-safe-api/src/construct/type-safe-websocket-api.ts';
export const JAVA_PATTERN = 'https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html';
export const VELOCITY_GUIDE = 'https://velocity.apache.org/engine/1.7/user-guide.html';
export const MEASURED_VALUES =
  'https://github.com/ToQoz/api-gateway-mapping-template/blob/47cbd783a648c7d2f5b432c393b21bbebb5a1669/test/_.md';
