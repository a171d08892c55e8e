import { describe, expect, onTestFinished, test } from 'vitest';
import { createSdkGateway } from '../../src/aws/sdk-gateway.ts';
import { type PreviewResult, PreviewResultSchema } from '../../src/contract/preview.ts';
import type { CallContext } from '../../src/mcp/tool.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { previewIntegrationResponse } from '../../src/tools/preview-integration-response.ts';
import { callContext } from '../support/call-context.ts';
import { CHAT_API, MESSAGES, PING } from '../support/seeded.ts';

const COMMANDS = 'e5g1p7v'; // a Lambda function with $default and a pattern for its error messages
const ROOMS = 'f8s3z6y'; // HTTP_PROXY

const draft = { IntegrationResponseKey: '$default', ResponseTemplates: { $default: '{"a":$input.json("$.a")}' } };
const answer = { Body: '{"a":1}' };

/** Nothing to connect to: reading AWS fails the test. */
const offline: CallContext = {
  ...callContext(() => Promise.reject(new Error('the preview wanted to connect'))),
  target: { Backend: 'aws' },
};

async function connected(): Promise<CallContext> {
  const sandbox = await startSandbox({ port: 0 });
  onTestFinished(() => sandbox.close());
  const gateway = createSdkGateway({
    backend: 'sandbox',
    endpoint: sandbox.endpoint,
    region: 'us-east-1',
    timeoutSeconds: 5,
    sharedFiles: [],
  });
  return { ...offline, gateway: () => Promise.resolve(gateway), target: { Backend: 'sandbox' } };
}

/** Runs the tool; every result must fit the schema that is announced, failures too. */
async function run(raw: unknown, context: CallContext = offline): Promise<PreviewResult> {
  const result = await previewIntegrationResponse.run(raw, context);
  expect(PreviewResultSchema.strict().parse(result)).toEqual(result);
  return result as PreviewResult;
}

