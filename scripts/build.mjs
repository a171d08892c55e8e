// Bundles the server: one file for start-up with its code cache, a chunk for whatever is first needed later.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const outdir = process.argv[2] ?? 'dist';

/** Loaded at their first use. */
const later = {
  tools: 'src/tools/index.ts',
  guides: 'src/mcp/guides/guides.ts',
  gateway: 'src/aws/sdk-gateway.ts',
  sandbox: 'src/sandbox/start-sandbox.ts',
};

const importLater = {
  name: 'import-later',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, resolveDir, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const [name] = Object.entries(later).find(([, file]) => resolve(file) === resolve(resolveDir, path)) ?? [];
      return { path: `./${name}.mjs`, external: true };
    });
  },
};

/** A declaration of types.js, up to the line that ends it. */
const SCHEMA = /^((?:export )?const \w+ = )((?:z|\w+Schema)\b[\s\S]*?);\n(?=[^\s}])/gm;

/**
 * The MCP SDK's default validator (ajv) is never made, since the server is given its own. Its schemas are built when they
 * are used, and those that nothing uses are left out.
 */
const sdkParts = {
  name: 'sdk-parts',
  setup({ onLoad }) {
    onLoad({ filter: /sdk\/dist\/esm\/validation\/ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    }));
    onLoad({ filter: /sdk\/dist\/esm\/types\.js$/ }, async ({ path }) => {
      const lazy = (await readFile(path, 'utf8')).replace(SCHEMA, '$1/* @__PURE__ */ lazySchema(() => $2);\n');
      return { contents: `import { lazySchema } from ${JSON.stringify(resolve('scripts/lazy-schema.ts'))};\n${lazy}` };
    });
  },
};

const common = {
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'linked',
  logLevel: 'warning',
};

await rm(outdir, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: { main: 'src/main.ts', serve: 'src/serve.ts' },
  external: ['./serve.js'],
  format: 'cjs',
  plugins: [importLater, sdkParts],
});
await build({
  ...common,
  entryPoints: later,
  outExtension: { '.js': '.mjs' },
  splitting: true,
  format: 'esm',
  chunkNames: '[name]-[hash]',
  // Bundled CommonJS packages call require for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
});
await writeFile(`${outdir}/view.html`, await viewPage());
// Node starts CommonJS sooner than modules, and V8 takes a code cache for scripts only.
await writeFile(`${outdir}/package.json`, '{"type":"commonjs"}\n');
await chmod(`${outdir}/main.js`, 0o755);
execFileSync(process.execPath, ['scripts/code-cache.cjs', resolve(outdir)], { stdio: ['pipe', 'ignore', 'inherit'] });

/** The view as one page that asks the network for nothing: its policy allows this script and this style sheet alone. */
async function viewPage() {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    entryPoints: ['src/view/main.ts', 'src/view/style.css'],
    outdir: 'view',
    write: false,
  });
  const [script, style] = outputFiles.map(({ text }) => text.trim());
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<title>Integration responses</title>',
    `<style>${style}</style>`,
    '<body>',
    `<script type="module">${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
