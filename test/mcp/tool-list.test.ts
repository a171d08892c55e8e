// What every host reads at every session.
import { expect, test } from 'vitest';
import toolList from '../../src/mcp/tool-list.json' with { type: 'json' };
import { tools } from '../../src/tools/index.ts';
import { connect } from '../support/connect.ts';

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

test('the whole answer to tools/list is the one kept in the repository', async () => {
  const client = await connect();
  expect(await client.listTools()).toEqual(toolList);
  expect(toolList.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
});

test('it is small: all tools 13,500 bytes, description and arguments of the create tool 4,000', () => {
  expect(bytes(toolList)).toBeLessThanOrEqual(13_500);
  const create = toolList.tools.find(({ name }) => name === 'create_integration_response');
  expect(bytes(create?.description) + bytes(create?.inputSchema)).toBeLessThanOrEqual(4000);
});

test.each(toolList.tools)(
  '$name: flat, plain schemas and all four annotations',
  ({ inputSchema, outputSchema, annotations }) => {
    for (const schema of [inputSchema, outputSchema]) {
      expect(schema.type).toBe('object');
      expect(Object.keys(schema)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(anyOf|oneOf|allOf|not)$/)]),
      );
      expect(Object.keys(schema.properties)).toContain(schema === inputSchema ? 'Region' : 'Status');
      visit(schema);
    }
    expect(Object.values(annotations)).toHaveLength(4);
  },
);

/** No `$ref`, no format, no empty schema of a map; arrays say what they hold; patterns compile as hosts compile them. */
function visit(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  expect(Object.keys(schema)).not.toContain('$ref');
  const { type, items, pattern, format } = schema as Record<string, unknown>;
  expect(typeof format).not.toBe('string');
  expect((schema as Record<string, unknown>)['additionalProperties']).not.toEqual({});
  if (type === 'array') expect(items).toBeDefined();
  if (typeof pattern === 'string') expect(() => new RegExp(pattern, 'u')).not.toThrow();
  for (const part of Object.values(schema)) visit(part);
}

test('instructions are short', async () => {
  const client = await connect();
  expect(client.getInstructions()?.length).toBeLessThan(2000);
});
