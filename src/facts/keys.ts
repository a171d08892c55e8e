// Integration response keys: their forms, what they are matched against, and which one is chosen.
import { rows } from './fact.ts';
import {
  DATA_TRANSFORMATIONS,
  DYNAMODB_TEMPLATE,
  GUIDE,
  INTEGRATION_RESPONSES,
  JAVA_PATTERN,
  LAMBDA_ERRORS,
  PDK,
  PREFLIGHT,
  RECORDED,
  REFERENCE,
  REST_REFERENCE,
  SELECTION_EXPRESSIONS,
} from './sources.ts';

const OVERVIEW = `${INTEGRATION_RESPONSES}#apigateway-websocket-api-integration-response-for-two-way-communication`;
const MATCHED = `${DATA_TRANSFORMATIONS}#apigateway-websocket-api-integration-response-selection-expressions`;
const SELECTION_PATTERN = `${REST_REFERENCE}/API_IntegrationResponse.html#apigw-Type-IntegrationResponse-selectionPattern`;
const OVERLAP_RECORDING = `${RECORDED}/test_apigateway_lambda.py`;

export const keys = rows({
  'key-forms': {
    statement: 'An integration response key is `$default`, the catch-all, or a regular expression between slashes.',
    basis: 'documented',
    source: OVERVIEW,
    passage: 'the list of what non-proxy integrations need',
  },
  'key-other-forms': {
    statement:
      'What the control plane says to a key of another form is not published, nor whether such a key is ever chosen.',
    basis: 'inferred',
    source: OVERVIEW,
    passage: 'the key "should follow" the form',
    assumed: 'It is accepted and never chosen.',
  },
  'key-dialect': {
    statement: 'Patterns are regular expressions of Java.',
    basis: 'documented',
    on: 'REST APIs',
    source: LAMBDA_ERRORS,
    passage: 'the error patterns of integration responses',
  },
  'key-regex-refused': {
    statement: 'A selection pattern that is no regular expression is refused with "Invalid regex pattern specified".',
    basis: 'observed',
    on: 'REST APIs',
    date: '2026-09',
    source: `${PREFLIGHT}/662d66718ab6a568120f39cbc429757347f43551/rules/apigateway/pf-apigw-integration-response-selection-pattern/meta.yaml`,
  },
  'key-full-match': {
    statement:
      'Whether a pattern must match the whole text or is searched in it is not published. Reports agree with a match of the whole text, none excludes a search, and the examples `Invalid*` and `Malformed*` of the guide would need one.',
    basis: 'inferred',
    source: 'https://stackoverflow.com/questions/47498940',
    more: [OVERLAP_RECORDING, LAMBDA_ERRORS],
    assumed: 'The pattern must match the whole text, all three digits of a status code included.',
  },
  'key-star-repeats': {
    statement:
      'In a regular expression of Java `*` repeats what stands before it, and "anything" is `.*`. The guide itself writes `Invalid*` for messages that begin so, which Java does not match as a whole.',
    basis: 'inferred',
    source: JAVA_PATTERN,
    passage: 'greedy quantifiers',
    more: [LAMBDA_ERRORS],
    assumed: 'Patterns are read as Java reads them.',
  },
  'key-dollar-is-an-end': {
    statement: 'An unescaped `$` in a pattern is the end of the text.',
    basis: 'documented',
    on: 'Java',
    source: JAVA_PATTERN,
    passage: 'boundary matchers',
  },
  'key-dot-and-line-breaks': {
    statement: 'The dot of a pattern does not match line breaks.',
    basis: 'documented',
    on: 'REST APIs',
    source: SELECTION_PATTERN,
    passage: 'messages with line breaks',
  },
  'key-empty-text-matches-success': {
    statement: 'A pattern that matches the empty text, such as `.*`, is chosen for every success of a Lambda function.',
    basis: 'documented',
    on: 'REST APIs',
    source: SELECTION_PATTERN,
    passage: '".*" and null messages',
    more: [LAMBDA_ERRORS, OVERLAP_RECORDING],
  },
  'key-empty-pattern': {
    statement: 'Whether the key `//` is accepted is not published.',
    basis: 'inferred',
    source: OVERVIEW,
    passage: 'the form "/expression/" names no least length',
    assumed: 'It is accepted and matches the empty text only.',
  },
  'key-double-backslash': {
    statement: 'A selection pattern escaped once too often was stored so and never matched.',
    basis: 'observed',
    on: 'REST APIs',
    source: 'https://github.com/serverless-operations/serverless-apigateway-service-proxy/pull/200',
  },
  'key-overlap': {
    statement:
      'Which of several matching patterns is chosen is not published. On a REST API the first created (405 before 502) was, on a WebSocket API one observer saw the last.',
    basis: 'inferred',
    source: OVERLAP_RECORDING,
    passage: 'test_lambda_selection_patterns, an error that matches two patterns',
    more: ['https://github.com/aws/aws-cdk/pull/29661'],
    date: '2025-05-05',
    assumed: 'Either may be; a preview names every candidate.',
  },
  'key-unique': {
    statement:
      'Create answers ConflictException, by the model, where the resource exists. That two responses of one integration cannot have the same key follows; the class is not certain, because a sibling operation answers a duplicate name with BadRequestException.',
    basis: 'documented',
    source: `${REFERENCE}/apis-apiid-integrations-integrationid-integrationresponses.html#apis-apiid-integrations-integrationid-integrationresponsespost`,
    passage: 'response 409',
  },
  'key-not-judged': {
    statement: 'No bound on the length of a key, nor on the work of matching it, is published.',
    basis: 'inferred',
    source: `${REFERENCE}/apis-apiid-integrations-integrationid-integrationresponses.html#apis-apiid-integrations-integrationid-integrationresponses-prop-createintegrationresponseinput-integrationresponsekey`,
    passage: 'integrationResponseKey has no length',
    assumed: 'The service goes on where this product stops.',
  },
  'matched-status': {
    statement: 'Responses of `HTTP` and `MOCK` integrations are chosen by the status code.',
    basis: 'documented',
    source: MATCHED,
    passage: 'HTTP and MOCK integrations',
  },
  'matched-error-message': {
    statement:
      'Responses of a Lambda integration of type `AWS` are chosen by `errorMessage` of what the function gives.',
    basis: 'documented',
    source: MATCHED,
    passage: 'Lambda-based integrations',
  },
  'matched-status-of-aws-service': {
    statement:
      'Responses of an `AWS` integration with another service than Lambda are chosen by the status code of its answer, although the API reports the error message: with only `/200/` a connection opened over DynamoDB, and a message over Kinesis was answered.',
    basis: 'observed',
    source: DYNAMODB_TEMPLATE,
    passage: 'ConnectRouteIntegrationResponse: key "/200/", no $default',
    more: ['https://github.com/aws/aws-cdk/pull/29661'],
  },
  'matched-nothing': {
    statement: 'A proxy integration passes the answer of the backend through; its integration responses are not used.',
    basis: 'documented',
    source: OVERVIEW,
    passage: 'the box about proxy integrations',
  },
  'proxy-accepts-responses': {
    statement: 'The control plane stores integration responses on a proxy integration.',
    basis: 'observed',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/17528',
    more: ['https://github.com/cds-snc/covid-alert-server-staging-terraform/pull/108'],
  },
  'lambda-success-has-no-message': {
    statement: 'On success a Lambda function has no error message; the catch-all `$default` takes successes.',
    basis: 'documented',
    source: `${SELECTION_EXPRESSIONS}#apigateway-websocket-api-selection-expression-table`,
    passage: 'row Integration.IntegrationResponseSelectionExpression: successful responses',
  },
  'lambda-bare-arn': {
    statement:
      'A bare function ARN is accepted as IntegrationUri of an `AWS_PROXY` integration. What an `AWS` integration with one is matched by is not published.',
    basis: 'inferred',
    source: `${REFERENCE}/apis-apiid-integrations-integrationid.html#apis-apiid-integrations-integrationid-prop-integration-integrationuri`,
    assumed: 'It is a Lambda integration, matched by the error message.',
  },
  'lambda-error-body': {
    statement:
      'The error of a Lambda function reaches the response whole: `errorMessage`, `errorType`, `requestId`, `stackTrace`.',
    basis: 'observed',
    on: 'REST APIs',
    date: '2025-05-05',
    source: `${RECORDED}/test_apigateway_lambda.snapshot.json`,
    passage: 'test_lambda_selection_patterns, errors without a template',
  },
  'default-catches-the-rest': {
    statement: 'Where no pattern matches, the response with the key `$default` is used.',
    basis: 'documented',
    source: OVERVIEW,
    passage: 'if a match cannot be found, $default is chosen',
  },
  'default-is-required': {
    statement:
      'A non-proxy integration needs at least one integration response, and one document says that `$default` is required. The control plane does not enforce either.',
    basis: 'documented',
    source: `${SELECTION_EXPRESSIONS}#apigateway-websocket-api-selection-expression-table`,
    passage: 'row Integration.IntegrationResponseSelectionExpression: $default is required',
    more: [DYNAMODB_TEMPLATE],
  },
  'no-match-fails': {
    statement:
      'Where no key matches and there is no `$default`, the call ends with "No match for output mapping and no default output mapping configured", and the client gets an Internal server error.',
    basis: 'observed',
    source:
      'https://repost.aws/questions/QU5uSB74xLRg2NBJ4MGzQbgw/websocket-api-error-execution-failed-due-to-configuration-error-no-match-for-output-mapping-and-no-default-output-mapping-configured-endpoint-response-status-code-200',
    more: [
      'https://github.com/serverless/serverless/issues/4705',
      'https://github.com/aws/serverless-application-model/issues/2459',
    ],
  },
  'mock-status-code': {
    statement:
      'A MOCK integration takes its status code from `statusCode` of what its own request template gives; without one the call ends with "Unable to parse statusCode".',
    basis: 'inferred',
    source: `${GUIDE}/how-to-mock-integration.html`,
    more: [
      'https://github.com/localstack/localstack/blob/7a5b2c3e737030046acebe3df1f63e1e063821bf/localstack-core/localstack/services/apigateway/next_gen/execute_api/integrations/mock.py',
    ],
    on: 'REST APIs',
    assumed: 'Without a request template most messages fail; one that carries statusCode itself may not.',
  },
  'mock-needs-responses': {
    statement:
      'AWS gives each MOCK route a request template `{"statusCode":200}` and an integration response, without which such routes answer with errors.',
    basis: 'documented',
    source: PDK,
    passage: 'the comment on integration responses of MOCK routes',
  },
  'mock-body': {
    statement:
      'What `$input` is in a response template of a MOCK integration is not published. One article has a value of the request template change the response.',
    basis: 'inferred',
    source: 'https://wasabee.dev/2024/07/api-gateway-websocket-with-mock-integration',
    passage: 'responses that change with messageId of the request template',
    assumed: 'A MOCK integration has no body.',
  },
  'missing-credentials': {
    statement:
      'An AWS service is called with the role in CredentialsArn; null leaves the call to resource-based permissions, which not every service has. A call without permission ends with a status code such as 403.',
    basis: 'inferred',
    source: `${REFERENCE}/apis-apiid-integrations-integrationid.html#apis-apiid-integrations-integrationid-prop-integration-credentialsarn`,
    assumed: 'Without a role the call to another service than Lambda usually fails at run time.',
  },
  'http-api-refused': {
    statement: 'Integration responses exist on WebSocket APIs only: an HTTP API refuses them.',
    basis: 'observed',
    date: '2026-09-08',
    source: `${PREFLIGHT}/662d66718ab6a568120f39cbc429757347f43551/rules/apigatewayv2/pf-apigwv2-integration-response-websocket-only/meta.yaml`,
  },
  'http-api-parameters': {
    statement: 'An HTTP API changes responses with the ResponseParameters of its integration.',
    basis: 'documented',
    on: 'HTTP APIs',
    source: `${GUIDE}/http-api-parameter-mapping.html#http-api-mapping-response-parameters`,
  },
});
