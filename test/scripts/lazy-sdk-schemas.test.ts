// The build's hold on the MCP SDK: all of its schemas become lazy, or the build stops.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lazySdkSchemas } from '../../scripts/lazy-sdk-schemas.ts';

const types = readFileSync(fileURLToPath(import.meta.resolve('@modelcontextprotocol/sdk/types.js')), 'utf8');

test('every schema that the installed SDK declares is built when it is used', () => {
  const lazy = lazySdkSchemas(types);
  expect(lazy.match(/lazySchema\(\(\) =>/g)).toHaveLength(types.match(/^(export )?const \w+Schema = /gm)?.length ?? -1);
});

test.each([
  [
    'declared in another way',
    types.replace('export const RequestIdSchema = z.', 'export const RequestIdSchema = union(z).'),
  ],
  ['declared as var', types.replaceAll(/^export const (?=\w+Schema)/gm, 'export var ')],
  ['declared elsewhere', "export * from './schemas.js';\n"],
])('a schema that is %s stops the build', (_, source) => {
  expect(source).not.toBe(types);
  expect(() => lazySdkSchemas(source)).toThrow('schemas');
});
