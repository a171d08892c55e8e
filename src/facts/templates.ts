// Which template of an integration response is used.
import { rows } from './fact.ts';
import {
  DATA_TRANSFORMATIONS,
  GUIDE,
  INTEGRATION_RESPONSES,
  PDK,
  SELECTION_EXPRESSIONS,
  SNS_README,
  SNS_TEMPLATE,
  STEP_FUNCTIONS_README,
} from './sources.ts';

const SUMMARY = `${SELECTION_EXPRESSIONS}#apigateway-websocket-api-selection-expression-table`;
const TEMPLATE_EXPRESSIONS = `${DATA_TRANSFORMATIONS}#apigateway-websocket-api-template-selection-expressions`;
const ROUTE_EXPRESSIONS = `${GUIDE}/websocket-api-develop-routes.html#apigateway-websocket-api-route-selection-expressions`;
const PROVIDER_TEST =
  'https://github.com/hashicorp/terraform-provider-aws/blob/cda04ab9f781590765d09e3883f1f56e29710079/internal/service/apigatewayv2/integration_response_test.go';

export const templates = rows({
  'expression-language': {
    statement:
      'In a selection expression `$` begins a variable, `${…}` bounds it, `\\$` is a dollar sign, and the rest is text. It is evaluated once.',
    basis: 'documented',
    source: SELECTION_EXPRESSIONS,
    passage: 'the rules of all expressions',
  },
  'expression-malformed': {
    statement: 'What the service makes of a `$` without a name, or a `${` that is never closed, is not published.',
    basis: 'inferred',
    source: SELECTION_EXPRESSIONS,
    passage: 'the rules of all expressions name no other form',
    assumed: 'It is accepted, and such text stands for itself.',
  },
  'expression-bare-default': {
    statement:
      'What a bare `$default` evaluates to is not published; the documents write it `\\$default` in expressions for templates.',
    basis: 'inferred',
    source: SELECTION_EXPRESSIONS,
    passage: 'escaping, with the example \\$default',
    assumed: 'It is a variable that does not exist, thus empty, and the template $default is used as the fallback.',
  },
  'expression-variables': {
    statement:
      'Documented for the expression of an integration response are `${request.body.PATH}`, `${integration.response.statuscode}`, `${integration.response.header.NAME}`, `${integration.response.multivalueheader.NAME}` and static text.',
    basis: 'documented',
    source: TEMPLATE_EXPRESSIONS,
    passage: 'IntegrationResponse.TemplateSelectionExpression supports',
  },
  'expression-other-variables': {
    statement:
      'Other variables are not documented there. `$integration.response.body.errorMessage` is accepted and at run time equals no key; what others evaluate to is not published.',
    basis: 'inferred',
    source: SUMMARY,
    passage:
      'row IntegrationResponse.TemplateSelectionExpression names no other; the record of errorMessage is not public',
    assumed: 'They evaluate to the empty text.',
  },
  'expression-json-path': {
    statement:
      'What follows `request.body` is a JSONPath into the message; a missing value is the empty text, other values are written as text.',
    basis: 'documented',
    source: ROUTE_EXPRESSIONS,
    passage: 'the table of route selection expressions',
  },
  'expression-broken-json-path': {
    statement: 'What a path that cannot be read evaluates to is not published.',
    basis: 'inferred',
    source: ROUTE_EXPRESSIONS,
    passage: '"any JSON path expression"',
    assumed: 'It evaluates to the empty text.',
  },
  'expression-static-text': {
    statement:
      'A name without its `$` is text: `request.body.action` is accepted, and its template is found only because there is one named `$default`.',
    basis: 'observed',
    source: SNS_TEMPLATE,
    passage: 'sendOrderRouteIntegration, TemplateSelectionExpression',
    more: [SNS_README],
  },
  'expression-length': {
    statement: 'No bound on the length of an expression is published.',
    basis: 'inferred',
    source: SUMMARY,
    passage: 'no row names a length',
    assumed: 'The service goes on where this product stops.',
  },
  'expression-slashes': {
    statement: 'An expression with slashes, such as `/2\\d\\d/`, is accepted; it is static text.',
    basis: 'observed',
    source: PDK,
    passage: 'templateSelectionExpression of the MOCK responses',
  },
  'expression-status-on-lambda': {
    statement:
      'On a Lambda integration of type `AWS`, `$integration.response.statuscode` is 200 for a success and for an error of the function alike.',
    basis: 'observed',
    source: TEMPLATE_EXPRESSIONS,
    passage: 'the variable statuscode; the record from AWS is not public',
  },
  'expression-content-type-on-lambda': {
    statement:
      'On a Lambda integration of type `AWS`, `$integration.response.header.Content-Type` is `application/json` for a success and for an error of the function alike.',
    basis: 'observed',
    source: TEMPLATE_EXPRESSIONS,
    passage: 'the variable header.headerName; the record from AWS is not public',
  },
  'expression-white-space': {
    statement:
      'A line break at the end of an expression was deployed by a public configuration; whether it is kept is not published.',
    basis: 'inferred',
    source: 'https://github.com/terraform-aws-modules/terraform-aws-apigateway-v2/issues/131',
    passage: 'the heredoc of the expression',
    assumed: 'Blanks and line breaks are part of the text.',
  },
  'expression-header-case': {
    statement:
      'The integrations of REST APIs compare header names case-sensitively; of WebSocket APIs nothing is said.',
    basis: 'inferred',
    source: `${GUIDE}/api-gateway-known-issues.html#api-gateway-known-issues-rest-apis`,
    passage: 'header names and query parameters',
    assumed: 'Expressions compare them case-sensitively, too.',
  },
  'template-keys': {
    statement: 'The key of a template is compared with the value of the expression; `$default` is the catch-all.',
    basis: 'documented',
    source: SUMMARY,
    passage: 'row IntegrationResponse.TemplateSelectionExpression: $default is supported as a catch-all',
  },
  'template-key-default': {
    statement:
      'The expression `\\$default` gives the text `$default`, and a key is written as that text, without the backslash.',
    basis: 'documented',
    source: ROUTE_EXPRESSIONS,
    passage: 'row \\$default',
  },
  'template-none-matches-on-connect': {
    statement:
      'An expression that gives no key of a template, without a `$default` template, is no failure: such responses open connections on `$connect`.',
    basis: 'observed',
    source: SNS_TEMPLATE,
    passage: 'ConnectRouteIntegrationResponse: expression "\\$default", key "200"',
    more: [PDK, SNS_README],
  },
  'template-none-matches': {
    statement: 'What a message route sends where no template matches is not published.',
    basis: 'inferred',
    source: TEMPLATE_EXPRESSIONS,
    passage: 'the template "(if any)" that an expression determines',
    assumed: 'The answer of the backend passes through.',
  },
  'template-without-expression-json': {
    statement: 'Without an expression, a single template with the key `application/json` is used.',
    basis: 'observed',
    source: 'https://github.com/aws/aws-cdk/pull/29661',
    passage: 'the integration test of a DynamoDB integration',
  },
  'template-without-expression-single': {
    statement:
      'Without an expression, a single template is used, whatever its key: one with the key `200` reached the client word for word.',
    basis: 'observed',
    source: INTEGRATION_RESPONSES,
    passage: 'the feature; the record from AWS is not public',
  },
  'template-without-expression-several': {
    statement: 'Which of several templates is used without an expression is not published.',
    basis: 'inferred',
    source: SUMMARY,
    passage: 'row IntegrationResponse.TemplateSelectionExpression: optional',
    assumed: '`$default`, else `application/json`, else the first.',
  },
  'no-templates': {
    statement: 'Without templates the answer of the backend reaches the client byte for byte.',
    basis: 'observed',
    source: STEP_FUNCTIONS_README,
    passage: 'the answer with startDate 1.652716274909E9',
  },
  'template-empty-stored': {
    statement: 'A template that is the empty text is stored.',
    basis: 'observed',
    source: PROVIDER_TEST,
    passage: 'all attributes: "application/json" = ""',
  },
  'template-empty-effect': {
    statement: 'What the client gets of an empty template is not published.',
    basis: 'inferred',
    source: PROVIDER_TEST,
    passage: 'all attributes; no message is sent there',
    assumed: 'The answer of the backend passes through, as on REST APIs.',
  },
  'template-text-unchecked': {
    statement:
      'The control plane stores a template that makes no JSON, such as `{"statusCode":, "message":"order initiated"}`.',
    basis: 'observed',
    source: SNS_TEMPLATE,
    passage: 'ConnectRouteIntegrationResponse: ResponseTemplates',
  },
  'template-passthrough-word': {
    statement:
      'The word `__passthrough__` stood as a template in an old export of a REST API; nothing documents it for WebSocket APIs.',
    basis: 'inferred',
    source: 'https://github.com/amazon-archives/aws-apigateway-importer/issues/162',
    more: [`${GUIDE}/integration-passthrough-behaviors.html`],
    assumed: 'The client reads it as it stands.',
  },
  'request-side-selection': {
    statement:
      'On the request side, without an expression, templates with the key `application/json` or `$default` are used, and static text without a template of its own falls back to `$default`.',
    basis: 'observed',
    source: 'https://wasabee.dev/2024/07/api-gateway-websocket-with-mock-integration',
    passage: 'RequestTemplates of the $connect integration',
    more: [PDK, SNS_TEMPLATE],
  },
});
