// Bundles the server: one file for start-up with its code cache, a chunk for whatever is first needed later.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { lazySdkSchemas } from './lazy-sdk-schemas.ts';
import { licences } from './licences.ts';

const outdir = process.argv[2] ?? 'dist';

/** What src/later.ts imports, by the name of its bundle. */
const later: Record<string, string> = {};

const importLater: Plugin = {
  name: 'import-later',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, resolveDir, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = relative('src', join(resolveDir, path));
      const name = file.replace(/\.ts$/, '').replaceAll(sep, '-');
      later[name] = join('src', file);
      return { path: `./${name}.mjs`, external: true };
    });
  },
};

const sdkParts: Plugin = {
  name: 'sdk-parts',
  setup({ onLoad }) {
    // The default validator (ajv) is never made, since the server is given its own (src/mcp/server.ts).
    onLoad({ filter: /sdk\/dist\/esm\/validation\/ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    }));
    onLoad({ filter: /sdk\/dist\/esm\/types\.js$/ }, async ({ path }) => ({
      contents: lazySdkSchemas(await readFile(path, 'utf8')),
    }));
  },
};

const common = {
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  metafile: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'linked',
  logLevel: 'warning',
} as const satisfies BuildOptions;

await rm(outdir, { recursive: true, force: true });
const start = await build({
  ...common,
  entryPoints: { main: 'src/main.ts', serve: 'src/serve.ts' },
  external: ['./serve.js'],
  format: 'cjs',
  plugins: [importLater, sdkParts],
});
const parts = await build({
  ...common,
  entryPoints: { ...later, thread: 'src/work/thread.ts' },
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
await writeFile(`${outdir}/LICENCES.txt`, await licences([start.metafile, parts.metafile]));
// Node starts CommonJS sooner than modules, and V8 takes a code cache for scripts only.
await writeFile(`${outdir}/package.json`, '{"type":"commonjs"}\n');
await chmod(`${outdir}/main.js`, 0o755);
await makeCodeCache();

/** For the Node that builds; another Node starts without one. */
async function makeCodeCache(): Promise<void> {
  const outfile = join(outdir, 'code-cache.cjs');
  await build({ bundle: true, platform: 'node', format: 'cjs', entryPoints: ['scripts/code-cache.ts'], outfile });
  execFileSync(process.execPath, [outfile, resolve(outdir)], { stdio: ['pipe', 'ignore', 'inherit'] });
  await rm(outfile);
}

/** The view as one page that asks the network for nothing: its policy allows this script and this style sheet alone. */
async function viewPage(): Promise<string> {
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
  const [script = '', style = ''] = outputFiles.map(({ text }) => text.trim());
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
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
