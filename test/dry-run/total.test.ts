// Whatever strangers write, every rule answers, in sentences.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import { runRules } from '../../src/dry-run/rule.ts';
import { rules } from '../../src/dry-run/rules/index.ts';
import { createSubject, type Wanted } from '../../src/dry-run/subject.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';
import { dynamoDb, lambda, lambdaProxy, mock } from '../support/integrations.ts';

const pieces = [
  ...'/\\.*+?()[]{}$|^&0459aAdDx-"\'‘’`\n \u0000\ud800\u202e😀',
  '$default',
  '\\$default',
  '${',
  'request.body',
  'integration.response.',
  'statuscode',
  'header.',
  'body.',
  'method.response.header.',
  'route.request.',
  'context.',
  '__proto__',
  'constructor',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
const pattern = text.map((source) => `/${source}/`);
const map = fc.array(fc.tuple(text, text), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
const wanted = fc.record(
  {
    IntegrationResponseKey: fc.oneof(text, pattern),
    ContentHandlingStrategy: fc.constantFrom('CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'),
    ResponseParameters: map,
    ResponseTemplates: map,
    TemplateSelectionExpression: text,
  },
  { requiredKeys: [] },
);
const live = fc
  .tuple(fc.constantFrom({}, lambda, lambdaProxy, dynamoDb, mock), fc.array(fc.oneof(text, pattern), { maxLength: 3 }))
  .map(([kind, keys]) => ({ ...kind, responses: keys.map((key) => ({ IntegrationResponseKey: key })) }));

function check(arguments_: Wanted, state: Partial<Snapshot>): void {
  for (const { Code, Message, Why, Fix } of dryRun(exampleSubject({ live: state }, arguments_))) {
    expect(Code).not.toBe('rule-failed');
    for (const sentence of [Message, Why, Fix]) expect(sentence).toMatch(/^\S.{3,2000}[.!?]$/);
  }
}

test('random arguments in random live states', () => {
  fc.assert(
    fc.property(wanted, live, (arguments_, state) => check(arguments_ as Wanted, state)),
    { numRuns: 200 },
  );
});

describe('large arguments', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(5_000 / piece.length));
  test.each([
    'a',
    '/',
    '*',
    '\\',
    '(',
    '[',
    '.*',
    '(a+)+',
    '$a',
    '${',
    '$.',
    '"',
    "'",
    '\n',
    '{,',
    '\\\\d',
    'a*',
    '/g',
  ])('%j', (piece) => {
    const huge = long(piece);
    for (const state of [{}, lambda]) {
      check({ IntegrationResponseKey: huge }, state);
      check({ IntegrationResponseKey: `/${huge}/` }, state);
    }
    check({ TemplateSelectionExpression: huge, ResponseTemplates: { [huge]: '', $default: '' } }, {});
    check({ ResponseParameters: { [huge]: huge, 'method.response.header.X': huge } }, {});
  });

  test('many entries', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`x${index}`, 'route.request.body.x']));
    check({ ResponseParameters: many, TemplateSelectionExpression: 'x' }, {});
  });
});

const templateRules = rules.filter(({ code }) => code.startsWith('template-'));
const judge = (source: string) => runRules(templateRules, createSubject({ ResponseTemplates: { $default: source } }));

describe('any template', () => {
  const piece = fc.constantFrom(
    ...['$', '#', '{', '}', '(', ')', '[', ']', '"', "'", '\\', ' ', '\n', '.', ',', '!', '=', '1', '..', 'é', '\0'],
    ...[
      '$x',
      '$input',
      '.path(',
      "'$.a'",
      '.json(',
      '#set(',
      '#if(',
      '#end',
      '#else',
      '#foreach(',
      ' in ',
      '#macro(m)',
    ],
    ...['$util.', 'escapeJavaScript(', 'parseJson(', '$context.', 'connectionID', '__proto__', 'constructor', '#m()'],
  );

  test('is judged without a failing rule, at most three findings of a rule', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const codes = judge(pieces.join('')).map(({ Code }) => Code);
        expect(codes).not.toContain('rule-failed');
        for (const code of codes) expect(codes.filter((other) => other === code).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['nested parseJson', `${'$util.parseJson('.repeat(300)}$input.body${')'.repeat(300)}`],
    ['a long chain of members', `$input.path("$")${'.a'.repeat(10_000)}`],
    ['a long path', `$input.path('$${'.a'.repeat(10_000)}')`],
    ['lists within lists', `#set($x = $input.path("$"))${'#foreach($x in $x)'.repeat(200)}$x.a${'#end'.repeat(200)}`],
    ['loops within loops', `${'#foreach($i in [1..1000])'.repeat(50)}x${'#end'.repeat(50)}`],
    ['doubling', `#set($s = "ab")${'#set($s = "$s$s")'.repeat(500)}$s`],
    ['ten million characters', '#if($x)'.repeat(1_500_000)],
    ['a hostile regex', '#set($s = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")$s.matches("(a+)+")'],
  ])('is judged whatever it asks for: %s', (_, source) => {
    expect(judge(source).map(({ Code }) => Code)).not.toContain('rule-failed');
  });
});
