// Arguments of a wrong shape: one finding per problem at its exact place, and what has the right shape is kept.
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/arguments/parse-arguments.ts';
import { CreateArgumentsSchema } from '../../src/contract/create.ts';
import { PreviewArgumentsSchema } from '../../src/contract/preview.ts';

const SOUND = { ApiId: 'a1b2c3d4e5', IntegrationId: 'abc123', IntegrationResponseKey: '$default' };

function findings(raw: unknown) {
  const parsed = parseArguments(CreateArgumentsSchema, raw);
  return parsed.ok ? [] : parsed.findings;
}
const found = (raw: unknown) => findings(raw).map(({ Code, Path, Replace }) => [Code, Path, Replace]);

test('what is sound is handed back as it came', () => {
  const raw = { ...SOUND, ResponseTemplates: JSON.parse('{"__proto__":"x"}') };
  expect(parseArguments(CreateArgumentsSchema, raw)).toEqual({ ok: true, value: raw });
});

describe('wrong types', () => {
  test.each<[object, (string | number)[], unknown]>([
    [{ ApiId: 5 }, ['ApiId'], undefined],
    [{ ApiId: null }, ['ApiId'], undefined],
    [{ IntegrationResponseKey: 404 }, ['IntegrationResponseKey'], '/404/'],
    [{ ContentHandlingStrategy: null }, ['ContentHandlingStrategy'], null],
    [{ ContentHandlingStrategy: true }, ['ContentHandlingStrategy'], undefined],
    [{ TemplateSelectionExpression: ['a'] }, ['TemplateSelectionExpression'], undefined],
    [{ ResponseTemplates: '{"$default":"x"}' }, ['ResponseTemplates'], { $default: 'x' }],
    [{ ResponseTemplates: '{"$default":1}' }, ['ResponseTemplates'], undefined],
    [{ ResponseTemplates: '$input.body' }, ['ResponseTemplates'], undefined],
    [{ ResponseTemplates: ['x'] }, ['ResponseTemplates'], undefined],
    [{ ResponseTemplates: { a: { b: 1 } } }, ['ResponseTemplates', 'a'], '{"b":1}'],
    [{ ResponseTemplates: { a: 1 } }, ['ResponseTemplates', 'a'], '1'],
    [{ ResponseTemplates: { a: null } }, ['ResponseTemplates', 'a'], undefined],
    [{ ResponseParameters: { a: 1 } }, ['ResponseParameters', 'a'], "'1'"],
    [{ ResponseParameters: { a: { b: 1 } } }, ['ResponseParameters', 'a'], undefined],
    [{ DryRun: 'false' }, ['DryRun'], false],
    [{ DryRun: 'yes' }, ['DryRun'], undefined],
    [{ AllowFindings: 'key-form' }, ['AllowFindings'], ['key-form']],
    [{ AllowFindings: ['key-form', 1] }, ['AllowFindings', 1], '1'],
    [{ AllowFindings: {} }, ['AllowFindings'], undefined],
    [{ AllowFindings: '["key-form"]' }, ['AllowFindings'], ['key-form']],
    [{ AllowFindings: [['key-form']] }, ['AllowFindings', 0], '["key-form"]'],
    [{ DryRun: 'true' }, ['DryRun'], true],
    [{ DryRun: '1' }, ['DryRun'], undefined],
    [{ DryRun: null }, ['DryRun'], null],
    [{ IntegrationResponseKey: true }, ['IntegrationResponseKey'], undefined],
    [{ IntegrationId: 5 }, ['IntegrationId'], undefined],
    [{ TemplateSelectionExpression: 200 }, ['TemplateSelectionExpression'], undefined],
    [{ ResponseTemplates: '["x"]' }, ['ResponseTemplates'], undefined],
    [{ ResponseTemplates: 'null' }, ['ResponseTemplates'], undefined],
    [{ ResponseTemplates: null }, ['ResponseTemplates'], null],
    [{ ResponseTemplates: { a: true } }, ['ResponseTemplates', 'a'], 'true'],
    [{ ResponseTemplates: { a: ['x'] } }, ['ResponseTemplates', 'a'], '["x"]'],
    [{ ResponseParameters: { a: true } }, ['ResponseParameters', 'a'], "'true'"],
    [{ ResponseParameters: { a: ['x'] } }, ['ResponseParameters', 'a'], undefined],
    [{ ResponseParameters: { a: null } }, ['ResponseParameters', 'a'], undefined],
  ])('%j', (members, Path, Replace) => {
    expect(found({ ...SOUND, ...members })).toEqual([['wrong-type', Path, Replace]]);
  });

  test.each<[object, string, unknown]>([
    [{ Outcomes: [{}, 'x'] }, 'Outcomes[1] must be an object, not the text "x".', undefined],
    [{ Outcomes: { StatusCode: 404 } }, 'Outcomes must be an array, not an object.', [{ StatusCode: 404 }]],
    [{ Outcomes: [{ StatusCode: '404' }] }, 'StatusCode must be a number, not the text "404".', 404],
    [{ Outcomes: [{ StatusCode: '4o4' }] }, 'StatusCode must be a number, not the text "4o4".', undefined],
    [{ Outcomes: [{ StatusCode: '1e9' }] }, 'StatusCode must be a number, not the text "1e9".', undefined],
    [{ Outcomes: [{ StatusCode: null }] }, 'StatusCode must be a number, not null.', null],
    [{ Outcomes: [{ Body: { a: 1 } }] }, 'Body must be a string, not an object.', '{"a":1}'],
    [
      { Outcomes: '[{"StatusCode":404}]' },
      'Outcomes must be an array, not the text "[{"StatusCode":404}]".',
      [{ StatusCode: 404 }],
    ],
    [{ Context: '{"stage":"dev"}' }, 'Context must be an object, not the text "{"stage":"dev"}".', { stage: 'dev' }],
    [{ Context: 'x' }, 'Context must be an object, not the text "x".', undefined],
    [{ StageVariables: 'x' }, 'StageVariables must be a map of strings, not the text "x".', undefined],
  ])('of the preview: %j: %s', (members, Message, Replace) => {
    const parsed = parseArguments(PreviewArgumentsSchema, { Outcomes: [{}], ...members });
    const [finding, ...others] = parsed.ok ? [] : parsed.findings;
    expect(finding).toMatchObject({ Message, Why: 'This tool reads it in no other type.' });
    expect([finding?.Replace, others]).toEqual([Replace, []]);
  });

  test.each([[['a']], ['text'], [5], [true]])('%j in the place of all arguments', (raw) => {
    expect(found(raw)).toEqual([['wrong-type', [], undefined]]);
  });

  test('a wrong type in the place of a word names the words', () => {
    const [finding] = findings({ ...SOUND, ContentHandlingStrategy: 5 });
    expect(finding?.Fix).toBe('Give ContentHandlingStrategy as one of CONVERT_TO_BINARY, CONVERT_TO_TEXT.');
  });
});

