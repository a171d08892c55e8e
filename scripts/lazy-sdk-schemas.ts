// Start-up: the MCP SDK declares some 160 schemas when its types.js is imported, and a session parses with a few dozen. Each is
// built when it is first used, and those that nothing uses are left out of the bundle. (@modelcontextprotocol/sdk 1.32; the
// 2.x packages split their types, which would end the need for this.)
import { resolve } from 'node:path';

/** A declaration of a schema, up to the line that ends it. */
const SCHEMA = /^((?:export )?const \w+ = )((?:z|\w+Schema)\b[\s\S]*?);\n(?=[^\s}])/gm;
/** What must have become lazy, told by its name alone. */
const DECLARED = /^(?:\w+ )*\w+Schema(?= = )/gm;

/** The source of types.js with lazy schemas; throws when the SDK declares any in a way that is not seen here. */
export function lazySdkSchemas(source: string): string {
  const declared = source.match(DECLARED)?.length ?? 0;
  let seen = 0;
  const lazy = source.replace(SCHEMA, (_, declaration: string, schema: string) => {
    seen += 1;
    return `${declaration}/* @__PURE__ */ lazySchema(() => ${schema});\n`;
  });
  if (seen === 0 || seen !== declared) {
    throw new Error(
      `The MCP SDK declares ${declared} schemas in types.js, of which ${seen} were made lazy. See scripts/lazy-sdk-schemas.ts.`,
    );
  }
  return `import { lazySchema } from ${JSON.stringify(resolve('scripts/lazy-schema.ts'))};\n${lazy}`;
}
