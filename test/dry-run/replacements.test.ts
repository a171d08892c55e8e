// Every Replace, put at its Path, takes its finding away and brings up no other.
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/contract/finding.ts';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject, soundCall } from '../../src/dry-run/example.ts';
import type { Wanted } from '../../src/dry-run/subject.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';
import { dynamoDb, lambda } from '../support/integrations.ts';
import { replaced } from '../support/replaced.ts';

const keys = (...texts: string[]): Partial<Snapshot> => ({
  responses: texts.map((text, index) => ({ IntegrationResponseId: `id${index}`, IntegrationResponseKey: text })),
});
const stage: Partial<Snapshot> = {
  stages: [{ StageName: 'dev', AutoDeploy: true, DeploymentId: 'mno345', StageVariables: { release: '3' } }],
};
const template = (source: string): Wanted => ({ ResponseTemplates: { $default: source } });
const parameter = (name: string, value: string): Wanted => ({ ResponseParameters: { [name]: value } });
const expression = (TemplateSelectionExpression: string, ...names: string[]): Wanted => ({
  TemplateSelectionExpression,
  ResponseTemplates: Object.fromEntries(names.map((name) => [name, '{"ok": true}'])),
});

const found = (wanted: Wanted, live: Partial<Snapshot>): Finding[] => dryRun(exampleSubject({ live }, wanted));
const count = (findings: readonly Finding[], code: string) => findings.filter(({ Code }) => Code === code).length;

const cases: readonly (readonly [wanted: Wanted, live?: Partial<Snapshot>])[] = [
  ...[
    '200',
    '4xx',
    'default',
    '\\$default',
    '/200',
    '2\\d\\d',
    ' /200/ ',
    '/4xx/',
    '/$default/',
    '/4\\\\d\\\\d/',
    '/40*/',
  ].map((IntegrationResponseKey) => [{ IntegrationResponseKey }, keys('/5\\d\\d/')] as const),
  [{ IntegrationResponseKey: '4xx' }, keys('/40\\d/', '$default')],
  [{ IntegrationResponseKey: '/40*/' }, keys('/4\\d\\d/', '$default')],
  [{ IntegrationResponseKey: '/Invalid*/' }, { ...lambda, ...keys('/Inv.*/', '$default') }],
  [{ IntegrationResponseKey: '/.*/' }, { ...lambda, ...keys('/.*Error.*/') }],
  [{ IntegrationResponseKey: '/2\\\\d\\\\d/' }, { ...dynamoDb, ...keys('$default') }],
  [parameter('X-Kind', "'error'")],
  [parameter('X-Kind', '"error"')],
  [parameter('X-Kind', 'error')],
  [parameter('header.Authorization', "'error'")],
  [parameter('route.response.header.X-Kind', 'error')],
  [parameter('method.response.header.X', '$.body.x')],
  [parameter('method.response.header.X', 'integration.response.body.$.items[?(@.a]')],
  [parameter('method.response.header.X', 'request.header.x-kind')],
  [parameter('method.response.header.X', '“it’s”')],
  [expression('$default', '$default')],
  [expression('$default', '200')],
  [expression('${integration.response.statusCode}', '500')],
  [expression('${integration.response.statusCode}', '200')],
  [expression('${response.header.x-kind}', 'a')],
  [expression('integration.response.statuscode', '500')],
  [expression('${request.body.$.kind}', 'a')],
  [expression('${integration.response.statuscode', '500')],
  [expression('${request.body', 'a')],
  [expression('${request.body.a[', 'a')],
  [expression('${request.body.a', 'a')],
  [expression('\\$default', '\\$default')],
  ...[
    '__passthrough__',
    '#if($context.stage == "dev")a#elsif($context.stage == "prod")b#endif',
    '#if($context.stage == "dev")a#else if($context.stage == "prod")b#end',
    "$input.path('$.')",
    "$input.json('$items')",
    "#if($input.path('$.a.'))a#end",
    "$input.path('$.items.') $input.path('$.items.a')",
    "$input.path('$') $input.json('$.a')",
    '{"a": "$input.json(\'$.a\')"}',
    '{"a": "$input.path(\'$.a\')", "all": "$input.path(\'$\')"}',
    '{"a": "$util.escapeJavaScript($input.path(\'$.a\'))"}',
    '{"a": "$util.escapeJavascript($input.path(\'$.a\'))"}',
    '#set($name = $input.path(\'$.name\')){"name": "$nmae"}',
    '#set($items = $input.path("$items"))#foreach($i in $itens)$i.a#end',
    '$context.conectionId $context.identity.sourceIP',
    '$stageVariable.release',
    '$stageVariable.x',
    '$stageVariables.relaese',
    "$Input.Json('$.a')",
    "$inputs.path('$')",
    '$input.path("$[\\"a\\"]")',
  ].map((source) => [template(source), stage] as const),
];

describe('a Replace takes its finding away and adds none', () => {
  test.each(cases.map(([wanted, live = {}]) => [JSON.stringify(wanted).slice(0, 90), wanted, live] as const))(
    '%s',
    (_, wanted, live) => {
      const args: Wanted = { ...soundCall, ...wanted };
      const before = found(args, live);
      for (const finding of before.filter(({ Replace }) => Replace !== undefined)) {
        const after = found(replaced(args, finding), live);
        expect(count(after, finding.Code), finding.Code).toBeLessThan(count(before, finding.Code));
        const grown = after.filter(({ Code }) => count(after, Code) > count(before, Code));
        expect(grown, `after ${finding.Code}`).toEqual([]);
      }
    },
  );
});

describe('a correction of a template that brings up something else is not offered', () => {
  test.each([
    ["$input.path('$.')", 'template-json-path'],
    ['$stageVariable.x', 'template-reference-misspelt'],
    ["#if($input.path('$.a.'))a#end", 'template-json-path'],
  ])('%s', (source, code) => {
    expect(found(template(source), stage).find(({ Code }) => Code === code)).not.toHaveProperty('Replace');
  });

  test.each([
    ["$input.json('$.a.')", 'template-json-path', "$input.json('$.a')"],
    ['$stageVariable.release', 'template-reference-misspelt', '$stageVariables.release'],
    ['$input.json("$.a.")'.padEnd(32768), 'template-json-path', "$input.json('$.a')".padEnd(32767)],
  ])('%s', (source, code, Replace) => {
    expect(found(template(source), stage).find(({ Code }) => Code === code)).toMatchObject({ Replace });
  });

  test('nor is what lies beyond the length of one template', () => {
    const source = "$input.json('$.a.')".padEnd(20_000);
    const corrections = found({ ResponseTemplates: { $default: source, other: `${source} ` } }, stage).filter(
      ({ Replace }) => typeof Replace === 'string',
    );
    expect(corrections.map(({ Path }) => Path)).toEqual([['ResponseTemplates', '$default']]);
  });
});