describe('without AWS', () => {
  test('one outcome', async () => {
    const result = await run({ Responses: [draft], Outcomes: [answer] });
    expect(result).toMatchObject({ Status: 'rendered', Findings: [], Target: { Backend: 'aws' } });
    expect(result.Previews).toMatchObject([{ ClientReceives: '{"a":1}', TemplateKey: '$default' }]);
    expect(result.Summary).toBe(
      'The client receives 7 bytes in one frame (integration response "$default", template "$default").',
    );
  });

  test('several outcomes come back in order', async () => {
    const Responses = [{ ...draft, IntegrationResponseKey: '/2\\d\\d/' }];
    const Outcomes = [answer, { StatusCode: 500 }, { StatusCode: 204, Body: '' }];
    const { Summary, Previews } = await run({ Responses, Outcomes });
    expect(Previews.map(({ MatchedText }) => MatchedText)).toEqual(['200', '500', '204']);
    expect(Summary).toBe('3 outcomes: 2 with a message to the client, 1 with a failure.');
  });

  test('type and URI say what keys are matched against', async () => {
    const IntegrationUri = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations`;
    const args = { Responses: [draft], IntegrationType: 'AWS', Outcomes: [{ ErrorMessage: 'late' }] };
    expect((await run({ ...args, IntegrationUri })).Previews[0]?.MatchedText).toBe('late');
    expect((await run(args)).Previews[0]?.MatchedText).toBe('200');
  });

  test('an error of a draft is a finding, and its outcome is shown all the same', async () => {
    const broken = { IntegrationResponseKey: '/4\\d\\d/', ResponseTemplates: { $default: 'a\n#if(true)' } };
    const result = await run({ Responses: [draft, broken], Outcomes: [answer, { StatusCode: 404 }] });
    expect(result.Status).toBe('rendered');
    expect(result.Findings).toMatchObject([
      { Code: 'template-syntax', Path: ['Responses', 1, 'ResponseTemplates', '$default'], Line: 2 },
    ]);
    expect(result.Previews).toMatchObject([{ Output: '{"a":1}' }, { Output: null, Failure: { Line: 2 } }]);
    expect(result.Summary).toContain('1 error');
  });

  test('a key of no documented form is a finding, with its correction', async () => {
    const result = await run({ Responses: [{ IntegrationResponseKey: '404' }], Outcomes: [{ StatusCode: 404 }] });
    expect(result).toMatchObject({
      Status: 'rendered',
      Findings: [{ Code: 'key-form', Path: ['Responses', 0, 'IntegrationResponseKey'], Replace: '/404/' }],
      Previews: [{ IntegrationResponseKey: null, Failure: {} }],
    });
  });
});

describe('bad arguments', () => {
  const Responses = [draft];
  const Outcomes = [answer];
  test.each([
    [undefined, 'missing-argument', ['Outcomes']],
    [{ Responses }, 'missing-argument', ['Outcomes']],
    [{ Outcomes }, 'missing-argument', ['Responses']],
    [{ Outcomes, ApiId: CHAT_API }, 'missing-argument', ['IntegrationId']],
    [{ Outcomes, Responses, IntegrationId: PING }, 'missing-argument', ['ApiId']],
    [{ Responses, Outcomes: [] }, 'empty-argument', ['Outcomes']],
    [{ Responses: [], Outcomes }, 'empty-argument', ['Responses']],
    [{ Responses, Outcomes: Array(21).fill({}) }, 'out-of-range', ['Outcomes']],
    [{ Responses, Outcomes: [{ StatusCode: 700 }] }, 'out-of-range', ['Outcomes', 0, 'StatusCode']],
    [{ Responses, Outcomes: [{ StatusCode: '200' }] }, 'wrong-type', ['Outcomes', 0, 'StatusCode']],
    [{ Responses, Outcomes: [{ Status: 200 }] }, 'unknown-argument', ['Outcomes', 0, 'Status']],
    [{ Responses: [{ ...draft, ApiId: 'a' }], Outcomes }, 'unknown-argument', ['Responses', 0, 'ApiId']],
    [{ Responses: [{}], Outcomes }, 'missing-argument', ['Responses', 0, 'IntegrationResponseKey']],
    [{ Responses, Outcomes, IntegrationType: 'LAMBDA' }, 'not-in-enum', ['IntegrationType']],
    [{ Responses, Outcomes: [{ Body: '{}', BodyIsBase64: true }] }, 'not-base64', ['Outcomes', 0, 'Body']],
    [{ Responses: [draft, draft], Outcomes }, 'repeated-key', ['Responses', 1, 'IntegrationResponseKey']],
    [{ Outcomes, ApiId: '../x', IntegrationId: PING }, 'api-id', ['ApiId']],
    [{ Responses, Outcomes, Profile: 'other' }, 'profile-not-allowed', ['Profile']],
  ])('%j: %s at %j', async (raw, Code, Path) => {
    const result = await run(raw);
    expect(result).toMatchObject({ Status: 'invalid', Previews: [] });
    expect(result.Findings).toContainEqual(expect.objectContaining({ Code, Severity: 'error', Path }));
    expect(result.Summary).toMatch(/^Nothing was previewed/);
  });

  test('a member that is there but misshapen is not called missing', async () => {
    const { Findings } = await run({ Responses: [{}], Outcomes });
    expect(Findings.map(({ Path }) => Path)).toEqual([['Responses', 0, 'IntegrationResponseKey']]);
  });
});

describe('with the responses that exist', () => {
  test('they are read, with type and URI of their integration', async () => {
    const Outcomes = [{ Body: '{"text":"hi"}' }, { ErrorMessage: 'room not found' }];
    const result = await run({ ApiId: CHAT_API, IntegrationId: COMMANDS, Outcomes }, await connected());
    expect(result.Target).toMatchObject({ Backend: 'sandbox', Region: 'us-east-1' });
    expect(result.Previews).toMatchObject([
      { MatchedText: '', ClientReceives: '{"type":"reply","text":"hi"}' },
      {
        Candidates: ['/.*(not found|unknown).*/'],
        ClientReceives: '{"type":"error","code":"not-found","text":"room not found"}',
      },
    ]);
  });

  test('a draft replaces the response with its key and stands beside the others', async () => {
    const context = await connected();
    const ids = { ApiId: CHAT_API, IntegrationId: MESSAGES, TwoWay: true };
    const Outcomes = [{ Body: '{"id":7}' }, { StatusCode: 503 }];
    const alone = await run({ ...ids, Outcomes }, context);
    expect(alone.Previews).toMatchObject([
      { ClientReceives: '{"type":"sent","messageId":7,"requestId":"SOqIDEacoAMFaHQ="}' },
      { IntegrationResponseKey: null, Failure: {} },
    ]);
    const Responses = [
      { IntegrationResponseKey: '/2\\d\\d/', ResponseTemplates: { $default: 'mine' } },
      { IntegrationResponseKey: '$default', ResponseTemplates: { $default: 'else' } },
    ];
    const both = await run({ ...ids, Outcomes, Responses }, context);
    expect(both.Previews.map(({ ClientReceives }) => ClientReceives)).toEqual(['mine', 'else']);
  });

  test('a proxy integration passes everything through', async () => {
    const args = { ApiId: CHAT_API, IntegrationId: ROOMS, Outcomes: [answer], Responses: [draft] };
    const result = await run(args, await connected());
    expect(result.Previews).toMatchObject([{ MatchedText: null, ClientReceives: '{"a":1}' }]);
  });

  test('a read that fails is the error of the call', async () => {
    const args = { ApiId: CHAT_API, IntegrationId: 'nosuch1', Outcomes: [answer] };
    expect(await run(args, await connected())).toMatchObject({
      Status: 'failed',
      Error: { Type: 'NotFoundException', Effect: 'none' },
      Previews: [],
    });
  });
});
