// What reaches the client.
import { rows } from './fact.ts';
import {
  BINARY_TYPES,
  CONNECT_ROUTES,
  DYNAMODB_README,
  GUIDE,
  INTEGRATION_RESPONSES,
  REFERENCE,
  SELECTION_EXPRESSIONS,
  WEBSOCKET_QUOTAS,
} from './sources.ts';

const CONNECT = `${CONNECT_ROUTES}#apigateway-websocket-api-routes-about-connect`;
const OVERVIEW = `${INTEGRATION_RESPONSES}#apigateway-websocket-api-integration-response-overview`;
const BINARY_TABLE = `${GUIDE}/api-gateway-payload-encodings-workflow.html`;

export const delivery = rows({
  'one-way': {
    statement:
      'A route without a route response is one-way: whatever the integration responses say, no answer is sent.',
    basis: 'documented',
    source: OVERVIEW,
    passage: 'one-way communication',
  },
  'two-way': {
    statement: 'A route with the route response `$default` is two-way, and the answer is sent.',
    basis: 'documented',
    source: `${GUIDE}/apigateway-websocket-api-route-response.html`,
  },
  'route-expression-alone': {
    statement: 'A route with a RouteResponseSelectionExpression and no route response stays one-way.',
    basis: 'observed',
    source: 'https://github.com/terraform-aws-modules/terraform-aws-apigateway-v2/issues/131',
    passage: 'the answer that a route response is needed',
    more: [`${SELECTION_EXPRESSIONS}#apigateway-websocket-api-selection-expression-table`],
  },
  'no-route': {
    statement: 'An integration is reached through a route whose target is `integrations/ID`, in this form.',
    basis: 'observed',
    on: 'other operations',
    date: '2026-09-08',
    source:
      'https://github.com/badmintoncryer/cdk-preflight/blob/662d66718ab6a568120f39cbc429757347f43551/rules/apigatewayv2/pf-apigwv2-route-target-format/meta.yaml',
  },
  'connect-waits': {
    statement: 'The handshake waits for the integration of `$connect`; where that fails, no connection is made.',
    basis: 'documented',
    source: CONNECT,
    passage: 'until execution of the integration is completed',
  },
  'connect-asks-for-200': {
    statement:
      'For a non-proxy integration of `$connect` the guide asks for an integration response with `StatusCode: 200`, a member that integration responses do not have.',
    basis: 'documented',
    source: `${CONNECT_ROUTES}#websocket-connect-non-proxy-integration`,
  },
  'connect-opens': {
    statement: 'With an answer of 200 that an integration response takes, the connection opens.',
    basis: 'observed',
    source: DYNAMODB_README,
    passage: 'the connection that opens',
  },
  'connect-other-status': {
    statement:
      'Which other status codes open a connection is not published. The guide shows a proxy integration whose 400 is passed on to the client; one user of an HTTP integration saw every status code open it.',
    basis: 'inferred',
    source: `${GUIDE}/websocket-connect-route-subprotocol.html`,
    more: ['https://repost.aws/questions/QU8pVByT1jRvW3hb4MD6UtoQ'],
    assumed: '2xx opens, anything else is probably refused.',
  },
  'connect-body': {
    statement: 'What the integration of `$connect` answers is not shown to the client.',
    basis: 'inferred',
    source: 'https://github.com/aws/chalice/issues/1768',
    passage: 'a proxy integration, whose body and headers do not arrive',
    assumed: 'The same holds for other integrations.',
  },
  'connect-optional': {
    statement: 'A WebSocket API without a `$connect` route accepts connections.',
    basis: 'observed',
    source: CONNECT,
    passage: 'an integration for $connect is optional; the record from AWS is not public',
  },
  'disconnect-is-best-effort': {
    statement:
      'The route `$disconnect` runs, with best effort, after the connection was closed: nothing can be returned.',
    basis: 'documented',
    source: `${CONNECT_ROUTES}#apigateway-websocket-api-routes-about-disconnect`,
  },
  'error-frame': {
    statement:
      'A failure of the gateway or of the integration reaches the client as `{"message": "Internal server error", "connectionId":"…", "requestId":"…"}`.',
    basis: 'observed',
    source: 'https://github.com/aws-samples/simple-websockets-chat-app/issues/42',
    more: ['https://github.com/aws-samples/simple-websockets-chat-app/issues/46'],
  },
  'error-frame-on-one-way': {
    statement: 'A failure of the gateway is sent to the client of a one-way route, too.',
    basis: 'observed',
    source: 'https://github.com/aws/aws-cdk/issues/18208',
  },
  'timeout-frame': {
    statement:
      'Where the integration does not answer in time, the client gets `{"message": "Endpoint request timed out", "connectionId":"…", "requestId":"…"}`.',
    basis: 'observed',
    source: 'https://github.com/Kludex/mangum/issues/128',
    date: '2020-06-22',
    more: ['https://github.com/aws/chalice/issues/1406'],
  },
  'timeout-asks-no-key': {
    statement: 'Whether a timeout can be taken by an integration response is not published.',
    basis: 'inferred',
    source: 'https://github.com/aws/chalice/issues/1406',
    assumed: 'The frame is a gateway response, and no key is asked.',
  },
  'forbidden-frame': {
    statement:
      'A message that no route takes, where there is no `$default` route, is answered with `{"message": "Forbidden", "connectionId":"…", "requestId":"…"}`.',
    basis: 'observed',
    source: 'https://github.com/aws-samples/simple-websockets-chat-app/issues/24',
  },
  'empty-message': {
    statement: 'A two-way route sends an empty answer as an empty message.',
    basis: 'observed',
    source: 'https://github.com/serverless/serverless/issues/6816',
  },
  'proxy-frame': {
    statement:
      'The frame of an HTTP_PROXY integration is the same with and without an integration response; a route response alone makes the route two-way.',
    basis: 'observed',
    source: INTEGRATION_RESPONSES,
    passage: 'proxy integrations; the record from AWS is not public',
  },
  'frame-size': {
    statement:
      'A message to API Gateway may have 128 KB in frames of at most 32 KB; the sender splits it. A larger one closes the connection with code 1009.',
    basis: 'documented',
    source: WEBSOCKET_QUOTAS,
    passage: 'WebSocket frame size, message payload size, and the note on both',
  },
  'outgoing-frames': {
    statement: 'Whether and where the gateway splits an answer into frames is not published.',
    basis: 'inferred',
    source: WEBSOCKET_QUOTAS,
    passage: 'the note speaks of messages received',
    assumed: 'Answers are split as messages must be, at 32 KB.',
  },
  'outgoing-size': {
    statement: 'What becomes of an answer above 128 KB is not published.',
    basis: 'inferred',
    source: `${GUIDE}/api-gateway-known-issues.html#api-gateway-known-issues-websocket-apis`,
    passage: 'the payload of 128 KB',
    assumed: 'It cannot be delivered.',
  },
  'binary-messages': {
    statement: 'A binary frame from the client is refused, and the connection closed with code 1003.',
    basis: 'documented',
    source: BINARY_TYPES,
    passage: 'binary frames in incoming messages',
  },
  'convert-to-text': {
    statement:
      'CONVERT_TO_TEXT turns bytes into base64 text: the documented way to return binary data of a non-proxy integration.',
    basis: 'documented',
    source: BINARY_TYPES,
    passage: 'to return a route response for a binary payload',
  },
  'convert-to-binary': {
    statement: 'CONVERT_TO_BINARY turns base64 text into bytes.',
    basis: 'documented',
    source: `${REFERENCE}/apis-apiid-integrations-integrationid-integrationresponses.html#apis-apiid-integrations-integrationid-integrationresponses-prop-createintegrationresponseinput-contenthandlingstrategy`,
    passage: 'CONVERT_TO_BINARY',
  },
  'convert-text-that-is-none': {
    statement:
      'A REST API answers 500 where CONVERT_TO_BINARY meets text that is not base64. WebSocket APIs are not spoken of.',
    basis: 'inferred',
    source: BINARY_TABLE,
    passage: 'text data, CONVERT_TO_BINARY',
    assumed: 'The call fails there, too.',
  },
  'convert-and-template': {
    statement:
      'Whether CONVERT_TO_BINARY comes before or after the template is not published, nor whether a template can read bytes.',
    basis: 'inferred',
    source: BINARY_TABLE,
    passage: 'nothing is said of mapping templates',
    assumed: 'CONVERT_TO_TEXT comes before the template, CONVERT_TO_BINARY after it.',
  },
  'binary-answer': {
    statement: 'Whether bytes are sent as a binary frame is not published.',
    basis: 'inferred',
    source: BINARY_TYPES,
    passage: 'only base64 text is spoken of',
    assumed: 'They are.',
  },
  'log-events': {
    statement: 'A log event ends at 1024 bytes: longer bodies are cut.',
    basis: 'documented',
    source: `${GUIDE}/api-gateway-known-issues.html#api-gateway-known-issues-rest-and-websocket-apis`,
    passage: 'log events',
  },
});
