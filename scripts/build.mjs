// Bundles src/main.ts: one file for start-up, a chunk for whatever is first needed later.
import { chmod, rm } from 'node:fs/promises';
import { build } from 'esbuild';

/** The MCP SDK's default validator (ajv). The server is given its own, so the default is never made. */
const withoutDefaultValidator = {
  name: 'without-default-validator',
  setup({ onLoad }) {
    onLoad({ filter: /sdk\/dist\/esm\/validation\/ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    }));
  },
};

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { main: 'src/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'linked',
  chunkNames: '[name]-[hash]',
  // Bundled CommonJS packages call require for Node's own modules.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  plugins: [withoutDefaultValidator],
  logLevel: 'warning',
});
await chmod('dist/main.js', 0o755);
