// What people reported as missed or half told, each kind with cases of its own: the code that tells it, and what is meant.
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/contract/finding.ts';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import type { Wanted } from '../../src/dry-run/subject.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';
import { dynamoDb, lambda, mock } from '../support/integrations.ts';

interface Reported {
  readonly kind: string;
  readonly wanted: Wanted;
  readonly live?: Partial<Snapshot>;
  /** Absent: no warning at all. */
  readonly code?: string;
  readonly replace?: string;
}

const service = (uri: string): Partial<Snapshot> => ({
  integration: {
    IntegrationId: 'abc123',
    IntegrationType: 'AWS',
    IntegrationUri: `arn:aws:apigateway:us-east-1:${uri}`,
    CredentialsArn: 'arn:aws:iam::123456789012:role/gateway',
  },
  responses: [],
});
const aFunction = { ...lambda, responses: [{ IntegrationResponseKey: '$default' }] };
const template = (source: string, IntegrationResponseKey = '$default'): Wanted => ({
  IntegrationResponseKey,
  TemplateSelectionExpression: '\\$default',
  ResponseTemplates: { $default: source },
});
const alone: Partial<Snapshot> = { responses: [] };
const body = '{"code": 400}';
const loop = (item: string) => `[#foreach($e in $input.path('$.items'))${item}#if($foreach.hasNext),#end#end]`;

