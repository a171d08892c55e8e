import { execFileSync } from 'node:child_process';
import type { Integration, Stage } from '@aws-sdk/client-apigatewayv2';
import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/change/next-steps.ts';
import { nextStep, type Place } from '../../src/change/step.ts';
import type { NextStep } from '../../src/contract/next-step.ts';
import type { Target } from '../../src/contract/target.ts';
import { exampleSubject, notFound, soundCall } from '../../src/dry-run/example.ts';
import { createSubject, type Subject } from '../../src/dry-run/subject.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';

const AWS: Target = { Backend: 'aws', Region: 'eu-west-1', Endpoint: 'https://apigateway.eu-west-1.amazonaws.com' };
const API = '--api-id a1b2c3d4e5';
const placeAt = (target: Target): Place => ({ target, selection: {}, offers: () => true });
const placed = (subject: Subject, place: Place) => nextSteps(subject).flatMap((step) => nextStep(step, place));
const stepsOf = (live: Partial<Snapshot>, target = AWS) => placed(exampleSubject({ live }, {}), placeAt(target));

const command = (step: NextStep | undefined) => step?.Cli;
/** The words that a POSIX shell makes of it. */
const words = (step: NextStep | undefined) =>
  execFileSync('sh', ['-c', `aws() { printf '%s\\n' "$@"; }; ${command(step)}`], { encoding: 'utf8', timeout: 5000 })
    .trimEnd()
    .split('\n');

const manual = (StageName: string): Stage => ({ StageName, DeploymentId: 'mno345' });
const route = (RouteId: string, RouteKey: string, Target?: string) => ({
  RouteId,
  RouteKey,
  ...(Target && { Target }),
});

