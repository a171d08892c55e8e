// zod -> the JSON Schema that hosts see. The one place where schemas are converted. Every session pays for the list of tools:
// what the server checks and explains by itself is left out where an agent has no use for it.
import { z } from 'zod/v3';
import { type Options, zodToJsonSchema } from 'zod-to-json-schema';

type JsonSchema = Readonly<Record<string, unknown>>;

function convert(schema: z.ZodTypeAny, options: Partial<Options> = {}): JsonSchema {
  const { $schema: _, ...root } = zodToJsonSchema(schema, { $refStrategy: 'none', ...options }) as JsonSchema;
  return JSON.parse(JSON.stringify(root, openMap));
}

/** A map of anything as `true`: the Inspector's strict check and some hosts' converters take no empty schema there. */
const openMap = (key: string, value: unknown): unknown =>
  key === 'additionalProperties' && JSON.stringify(value) === '{}' ? true : value;

/** The whole schema: no `$ref`, no `$schema`, no root combinator. */
export const fullSchema = (schema: z.ZodTypeAny): JsonSchema => convert(schema);

/** The arguments. An object within that has a description is told by it alone; that an id is not empty goes without saying. */
export const inputSchema = (schema: z.ZodTypeAny): JsonSchema =>
  convert(schema, {
    postProcess(json, def, { currentPath }) {
      if (!json) return json;
      if (currentPath.length > 1 && def.description && 'properties' in json) return { type: 'object' } as typeof json;
      if (!('minLength' in json) || json.minLength !== 1) return json;
      const { minLength: _, ...rest } = json;
      return rest as typeof json;
    },
  });

/** What every result begins with: a result explains itself, and docs/tools.md has the rest. */
export function outputSchema({ shape }: z.ZodObject<z.ZodRawShape>): JsonSchema {
  const { Status, Summary } = shape;
  const { additionalProperties: _, ...root } = convert(z.object({ Status, Summary } as z.ZodRawShape));
  return root;
}
