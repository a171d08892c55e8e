// zod -> the JSON Schema that hosts see. The one place where schemas are converted.
import type { ZodTypeAny } from 'zod/v3';
import { zodToJsonSchema } from 'zod-to-json-schema';

type JsonSchema = Readonly<Record<string, unknown>>;

/** A flat object schema of arguments: no `$ref`, no `$schema`, no root combinator. */
export function inputSchema(schema: ZodTypeAny): JsonSchema {
  const { $schema: _, ...root } = zodToJsonSchema(schema, { $refStrategy: 'none' }) as JsonSchema;
  return JSON.parse(JSON.stringify(root, openMap));
}

/** A map of anything as `true`: the Inspector's strict check and some hosts' converters take no empty schema there. */
const openMap = (key: string, value: unknown): unknown =>
  key === 'additionalProperties' && JSON.stringify(value) === '{}' ? true : value;

/**
 * The members of a result, one level deep: every session pays for the list of tools, and a result explains itself. What
 * lies deeper is in docs/tools.md.
 */
export function outputSchema(schema: ZodTypeAny): JsonSchema {
  const { properties, ...root } = inputSchema(schema);
  const outline = Object.entries(properties as Record<string, JsonSchema>).map(([name, member]) => [
    name,
    shallow(member),
  ]);
  return { ...root, properties: Object.fromEntries(outline) };
}

function shallow(member: JsonSchema): JsonSchema {
  if (member['type'] === 'object') return { type: 'object' };
  if (member['type'] === 'array') return { type: 'array', items: shallow(member['items'] as JsonSchema) };
  return member;
}
