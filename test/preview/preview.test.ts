import { describe, expect, test } from 'vitest';
import { previewDrafts } from '../support/preview-drafts.ts';

const LAMBDA =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
const ERROR_FRAME =
  '{"message": "Internal server error", "connectionId":"SOqGjdZioAMCEeg=", "requestId":"SOqIDEacoAMFaHQ="}';

/** One response $default with this template. */
const template = (source: string) => [{ IntegrationResponseKey: '$default', ResponseTemplates: { $default: source } }];

function previewOne(request: Partial<Parameters<typeof previewDrafts>[0]>) {
  const [result, ...more] = previewDrafts({ responses: template('x'), outcomes: [{}], ...request });
  if (!result || more.length > 0) throw new Error('one outcome has one preview');
  return result;
}

const note = (Step: string, Basis: string, words: RegExp) => ({ Step, Basis, Text: expect.stringMatching(words) });

describe('choice of the response', () => {
  test('nothing matches: the configuration error of the service, sent on a one-way route too', () => {
    const responses = [{ IntegrationResponseKey: '/2\\d\\d/' }];
    expect(previewOne({ responses, outcomes: [{ StatusCode: 403 }], twoWay: false })).toEqual({
      MatchedText: '403',
      Candidates: [],
      IntegrationResponseKey: null,
      TemplateKey: null,
      Output: null,
      OutputIsBase64: false,
      Failure: {
        Reason:
          'Execution failed due to configuration error: No match for output mapping and no default output mapping configured. ' +
          'Endpoint Response Status Code: 403',
      },
      ClientReceives: ERROR_FRAME,
      Bytes: 103,
      Frames: 1,
      IsJson: false,
      Notes: [
        note('match', 'documented', /status code/),
        note('response', 'observed', /no \$default/),
        note('delivery', 'inferred', /caller's word/),
        note('delivery', 'observed', /one-way/),
      ],
    });
  });

  test.each([
    [{}, '', '/.*/'],
    [{ ErrorMessage: 'x not found' }, 'x not found', '/.*/'],
    [{ Body: '{"errorMessage":"Denied"}' }, 'Denied', '/.*/'],
  ])('a Lambda function is matched by its error message: %o', (outcome, text, key) => {
    const responses = [{ IntegrationResponseKey: '$default' }, { IntegrationResponseKey: key }];
    const result = previewOne({ responses, integrationType: 'AWS', integrationUri: LAMBDA, outcomes: [outcome] });
    expect(result).toMatchObject({ MatchedText: text, IntegrationResponseKey: key });
  });

  test('the error result of a function holds its message', () => {
    const outcomes = [{ ErrorMessage: 'no "x"' }];
    const responses = template("$input.path('$.errorMessage')");
    const result = previewOne({ responses, integrationType: 'AWS', integrationUri: LAMBDA, outcomes });
    expect(result.Output).toBe('no "x"');
  });

  test.each(['HTTP_PROXY', 'AWS_PROXY'])('%s passes the answer through and uses no response', (integrationType) => {
    expect(previewOne({ integrationType, outcomes: [{ Body: '{"a":1}' }] })).toMatchObject({
      MatchedText: null,
      Candidates: [],
      IntegrationResponseKey: null,
      ClientReceives: '{"a":1}',
    });
  });

  test('a MOCK integration has no body', () => {
    const responses = template('[$input.body]');
    const result = previewOne({ responses, integrationType: 'MOCK', outcomes: [{ Body: 'ignored' }] });
    expect(result.Output).toBe('[{}]');
    expect(result.Notes).toContainEqual(note('body', 'inferred', /MOCK/));
  });
});

describe('rendering', () => {
  test('body, context, stage variables and defaults', () => {
    const responses = template(
      '{"id":$input.json("$.id"),"c":"$context.connectionId","r":"$context.routeKey","s":"$stageVariables.color"}',
    );
    const outcomes = [{ Body: '{"id":1.0}' }];
    expect(previewOne({ responses, outcomes, stageVariables: { color: 'red' } })).toMatchObject({
      Output: '{"id":1.0,"c":"SOqGjdZioAMCEeg=","r":"sendmessage","s":"red"}',
      IsJson: true,
    });
    expect(previewOne({ responses, outcomes, context: { connectionId: 'mine' } })).toMatchObject({
      Output: '{"id":1.0,"c":"mine","r":"","s":""}',
    });
  });

  test('the expression sees status, headers and the message of the client', () => {
    const responses = [
      {
        IntegrationResponseKey: '$default',
        TemplateSelectionExpression:
          '${integration.response.statuscode}/${integration.response.header.x-kind}/${request.body.action}',
        ResponseTemplates: { '201/a/join': 'chosen' },
      },
    ];
    const outcomes = [{ StatusCode: 201, Headers: { 'x-kind': 'a' } }];
    expect(previewOne({ responses, outcomes, clientMessage: '{"action":"join"}' })).toMatchObject({
      TemplateExpressionValue: '201/a/join',
      Output: 'chosen',
    });
  });

  test.each([
    ['\n #if($x)', '{}', { Line: 2, Column: 9 }],
    ['a\n$input.json("$.a")', '{"a', { Line: 2 }],
    ['#include("x")', '{}', { Line: 1, Column: 1 }],
  ])('%j over %s fails with its place, and the client gets an error frame', (source, Body, place) => {
    const result = previewOne({ responses: template(source), outcomes: [{ Body }] });
    expect(result).toMatchObject({ Output: null, Failure: place, ClientReceives: ERROR_FRAME, Frames: 1 });
  });

  test('says where the output stops being JSON', () => {
    const result = previewOne({ responses: template('{\n "a": $input.path(\'$\')}'), outcomes: [{ Body: '{"b":1}' }] });
    expect(result).toMatchObject({ Output: '{\n "a": {b=1}}', IsJson: false });
    expect(result.Notes).toContainEqual(note('json', 'documented', /line 2, column 8/));
  });

  test.each([
    ['steps', '#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])#end#end#end'],
    ['elements', '#foreach($i in [1..3000000])$i#end'],
    ['length', '#set($s = "xxxxxxxxxx")#foreach($i in [1..40])#set($s = "$s$s")#end$s'],
  ])('a hostile template ends at a bound: %s', (_, source) => {
    const result = previewOne({ responses: template(source) });
    expect(result.Failure?.Limit).toMatch(/^(steps|iterations|elements|length|time)$/);
    expect(result.ClientReceives).toBe(ERROR_FRAME);
  });

  test('all outcomes share one budget of steps', () => {
    const responses = template('#foreach($i in [1..1000])#foreach($j in [1..100])#set($x = $i)#end#end');
    const outcomes = Array.from({ length: 20 }, () => ({}));
    expect(previewOne({ responses }).Failure).toBeUndefined();
    const [first] = previewDrafts({ responses, outcomes });
    expect(first?.Failure?.Limit).toBe('steps');
  });

  test('an empty template is taken for none', () => {
    const result = previewOne({ responses: template(''), outcomes: [{ Body: 'as it is' }] });
    expect(result).toMatchObject({ TemplateKey: '$default', Output: 'as it is' });
    expect(result.Notes).toContainEqual(note('render', 'inferred', /empty template/));
  });

  test.each([
    [1000, '', false],
    [1001, '', true],
    [1001, '#if($foreach.index == 1000)#stop#end', true],
    [1001, '#if($foreach.index == 3)#break#end', false],
  ])('a loop over %i elements with %j in it: beyond the quota of REST APIs? %j', (count, body, isNoted) => {
    const { Notes } = previewOne({ responses: template(`#foreach($i in [1..${count}])x${body}#end`) });
    expect(Notes.some(({ Text }) => /went through 1001 elements/.test(Text))).toBe(isNoted);
  });

  test('an empty answer is said to be empty, not to be broken JSON', () => {
    const { IsJson, Notes } = previewOne({ responses: template('#set($a = 1)') });
    expect(IsJson).toBe(false);
    expect(Notes.filter(({ Step }) => Step === 'json')).toEqual([]);
    expect(Notes).toContainEqual(note('delivery', 'observed', /empty message/));
  });
});

describe('content handling', () => {
  const bytes = { Body: '/+8AEA==', BodyIsBase64: true };
  const pass = (ContentHandlingStrategy?: 'CONVERT_TO_TEXT' | 'CONVERT_TO_BINARY') => [
    { IntegrationResponseKey: '$default', ...(ContentHandlingStrategy && { ContentHandlingStrategy }) },
  ];

  test.each([
    ['bytes as they are', undefined, bytes, { Output: '/+8AEA==', OutputIsBase64: true, Bytes: 4 }],
    ['bytes to text', 'CONVERT_TO_TEXT', bytes, { Output: '/+8AEA==', OutputIsBase64: false, Bytes: 8 }],
    ['text to text', 'CONVERT_TO_TEXT', { Body: 'häh' }, { Output: 'häh', OutputIsBase64: false, Bytes: 4 }],
    [
      'text to bytes',
      'CONVERT_TO_BINARY',
      { Body: '/+8AEA==' },
      { Output: '/+8AEA==', OutputIsBase64: true, Bytes: 4 },
    ],
  ] as const)('%s', (_, strategy, outcome, expected) => {
    expect(previewOne({ responses: pass(strategy), outcomes: [outcome] })).toMatchObject(expected);
  });

  test('text that is no base64 cannot become bytes', () => {
    const result = previewOne({ responses: pass('CONVERT_TO_BINARY'), outcomes: [{ Body: '{"a":1}' }] });
    expect(result).toMatchObject({ Output: null, Failure: { Reason: expect.stringMatching(/base64/) } });
    expect(result.ClientReceives).toBe(ERROR_FRAME);
    expect(result.Notes).toContainEqual(note('content handling', 'inferred', /not published/));
  });

  test('a template sees binary only as text', () => {
    const [response] = template('"$input.body"');
    if (!response) throw new Error('no response');
    expect(previewOne({ responses: [response], outcomes: [bytes] }).Failure).toBeDefined();
    const converted = { ...response, ContentHandlingStrategy: 'CONVERT_TO_TEXT' };
    expect(previewOne({ responses: [converted], outcomes: [bytes] }).Output).toBe('"/+8AEA=="');
  });
});

describe('delivery', () => {
  test.each([
    [0, 1],
    [1, 1],
    [32_768, 1],
    [32_769, 2],
    [131_072, 4],
  ])('%i bytes are %i frames', (Bytes, Frames) => {
    const responses = [{ IntegrationResponseKey: '$default' }];
    expect(previewOne({ responses, outcomes: [{ Body: 'x'.repeat(Bytes) }] })).toMatchObject({ Bytes, Frames });
  });

  test('a message over 128 KB cannot be delivered', () => {
    const responses = [{ IntegrationResponseKey: '$default' }];
    const result = previewOne({ responses, outcomes: [{ Body: 'ä'.repeat(65_537) }] });
    expect(result).toMatchObject({
      ClientReceives: null,
      Frames: 0,
      Failure: { Reason: expect.stringMatching(/131074 bytes/), Limit: 'message size' },
    });
  });

  test('a mapped answer is dropped on a one-way route', () => {
    expect(previewOne({ twoWay: false })).toMatchObject({ Output: 'x', ClientReceives: null, Bytes: 0, Frames: 0 });
  });

  test('headers have no effect on a message', () => {
    const ResponseParameters = { 'method.response.header.x': "'a'" };
    const result = previewOne({ responses: [{ IntegrationResponseKey: '$default', ResponseParameters }] });
    expect(result.Notes).toContainEqual(note('delivery', 'inferred', /ResponseParameters/));
  });

  test.each([
    ['CONNECT', [], 'documented', /refused/],
    ['CONNECT', template('x'), 'observed', /opens/],
    ['DISCONNECT', [], 'documented', /closed/],
    ['DISCONNECT', template('x'), 'documented', /closed/],
  ])('%s with %j sends no frame', (eventType, responses, basis, words) => {
    const result = previewOne({ responses, context: { eventType } });
    expect(result).toMatchObject({ ClientReceives: null, Bytes: 0, Frames: 0 });
    expect(result.Notes).toContainEqual(note('delivery', basis, words));
  });

  test('$connect asks for an answer of 200', () => {
    const result = previewOne({ outcomes: [{ StatusCode: 302 }], context: { eventType: 'CONNECT' } });
    expect(result.Notes).toContainEqual(note('delivery', 'inferred', /^With 302 the connection is refused/));
  });

  test('$connect has no message for the expression to read', () => {
    const responses = [{ IntegrationResponseKey: '$default', TemplateSelectionExpression: '$request.body.a' }];
    const given = { responses, clientMessage: '{"a":"x"}' };
    expect(previewOne(given).TemplateExpressionValue).toBe('x');
    expect(previewOne({ ...given, context: { eventType: 'CONNECT' } }).TemplateExpressionValue).toBe('');
  });

  test('the error frame names the connection of the given context', () => {
    const context = { connectionId: 'a"b', requestId: 7 };
    expect(previewOne({ responses: [], context }).ClientReceives).toBe(
      '{"message": "Internal server error", "connectionId":"a\\"b", "requestId":"SOqIDEacoAMFaHQ="}',
    );
  });
});
