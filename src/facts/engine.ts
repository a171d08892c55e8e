// What templates are made of, and what they print.
import { rows } from './fact.ts';
import {
  DATA_TRANSFORMATIONS,
  DYNAMODB_README,
  GUIDE,
  MAPPING_TEMPLATES,
  MEASURED_VALUES,
  RECORDED,
  VELOCITY_GUIDE,
} from './sources.ts';

const JSON_PATH = 'https://github.com/json-path/JsonPath/blob/ff760658dd1facb12eb59dc0aadb1c384c1617ac';
const FORMATTING = `${RECORDED}/test_apigateway_common.snapshot.json`;

export const engine = rows({
  'engine-velocity': {
    statement:
      'Mapping templates are written in the Velocity Template Language: values begin with `$`, directives with `#`, and the rest is text.',
    basis: 'documented',
    source: MAPPING_TEMPLATES,
    passage: '$input.path: "natively in Apache Velocity Template Language"',
  },
  'engine-version': {
    statement: 'Which version of Velocity the service runs is not published.',
    basis: 'inferred',
    source: VELOCITY_GUIDE,
    assumed: 'Velocity 1.7, with what was measured of the service laid over it.',
  },
  'engine-directives': {
    statement: 'A `#` in front of another word than a directive or macro is text like any other.',
    basis: 'inferred',
    on: 'Velocity',
    source: `${VELOCITY_GUIDE}#Getting_literal`,
    assumed: 'The service prints it as Velocity 1.7 does.',
  },
  'engine-syntax-error': {
    statement: 'Whether the control plane refuses a template that is not Velocity is not published.',
    basis: 'inferred',
    source: MAPPING_TEMPLATES,
    passage: 'nothing is said of malformed templates',
    assumed: 'It is stored, and every answer through it ends as an Internal server error.',
  },
  'engine-render-error': {
    statement: 'What a template that fails while it is rendered gives is not published for WebSocket APIs.',
    basis: 'inferred',
    source: `${VELOCITY_GUIDE}#Methods`,
    assumed: 'The client gets an Internal server error.',
  },
  'engine-limits': {
    statement: 'No bound on the nesting of templates or the work of rendering them is published.',
    basis: 'inferred',
    source: `${VELOCITY_GUIDE}#Loops`,
    assumed: 'The service goes on where this product stops.',
  },
  'engine-evaluate': {
    statement: '`#include` and `#parse` raise errors, and `#evaluate` cannot be used.',
    basis: 'observed',
    on: 'REST APIs',
    source: 'https://qiita.com/yoshidasts/items/ddab0ef7b983b7c5260b',
  },
  'engine-foreach-limit': {
    statement:
      'A `#foreach` of a REST API goes through at most 1000 elements. The quotas of WebSocket APIs have no such row, and what happens beyond is not published.',
    basis: 'inferred',
    source: `${GUIDE}/api-gateway-execution-service-limits-table.html`,
    passage: 'iterations of a #foreach loop',
    more: [`${GUIDE}/apigateway-execution-service-websocket-limits-table.html`],
    assumed: 'The loop goes on.',
  },
  'variables-documented': {
    statement:
      'The guide lists the variables of WebSocket templates: members of `$context`, `$input`, `$stageVariables` and `$util`.',
    basis: 'documented',
    source: MAPPING_TEMPLATES,
    passage: 'the table',
  },
  'variables-other': {
    statement:
      'Variables that are not on the list, such as `$input.params`, are not documented for responses. In a request template of `$connect`, `$input.params()` works.',
    basis: 'inferred',
    source: DYNAMODB_README,
    passage: 'the row that the request template of $connect writes',
    assumed: '`$input.params()` gives empty maps in a response, and what the service does not know prints nothing.',
  },
  'undefined-prints-nothing': {
    statement:
      'What is not defined prints nothing, where Velocity itself would print the reference; a missing value equals both null and the empty text.',
    basis: 'observed',
    on: 'REST APIs',
    source: FORMATTING,
    passage: 'test_input_path_template_formatting, missing paths',
    more: ['https://github.com/ToQoz/api-gateway-mapping-template/pull/4'],
  },
  'undefined-is-true': {
    statement: 'The body of an `#if` on an undefined member is rendered.',
    basis: 'observed',
    on: 'REST APIs',
    date: '2016-06-03',
    source: 'https://github.com/dherault/serverless-offline/issues/50',
    passage: 'the comment of 2016-06-03',
  },
  'empty-text-is-true': {
    statement: 'An empty text is true in Velocity 1.7 and false in Velocity 2.',
    basis: 'documented',
    on: 'Velocity',
    source: 'https://velocity.apache.org/engine/2.1/upgrading.html',
    passage: 'directive.if.empty_check',
  },
  'map-printed': {
    statement: '`$input.path` gives Java values: an object prints as `{foo=bar}`, a list as JSON.',
    basis: 'observed',
    on: 'REST APIs',
    source: FORMATTING,
    passage: 'test_input_path_template_formatting, objects and lists',
  },
  'context-printed': {
    statement:
      '`$context` prints in the form `{name=value, …}`; its maps and `$stageVariables` are taken to be of the same kind.',
    basis: 'observed',
    source: MAPPING_TEMPLATES,
    passage: '$context; the record from AWS, a request template, is not public',
  },
  'context-methods': {
    statement: '`$context.keySet()` and `$context.get(name)` work.',
    basis: 'observed',
    on: 'REST APIs',
    source: `${RECORDED}/test_apigateway_sqs.py`,
    passage: 'the request template over the keys of $context',
  },
  'context-in-responses': {
    statement:
      '`$context.connectionId` and what the authorizer of `$connect` gave are there in response templates of later messages.',
    basis: 'observed',
    source: MAPPING_TEMPLATES,
    passage: '$context.authorizer.principalId; the record from AWS is not public',
  },
  'blanks-kept': {
    statement: 'Blanks of a template reach the client unchanged.',
    basis: 'observed',
    source: DATA_TRANSFORMATIONS,
    passage: 'mapping templates; the record from AWS is not public',
  },
  'json-has-quotes': {
    statement: '`$input.json` gives JSON: a text comes with its double quotes.',
    basis: 'observed',
    on: 'REST APIs',
    source: MEASURED_VALUES,
    passage: "rows of $input.json('$')",
  },
  'json-of-plain-text': {
    statement:
      'A body that does not begin with `{`, `[` or a quote is a plain text to `$input.json` and `$input.path`; an empty one prints `{}`.',
    basis: 'observed',
    on: 'REST APIs',
    source: MEASURED_VALUES,
    passage: 'rows of the bodies a=b, a{b and the empty one',
  },
  'json-broken': {
    statement: 'A body that begins like JSON and is not fails the template that reads it.',
    basis: 'observed',
    on: 'REST APIs',
    source: MEASURED_VALUES,
    passage: 'rows of the bodies {a and [a',
  },
  'json-of-message': {
    statement:
      "`$input.json('$')` of the message `test@message` works, and `$u{}\\1` passes through `$input.body` as it is.",
    basis: 'observed',
    source: MAPPING_TEMPLATES,
    passage: '$input.json(x); the record from AWS is not public',
  },
  'escape-javascript': {
    statement:
      "`$util.escapeJavaScript` turns a single quote into `\\'`, which JSON does not know; the guide turns it back with `.replaceAll`.",
    basis: 'documented',
    source: MAPPING_TEMPLATES,
    passage: '$util.escapeJavaScript()',
  },
  'list-count': {
    statement:
      "The guide says that `$input.path('$.pets').count()` gives 3. A list of Java has no such method; every sample that works has `.size()`.",
    basis: 'inferred',
    source: MAPPING_TEMPLATES,
    passage: '$input.path(x): .count()',
    assumed: '`.count()` prints nothing.',
  },
  'json-path-jayway': {
    statement: 'Paths are read by Jayway JsonPath; a path that is none ends rendering with an exception.',
    basis: 'inferred',
    source: `${JSON_PATH}/README.md`,
    passage: 'operators, and what is returned when',
    more: [MEASURED_VALUES],
    assumed: 'The client gets an Internal server error.',
  },
  'json-path-version': {
    statement: 'Which version of Jayway JsonPath the service runs is not published.',
    basis: 'inferred',
    source: `${JSON_PATH}/changelog.md`,
    assumed: '2.4 or later.',
  },
  'input-is-the-answer': {
    statement:
      "In a response template `$input` is the answer of the backend. The client's message is there in the selection expression only, as `${request.body.PATH}`.",
    basis: 'documented',
    source: `${DATA_TRANSFORMATIONS}#apigateway-websocket-api-template-selection-expressions`,
    passage: 'the output template transforms the integration response body',
  },
  'stage-variables': {
    statement: '`$stageVariables.NAME` is a variable of the stage.',
    basis: 'documented',
    source: MAPPING_TEMPLATES,
    passage: '$stageVariables',
  },
  'response-override': {
    statement: 'Whether `$context.responseOverride` has an effect on WebSocket APIs is not published.',
    basis: 'inferred',
    source: MAPPING_TEMPLATES,
    passage: '$context has no responseOverride',
    assumed: 'It has none.',
  },
});