describe('next steps', () => {
  test('none where everything is there', () => {
    expect(stepsOf({})).toEqual([]);
  });

  test('none where nothing was read', () => {
    expect(placed(createSubject(soundCall), placeAt(AWS))).toEqual([]);
  });

  test.each([
    ['an unknown integration', notFound('GetIntegration')],
    ['a proxy integration', { integration: { IntegrationType: 'HTTP_PROXY' as const } }],
    ['an HTTP API', { api: { Name: 'x', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' } }],
  ])('none behind %s, where they would help nobody', (_, live) => {
    expect(stepsOf({ routes: [], stages: [], ...live })).toEqual([]);
    expect(stepsOf({ routeResponses: new Map([['ghi789', []]]), stages: [manual('dev')], ...live })).toEqual([]);
  });

  test('route response, then deployment', () => {
    const live = { routeResponses: new Map([['ghi789', []]]), stages: [manual('production')] };
    expect(stepsOf(live).map(command)).toEqual([
      `aws apigatewayv2 create-route-response ${API} --route-id ghi789 --route-response-key '$default' --region eu-west-1`,
      `aws apigatewayv2 create-deployment ${API} --stage-name production --region eu-west-1`,
    ]);
  });

  test('$connect and $disconnect get no route response', () => {
    const routes = ['$connect', '$disconnect'].map((key) => route('ghi789', key, 'integrations/abc123'));
    expect(stepsOf({ routes, routeResponses: new Map([['ghi789', []]]) })).toEqual([]);
  });

  test('a route without target is pointed at the integration; a route with one is left alone', () => {
    const routes = [route('r1', 'join', 'integrations/other1'), route('r2', 'leave')];
    const steps = stepsOf({ routes });
    expect(steps.map(command)).toEqual([
      `aws apigatewayv2 update-route ${API} --route-id r2 --target integrations/abc123 --region eu-west-1`,
      `aws apigatewayv2 create-route-response ${API} --route-id r2 --route-response-key '$default' --region eu-west-1`,
    ]);
  });

  test.each([
    ['none', []],
    ['only $connect without target', [route('r1', '$connect')]],
    ['targets of other integrations', [route('r1', 'join', 'integrations/other1')]],
    ['several without target', [route('r1', 'join'), route('r2', 'leave')]],
  ])('a new route where the routes are: %s', (_, routes) => {
    expect(words(stepsOf({ routes })[0])).toEqual(
      `apigatewayv2 create-route ${API} --route-key ROUTE_KEY --target integrations/abc123 --region eu-west-1`.split(
        ' ',
      ),
    );
  });

  test('an API without stage gets one that deploys itself', () => {
    expect(words(stepsOf({ stages: [] })[0])).toEqual(
      `apigatewayv2 create-stage ${API} --stage-name dev --auto-deploy --region eu-west-1`.split(' '),
    );
  });

  test.each<[string, Integration, string[]]>([
    ['no expression', {}, ['--template-selection-expression', '\\$default']],
    ['an expression, which is kept', { TemplateSelectionExpression: '200' }, []],
  ])('a MOCK integration gets a request template: %s', (_, members, expression) => {
    const integration: Integration = { IntegrationId: 'abc123', IntegrationType: 'MOCK', ...members };
    const [step] = stepsOf({ integration });
    expect(words(step)).toEqual([
      ...`apigatewayv2 update-integration ${API} --integration-id abc123 --request-templates`.split(' '),
      '{"$default":"{\\"statusCode\\":200}"}',
      ...expression,
      '--region',
      'eu-west-1',
    ]);
  });

  test('a request template that is there is never overwritten', () => {
    const integration: Integration = { IntegrationType: 'MOCK', RequestTemplates: { $default: '{"status":1}' } };
    expect(stepsOf({ integration })).toEqual([]);
  });

  test.each<[string, Target, string]>([
    ['AWS in China', { Backend: 'aws', Endpoint: 'https://apigateway.cn-north-1.amazonaws.com.cn' }, ''],
    ['profile', { Backend: 'aws', Region: 'eu-west-1', Profile: 'my team' }, " --region eu-west-1 --profile 'my team'"],
    ['own endpoint', { Backend: 'aws', Endpoint: 'http://localhost:4566' }, ' --endpoint-url http://localhost:4566'],
    [
      'look-alike endpoint',
      { Backend: 'aws', Endpoint: 'https://apigateway.eu-west-1.amazonaws.com.example.net' },
      ' --endpoint-url https://apigateway.eu-west-1.amazonaws.com.example.net',
    ],
    [
      'sandbox',
      { Backend: 'sandbox', Region: 'us-east-1', Endpoint: 'http://127.0.0.1:4000' },
      ' --region us-east-1 --endpoint-url http://127.0.0.1:4000 --no-sign-request',
    ],
  ])('goes where the call went: %s', (_, target, options) => {
    const [step] = stepsOf({ stages: [manual('dev')] }, target);
    expect(command(step)).toBe(`aws apigatewayv2 create-deployment ${API} --stage-name dev${options}`);
  });

  test.each(['$default', "it's", 'a b', '$(touch x)', '`x`', 'a;b', '!!', '~', 'x\\', '"', '*', '-', '--x=y', 'ä'])(
    'a shell reads the stage name %s as it is',
    (name) => {
      const given = words(stepsOf({ stages: [manual(name)] })[0]);
      const at = given.findIndex((word) => word.startsWith('--stage-name'));
      expect([`--stage-name=${name}`, `--stage-name ${name}`]).toContain(
        name.startsWith('-') ? given[at] : `${given[at]} ${given[at + 1]}`,
      );
    },
  );

  test.each([
    'a\nrm -rf x',
    'a\u202eb',
    'a\u200b',
    'a\0',
    'x'.repeat(100_000),
    'file:///etc/passwd',
    'fileb://x',
    'https://example.com',
  ])('no command, and nothing hidden, for the stage name %j', (name) => {
    const live = { stages: [manual(name)] };
    const [step] = placed(exampleSubject({ live }, {}), { ...placeAt(AWS), offers: () => false });
    expect(step).toEqual({ Text: expect.stringContaining('by hand'), Kind: 'needed' });
    expect(step?.Text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(step?.Text.length).toBeLessThan(300);
  });

  test('a route key is shown, never hidden', () => {
    const routes = [route('ghi789', 'send\u202eMessage\n', 'integrations/abc123')];
    const [step] = stepsOf({ routes, routeResponses: new Map([['ghi789', []]]) });
    expect(step?.Text).toContain('"send\\u202eMessage\\n" (ghi789)');
  });

  test('many stages are named up to the quota', () => {
    const steps = stepsOf({ stages: Array.from({ length: 40 }, (_, index) => manual(`s${index}`)) });
    expect(steps).toHaveLength(11);
    expect(steps.at(-1)?.Text).toContain('30');
  });
});
