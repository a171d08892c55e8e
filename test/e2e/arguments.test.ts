// Bad arguments: one finding per problem, in the shape of every other result.
import { expect, test } from 'vitest';
import { connect, create } from '../support/connect.ts';
import { SOUND } from '../support/seeded.ts';

const without = (name: string) => Object.fromEntries(Object.entries(SOUND).filter(([key]) => key !== name));

test.each([
  ['a missing id', without('ApiId'), 'missing-argument', ['ApiId'], undefined],
  ['nothing', undefined, 'missing-argument', ['ApiId'], undefined],
  [
    'a number for the key',
    { ...SOUND, IntegrationResponseKey: 404 },
    'wrong-type',
    ['IntegrationResponseKey'],
    '/404/',
  ],
  [
    'null for an optional member',
    { ...SOUND, ContentHandlingStrategy: null },
    'wrong-type',
    ['ContentHandlingStrategy'],
    null,
  ],
  ['a number for an id', { ...SOUND, IntegrationId: 7e5 }, 'wrong-type', ['IntegrationId'], undefined],
  ['text for a boolean', { ...SOUND, DryRun: 'true' }, 'wrong-type', ['DryRun'], true],
  ['text for a list', { ...SOUND, AllowFindings: 'key-form' }, 'wrong-type', ['AllowFindings'], ['key-form']],
  [
    'a map as JSON text',
    { ...SOUND, ResponseTemplates: '{"$default":"x"}' },
    'wrong-type',
    ['ResponseTemplates'],
    { $default: 'x' },
  ],
  [
    'an object as template',
    { ...SOUND, ResponseTemplates: { $default: { a: 1 } } },
    'wrong-type',
    ['ResponseTemplates', '$default'],
    '{"a":1}',
  ],
  ['an empty key', { ...SOUND, IntegrationResponseKey: '' }, 'empty-argument', ['IntegrationResponseKey'], undefined],
  ['a name nobody knows', { ...SOUND, Colour: 'red' }, 'unknown-argument', ['Colour'], null],
  ['a misspelt name', { ...SOUND, responseTemplate: {} }, 'unknown-argument', ['responseTemplate'], null],
  [
    'a lower-case value',
    { ...SOUND, ContentHandlingStrategy: 'convert_to_text' },
    'not-in-enum',
    ['ContentHandlingStrategy'],
    'CONVERT_TO_TEXT',
  ],
  [
    'half a value',
    { ...SOUND, ContentHandlingStrategy: 'BINARY' },
    'not-in-enum',
    ['ContentHandlingStrategy'],
    'CONVERT_TO_BINARY',
  ],
  [
    'a value nobody knows',
    { ...SOUND, ContentHandlingStrategy: 'gzip' },
    'not-in-enum',
    ['ContentHandlingStrategy'],
    undefined,
  ],
])('%s', async (_, args, Code, Path, Replace) => {
  const client = await connect({ args: ['--sandbox'] });
  const result = await create(client, args);
  expect(result).toMatchObject({ Status: 'invalid', Checks: { Live: 'skipped' }, Target: { Backend: 'sandbox' } });
  const finding = result.Findings.find((found) => found.Code === Code);
  expect(finding).toMatchObject({ Severity: 'error', Path });
  expect(finding?.Replace).toEqual(Replace);
});

test('a misspelt name is answered with the right one', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const { IntegrationResponseKey, ...rest } = SOUND;
  const { Findings } = await create(client, { ...rest, IntegrationResponsKey: IntegrationResponseKey });
  expect(Findings.map(({ Code, Path, Replace }) => [Code, Path, Replace])).toEqual([
    ['missing-argument', ['IntegrationResponseKey'], '$default'],
    ['unknown-argument', ['IntegrationResponsKey'], null],
  ]);
  expect(Findings[1]?.Message).toContain('Did you mean IntegrationResponseKey?');
});

test('every problem of one call is told at once, those of the values included', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const { Findings } = await create(client, {
    ...SOUND,
    ApiId: 7,
    IntegrationResponseKey: '200',
    ContentHandlingStrategy: 'text',
    Foo: 1,
  });
  const errors = Findings.filter(({ Severity }) => Severity === 'error').map(({ Code }) => Code);
  expect(errors.sort()).toEqual(['key-form', 'not-in-enum', 'unknown-argument', 'wrong-type']);
});

test('text of strangers is quoted, shortened and made visible', async () => {
  const client = await connect({ args: ['--sandbox'] });
  const { Findings } = await create(client, {
    ...SOUND,
    IntegrationResponseKey: `evil\u202e\u200b${'x'.repeat(5000)}`,
  });
  expect(Findings[0]?.Message).toContain('"evil\\u202e\\u200bxxx');
  expect(Findings[0]?.Message.length).toBeLessThan(200);
});