const reported: readonly Reported[] = [
  ...['BadRequest', 'Timeout', 'ValidationError'].flatMap((word) => [
    {
      kind: 'whole match',
      live: aFunction,
      wanted: template(body, `/${word}/`),
      code: 'key-exact-text',
      replace: `/${word}.*/`,
    },
    { kind: 'whole match', live: aFunction, wanted: template(body, word), code: 'key-form', replace: `/${word}.*/` },
    {
      kind: 'whole match',
      live: aFunction,
      wanted: template(body, `/.*${word}.*/`),
      code: 'key-line-breaks',
      replace: `/(?s).*${word}.*/`,
    },
  ]),
  {
    kind: 'URI of a function',
    live: {
      ...alone,
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'AWS',
        IntegrationUri: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
      },
    },
    wanted: template(body),
    code: 'lambda-bare-arn',
  },
  {
    kind: 'name runs on',
    live: alone,
    wanted: template('#set($y = 2024)#set($m = 7){"iso": "$y-$m-01"}'),
    code: 'template-name-runs-on',
    replace: '#set($y = 2024)#set($m = 7){"iso": "${y}-${m}-01"}',
  },
  {
    kind: 'name runs on',
    live: alone,
    wanted: template('{"name": "$context.stage-$context.apiId"}'),
    code: 'template-name-runs-on',
    replace: '{"name": "${context.stage}-$context.apiId"}',
  },
  {
    kind: 'name runs on',
    live: alone,
    wanted: template('{"n": "$context.connectionId_1"}'),
    code: 'template-name-runs-on',
    replace: '{"n": "${context.connectionId}_1"}',
  },
  {
    kind: 'name runs on',
    live: alone,
    wanted: template('#set($id = $context.requestId){"n": "$id_$id"}'),
    code: 'template-name-runs-on',
    replace: '#set($id = $context.requestId){"n": "${id}_$id"}',
  },
  {
    kind: 'text as object',
    live: alone,
    wanted: template(loop('{"n": "$e.name"}').replace('.path(', '.json(')),
    code: 'template-text-as-object',
  },
  {
    kind: 'text as object',
    live: alone,
    wanted: template('#set($o = $input.json("$.o")){"n": "$o.name"}'),
    code: 'template-text-as-object',
  },
  {
    kind: 'result printed',
    live: alone,
    wanted: template('#set($l = [])#foreach($i in $input.path("$.items"))$l.add($i.n)#end{"c": $l.size()}'),
    code: 'template-result-printed',
  },
  {
    kind: 'result printed',
    live: alone,
    wanted: template('#set($m = {})$m.put("a", "b"){"c": 1}'),
    code: 'template-result-printed',
  },
  {
    kind: 'JSON of values',
    live: aFunction,
    wanted: template('{"message": "$input.path(\'$.errorMessage\')"}', '/.*401.*/'),
    code: 'template-backend-answer',
    replace: '{"message": $input.json(\'$.errorMessage\')}',
  },
  {
    kind: 'JSON of values',
    live: service('states:action/DescribeExecution'),
    wanted: template('#set($r = $input.path("$")){"status": $r.status}'),
    code: 'template-backend-answer',
    replace: '#set($r = $input.path("$")){"status": $input.json(\'$.status\')}',
  },
  {
    kind: 'JSON of values',
    live: service('states:action/StartSyncExecution'),
    wanted: template('{"output": "$input.path(\'$.output\')"}'),
    code: 'template-backend-answer',
    replace: '{"output": $input.json(\'$.output\')}',
  },
  {
    kind: 'JSON of values',
    live: { ...dynamoDb, responses: [] },
    wanted: template('{"age": $input.path(\'$.Item.age.N\')}'),
    code: 'template-backend-answer',
    replace: '{"age": $input.json(\'$.Item.age.N\')}',
  },
  {
    kind: 'JSON of values',
    live: alone,
    wanted: template('{"id": $input.path(\'$.id\')}'),
    code: 'template-backend-answer',
    replace: '{"id": $input.json(\'$.id\')}',
  },
  {
    kind: 'JSON of values',
    live: alone,
    wanted: template('{"id": "$input.path(\'$.id\')"}'),
    code: 'template-breaking-value',
    replace: '{"id": $input.json(\'$.id\')}',
  },
  {
    kind: 'JSON of values',
    live: { ...mock, ...alone },
    wanted: template('{"id": $input.path(\'$.id\')}'),
    code: 'template-backend-answer',
  },
  {
    kind: 'empty by nature',
    live: alone,
    wanted: template('{"message": $context.error.messageString}'),
    code: 'template-context-empty',
  },
  {
    kind: 'empty by nature',
    live: alone,
    wanted: template('{"sub": "$context.authorizer.claims.sub"}'),
    code: 'template-context-empty',
  },
  {
    kind: 'what was meant',
    live: alone,
    wanted: template("$util.toJson($input.path('$'))"),
    code: 'template-reference',
    replace: "$input.json('$')",
  },
  {
    kind: 'what was meant',
    live: alone,
    wanted: template('{"c": "$event.requestContext.connectionId"}'),
    code: 'template-reference',
    replace: '{"c": "$context.connectionId"}',
  },
  {
    kind: 'what was meant',
    live: alone,
    wanted: template('{"c": "$event.requestContext.requestId"}'),
    code: 'template-reference',
    replace: '{"c": "$context.requestId"}',
  },
  {
    kind: 'fallback',
    live: alone,
    wanted: { TemplateSelectionExpression: '${request.body.messageId}', ResponseTemplates: { 1: '{}', 2: '{}' } },
    code: 'template-no-default',
  },
  {
    kind: 'fallback',
    live: alone,
    wanted: {
      TemplateSelectionExpression: '$integration.response.header.Content-Type',
      ResponseTemplates: { 'application/json': '{}' },
    },
    code: 'template-no-default',
  },
  {
    kind: 'fallback',
    live: service('sqs:path/123456789012/q'),
    wanted: template('{"queued": true}'),
    code: 'service-error-as-success',
  },
  {
    kind: 'fallback',
    live: service('sns:action/Publish'),
    wanted: template('{"sent": true}'),
    code: 'service-error-as-success',
  },
  { kind: 'noise', live: alone, wanted: template('{"a": 1}\n{"b": 2}') },
  { kind: 'noise', live: alone, wanted: template('[1]\n[2]\n[3]') },
];

const found = ({ wanted, live = {} }: Reported): Finding[] => dryRun(exampleSubject({ live }, wanted));

describe('reports', () => {
  test.each(reported.map((one) => [`${one.kind}: ${JSON.stringify(one.wanted).slice(0, 120)}`, one] as const))(
    '%s',
    (_, one) => {
      const findings = found(one);
      if (one.code === undefined) {
        expect(findings.filter(({ Severity }) => Severity !== 'info')).toEqual([]);
        return;
      }
      const told = findings.find(({ Code }) => Code === one.code);
      expect(told, findings.map(({ Code }) => Code).join()).toBeDefined();
      if (one.replace !== undefined) expect(told?.Replace).toBe(one.replace);
    },
  );
});
