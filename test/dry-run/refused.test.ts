// What the documents forbid, or what can never work, is refused at its place; what is only doubtful is warned of there.
import { describe, expect, test } from 'vitest';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import type { Wanted } from '../../src/dry-run/subject.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';
import { dynamoDb, lambda } from '../support/integrations.ts';

const at = (severity: string, wanted: Wanted, live: Partial<Snapshot> = {}) =>
  dryRun(exampleSubject({ live: { responses: [], ...live } }, wanted)).flatMap(({ Severity, Path }) =>
    Severity === severity ? [JSON.stringify(Path)] : [],
  );
/** Each text with a short title. */
const titled = (texts: readonly string[]) => texts.map((text) => [text.slice(0, 40), text] as const);
const path = (...steps: string[]) => JSON.stringify(steps);

describe('ids', () => {
  const inAnyPlace = [
    '.',
    '..',
    '../x',
    '%2e%2e',
    'a/b',
    'a?b',
    ' ',
    '\u0000',
    'a,b',
    '${Id}',
    '!Ref Id',
    '{"Ref":"Id"}',
  ];
  const fromTools = [
    '${aws_apigatewayv2_api.x.id}',
    '${Token[TOKEN.12]}',
    '{{id}}',
    '<id>',
    '$ID',
    '%ID%',
    '[object Object]',
  ];
  test.each(titled([...inAnyPlace, ...fromTools, '/'.repeat(1_000_000)]))('%s', (_, id) => {
    expect(at('error', { ApiId: id })).toContain(path('ApiId'));
    expect(at('error', { IntegrationId: id })).toContain(path('IntegrationId'));
  });
});

describe('keys', () => {
  const ofNoForm = [
    '200',
    'default',
    '$Default',
    '\\$default',
    '4xx',
    '/200',
    '200/',
    '/200/g',
    '.*',
    '*',
    '/',
    '$',
    ' /200/',
  ];
  const broken = [
    '[',
    '(',
    ')',
    '*',
    '+',
    'a**',
    '{',
    'a{2,1}',
    '[z-a]',
    '[]',
    '\\',
    '(?<a',
    '\\y',
    '\\p{Foo}',
    '\\k<x>',
    '200\\',
  ];
  test.each(titled([...ofNoForm, ...broken.map((source) => `/${source}/`), 'x'.repeat(1_000_000)]))('%s', (_, key) => {
    expect(at('error', { IntegrationResponseKey: key })).toContain(path('IntegrationResponseKey'));
  });

  const neverMatching = ['//', '/4xx/', '/NotFound/', '/2\\\\d\\\\d/', '/$default/', '/2000/', '/6\\d\\d/'];
  test.each(titled(neverMatching))('%s on status codes', (_, key) => {
    for (const live of [{}, dynamoDb]) {
      expect(at('warning', { IntegrationResponseKey: key }, live)).toContain(path('IntegrationResponseKey'));
    }
  });

  const onLambda = ['/.*/', '/[\\s\\S]*/', '/x?/', '/200/', '/4\\d\\d/', '/NotFound*/', '/$default/', '//'];
  test.each(titled(onLambda))('%s on a Lambda function', (_, key) => {
    expect(at('warning', { IntegrationResponseKey: key }, lambda)).toContain(path('IntegrationResponseKey'));
  });

  const costly = [
    'a'.repeat(1_000_000),
    '(a+)+'.repeat(2000),
    '|'.repeat(300_000),
    '('.repeat(20_000) + ')'.repeat(20_000),
  ];
  test.each(costly)('a pattern that is not judged', (source) => {
    for (const live of [{}, lambda]) {
      expect(at('warning', { IntegrationResponseKey: `/${source}/` }, live)).toContain(path('IntegrationResponseKey'));
    }
  });
});

describe('parameters', () => {
  const values = [
    '',
    'x',
    '"x"',
    '’x’',
    "'x",
    '$.body.x',
    '$context.stage',
    'integration.response.header.',
    'route.request.body.x',
  ];
  test.each(titled([...values, `'${'x'.repeat(511)}'`, 'x'.repeat(1_000_000)]))('%s', (_, value) => {
    const name = 'method.response.header.X';
    expect(at('error', { ResponseParameters: { [name]: value } })).toContain(path('ResponseParameters', name));
  });

  const keys = [
    'X',
    'header.X',
    'method.response.X',
    'method.response.header.',
    'overwrite:header.X',
    '',
    '__proto__',
    'constructor',
  ];
  test.each(titled(keys))('%s', (_, key) => {
    const found = at('error', { ResponseParameters: Object.fromEntries([[key, "'x'"]]) });
    expect(found.some((place) => place.startsWith('["ResponseParameters"'))).toBe(true);
  });

  test('a thousand wrong ones are listed twenty times', () => {
    const names = Array.from({ length: 1000 }, (_, index) => [`method.response.header.X-${index}`, 'x']);
    expect(at('error', { ResponseParameters: Object.fromEntries(names) })).toHaveLength(20);
  });
});

describe('templates', () => {
  const broken = [
    '#if(',
    '#if($a)x',
    '#end',
    '#foreach($a in $b)',
    '#set($a = )',
    '#set($a == 1)',
    '#if()x#end',
    '#if($a)x#elseif()y#end',
  ];
  const lengths = ['x'.repeat(32_769), 'x'.repeat(10_000_000)];
  test.each(titled([...broken, "$input.path('$.a'", "$input.path('')", ...lengths]))('%s', (_, template) => {
    for (const key of ['$default', '__proto__', 'constructor', '']) {
      const ResponseTemplates = Object.fromEntries([[key, template]]);
      expect(at('error', { ResponseTemplates })).toContain(path('ResponseTemplates', key));
    }
  });

  test('of many large ones the first are judged, and the others named', () => {
    const large = `${'#set($x = 1)'.repeat(2700)}#if(`;
    const ResponseTemplates = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, large]));
    expect(at('error', { ResponseTemplates })).toEqual([
      path('ResponseTemplates', 'k0'),
      path('ResponseTemplates', 'k1'),
    ]);
    expect(at('warning', { ResponseTemplates })).toContain(path('ResponseTemplates', 'k2'));
  });
});

describe('expressions', () => {
  const doubtful = [
    '$default',
    '${',
    '${}',
    '$',
    '${request.header.x}',
    '${context.stage}',
    '${integration.response.body.x}',
  ];
  test.each(titled([...doubtful, '${'.repeat(300_000), '\\$'.repeat(300_000)]))(
    '%s',
    (_, TemplateSelectionExpression) => {
      expect(at('warning', { TemplateSelectionExpression, ResponseTemplates: { $default: '{}' } })).toContain(
        path('TemplateSelectionExpression'),
      );
    },
  );
});