test('what is nested beyond all sense is out of range', () => {
  let deep: unknown = 'x';
  for (let depth = 0; depth < 20_000; depth++) deep = [deep];
  expect(found({ ...SOUND, ResponseTemplates: { a: deep } })).toEqual([
    ['out-of-range', ['ResponseTemplates'], undefined],
  ]);
});

describe('words of a list', () => {
  test.each([
    ['convert_to_text', 'CONVERT_TO_TEXT'],
    ['ConvertToBinary', 'CONVERT_TO_BINARY'],
    ['TEXT', 'CONVERT_TO_TEXT'],
    ['binary', 'CONVERT_TO_BINARY'],
    ['NONE', undefined],
    ['', undefined],
    ['(((', undefined],
  ])('%s', (ContentHandlingStrategy, Replace) => {
    expect(found({ ...SOUND, ContentHandlingStrategy })).toEqual([
      ['not-in-enum', ['ContentHandlingStrategy'], Replace],
    ]);
  });
});

test('a word of any length costs little', () => {
  for (const word of ['a'.repeat(1_000_000), `${'a'.repeat(1_000_000)}!`]) {
    expect(found({ ...SOUND, ContentHandlingStrategy: word })).toEqual([
      ['not-in-enum', ['ContentHandlingStrategy'], undefined],
    ]);
  }
});

describe('names', () => {
  const { IntegrationResponseKey, ...ids } = SOUND;
  test.each(['integrationResponseKey', 'integration_response_key', 'IntegrationResponsKey', 'Key', 'ResponseKey'])(
    '%s',
    (name) => {
      expect(found({ ...ids, [name]: IntegrationResponseKey })).toEqual([
        ['missing-argument', ['IntegrationResponseKey'], '$default'],
        ['unknown-argument', [name], null],
      ]);
    },
  );

  test.each([
    ['responseTemplates', 'ResponseTemplates', { $default: '{}' }],
    ['ContentHandling', 'ContentHandlingStrategy', 'CONVERT_TO_TEXT'],
    ['dry_run', 'DryRun', true],
  ])('%s: the value is kept and judged under the name that was meant', (written, name, value) => {
    const raw = { ...SOUND, [written]: value };
    expect(found(raw)).toEqual([
      ['missing-argument', [name], value],
      ['unknown-argument', [written], null],
    ]);
    expect(parseArguments(CreateArgumentsSchema, raw)).toMatchObject({ partial: { ...SOUND, [name]: value } });
    expect(found({ ...SOUND, [name]: value })).toEqual([]);
  });

  test('neither a value of another type nor one that is given twice is taken over', () => {
    expect(found({ ...SOUND, responseTemplates: 'x' })).toEqual([['unknown-argument', ['responseTemplates'], null]]);
    expect(found({ ...SOUND, ResponseTemplates: {}, responseTemplates: {} })).toEqual([
      ['unknown-argument', ['responseTemplates'], null],
    ]);
  });

  test.each(['Foo', '', '__proto__', 'constructor', 'Id', 'Response', 'Ap'])('nobody knows "%s"', (name) => {
    const raw = JSON.parse(`{${JSON.stringify(name)}:1,${JSON.stringify(SOUND).slice(1)}`);
    expect(found(raw)).toEqual([['unknown-argument', [name], null]]);
  });

  test('the first hundred names are looked through for a misspelt one', () => {
    const many = Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`${index}${index}`, index]));
    const codes = (raw: object) => found(raw).filter(([code]) => code === 'missing-argument');
    expect(codes({ ...many, dry_run: true, ...SOUND })).toEqual([['missing-argument', ['DryRun'], true]]);
    expect(codes({ ...many, more: 1, dry_run: true, ...SOUND })).toEqual([]);
  });

  test('names inside a list are those of its entries', () => {
    const parsed = parseArguments(PreviewArgumentsSchema, { Outcomes: [{ statusCode: 404 }] });
    expect(parsed.ok ? [] : parsed.findings).toMatchObject([
      { Code: 'missing-argument', Path: ['Outcomes', 0, 'StatusCode'], Replace: 404 },
      { Code: 'unknown-argument', Path: ['Outcomes', 0, 'statusCode'] },
    ]);
  });
});

test('however much is wrong, each kind is listed twenty times', () => {
  const wrong = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, index]));
  const listed = findings({ ...SOUND, ...wrong, ResponseTemplates: wrong });
  expect(listed).toHaveLength(40);
  expect(listed.map(({ Message }) => Message).filter((text) => text.includes('980 more'))).toHaveLength(2);
});
