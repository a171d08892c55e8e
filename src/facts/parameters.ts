// ResponseParameters: their forms and their effect.
import { rows } from './fact.ts';
import { GUIDE, PREFLIGHT, RECORDED, REFERENCE } from './sources.ts';

const MEMBER = `${REFERENCE}/apis-apiid-integrations-integrationid-integrationresponses.html#apis-apiid-integrations-integrationid-integrationresponses-prop-createintegrationresponseinput-responseparameters`;
const MAPPING_SOURCES = `${GUIDE}/rest-api-parameter-mapping-sources.html`;

export const parameters = rows({
  'parameter-keys': {
    statement: 'A key of ResponseParameters is `method.response.header.NAME`.',
    basis: 'documented',
    source: MEMBER,
    passage: 'the mapping key',
  },
  'parameter-values': {
    statement:
      'A value is `integration.response.header.NAME`, `integration.response.body.PATH` or static text in single quotes.',
    basis: 'documented',
    source: MEMBER,
    passage: 'the mapped value',
  },
  'parameter-path-without-dollar': {
    statement: 'The path of a body value has no `$` prefix.',
    basis: 'documented',
    source: MEMBER,
    passage: 'without the $ prefix',
  },
  'parameter-malformed': {
    statement:
      'A value in no documented form, such as text without quotes, is refused with "Invalid mapping expression specified".',
    basis: 'observed',
    on: 'REST APIs',
    date: '2026-09',
    source: `${PREFLIGHT}/e8d65f3148cbf9841be636d21985c72a445c51e4/rules/apigateway/pf-apigw-integration-request-parameter-value/meta.yaml`,
  },
  'parameter-other-keys': {
    statement:
      'Keys of other forms are those of other members: `route.response.header.NAME` belongs to a route response. Whether they are refused here is not published.',
    basis: 'inferred',
    source: MEMBER,
    passage: 'no other key is named',
    assumed: 'They are accepted and have no effect.',
  },
  'parameter-names': {
    statement: 'A header name is a token.',
    basis: 'documented',
    on: 'HTTP',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2',
  },
  'parameter-names-of-rest': {
    statement: 'Names in mappings of REST APIs have letters, digits and `._$-` only.',
    basis: 'documented',
    on: 'REST APIs',
    source: MAPPING_SOURCES,
    passage: 'the pattern of names',
  },
  'parameter-values-of-rest': {
    statement:
      'REST APIs also document the whole body, `context.`, `stageVariables.` and multi-value headers as values; whether WebSocket APIs accept them is not published.',
    basis: 'documented',
    on: 'REST APIs',
    source: MAPPING_SOURCES,
    passage: 'the table of mapping sources',
  },
  'parameter-static-text': {
    statement: 'Static text stands between single quotes. How one inside it would be written is not published.',
    basis: 'inferred',
    source: MAPPING_SOURCES,
    passage: 'static values',
    assumed: 'It ends the text.',
  },
  'parameter-body-path': {
    statement: 'The path of a body value is a JSONPath; what the service makes of one it cannot read is not published.',
    basis: 'inferred',
    source: MAPPING_SOURCES,
    passage: 'JSON expressions',
    assumed: 'The header is not set.',
  },
  'parameter-request-values': {
    statement: '`route.request.` and its kin are values of the RequestParameters of an integration.',
    basis: 'documented',
    source: `${GUIDE}/websocket-api-data-mapping.html`,
  },
  'parameter-remapped': {
    statement: 'Some header names, such as `Connection`, arrive as `x-amzn-Remapped-NAME`.',
    basis: 'observed',
    on: 'REST APIs',
    date: '2024-12',
    source: `${RECORDED}/test_apigateway_integrations.snapshot.json`,
    passage: 'test_apigateway_header_remapping_http, test_apigateway_header_remapping_aws',
    more: [`${GUIDE}/api-gateway-known-issues.html#api-gateway-known-issues-rest-apis`],
  },
  'parameter-effect': {
    statement: 'A frame of a WebSocket connection has no headers, so that a header has no effect on a message.',
    basis: 'documented',
    on: 'HTTP',
    source: 'https://www.rfc-editor.org/rfc/rfc6455#section-5.2',
  },
  'parameter-on-connect': {
    statement:
      'Whether ResponseParameters are accepted at all, and what they do on `$connect`, is not published: no deployed example has them.',
    basis: 'inferred',
    source: 'https://github.com/aws/chalice/issues/1768',
    passage: 'headers of a proxy integration on $connect',
    assumed: 'They are accepted and may matter on `$connect`.',
  },
});
