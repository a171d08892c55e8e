// The floors of the source tree: a folder imports only what stands to its right.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = new URL('../src', import.meta.url).pathname;
const AWS_SDK = /^@(aws-sdk|smithy)\//;

/** What each floor may import: folders or files of ours, and packages. `types` may be imported as types only. */
const floors: Record<string, { ours: string[]; packages: RegExp; types?: RegExp; typesOfOurs?: string[] }> = {
  java: { ours: ['java'], packages: /^$/ },
  'json-path': { ours: ['java', 'json-path'], packages: /^$/ },
  template: { ours: ['java', 'json-path', 'template'], packages: /^$/ },
  sandbox: { ours: ['sandbox'], packages: /^node:(http|crypto)$/ },
  contract: { ours: ['contract'], packages: /^(zod\/v3|fastest-levenshtein)$/, types: AWS_SDK },
  aws: { ours: ['aws', 'contract'], packages: /^(@aws-sdk\/|@smithy\/|zod\/v3$|node:)/ },
  preview: { ours: ['contract', 'java', 'json-path', 'template', 'preview'], packages: /^$/, types: AWS_SDK },
  'dry-run': {
    ours: ['contract', 'java', 'json-path', 'template', 'preview', 'dry-run'],
    packages: /^$/,
    types: AWS_SDK,
    typesOfOurs: ['aws'],
  },
  describe: {
    ours: ['contract', 'preview', 'dry-run', 'describe'],
    packages: /^node:timers\/promises$/,
    types: AWS_SDK,
    typesOfOurs: ['aws'],
  },
  tools: {
    ours: ['contract', 'preview', 'dry-run', 'describe', 'tools', 'tool.ts'],
    packages: /^$/,
    types: AWS_SDK,
    typesOfOurs: ['aws'],
  },
  guides: {
    ours: ['contract', 'dry-run', 'guides'],
    packages: /^$/,
    types: /^@modelcontextprotocol\/sdk\/types\.js$/,
    typesOfOurs: ['tool.ts'],
  },
  'client-log.ts': { ours: [], packages: /^$/ },
  'tool.ts': { ours: ['contract'], packages: /^zod\/v3$/, types: /^zod\/v3$/, typesOfOurs: ['aws'] },
  'json-schema.ts': { ours: [], packages: /^(zod\/v3|zod-to-json-schema)$/ },
  'options.ts': { ours: [], packages: /^node:util$/ },
  'stdio.ts': { ours: [], packages: /^(node:|@modelcontextprotocol\/sdk\/)/ },
  'server.ts': {
    ours: ['client-log.ts', 'contract', 'tool.ts', 'tools/tool-list.json'],
    packages: /^(@modelcontextprotocol\/sdk\/|zod\/v4$)/,
    typesOfOurs: ['guides'],
  },
  'lazy-schema.ts': { ours: [], packages: /^$/ },
  'main.ts': { ours: [''], packages: /./ },
  'launch.ts': { ours: [''], packages: /^node:/ },
};

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function offences(file: string): string[] {
  const place = relative(src, file);
  const floor = place.split('/')[0] ?? '';
  const rule = floors[floor];
  if (!rule) return [`${place}: no floor is defined for ${floor}`];
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, type, from = '', dynamic = from]) => {
    const name = dynamic;
    const allowed = name.startsWith('.')
      ? [...rule.ours, ...(type ? (rule.typesOfOurs ?? []) : [])].some((part) => {
          const target = relative(src, resolve(dirname(file), name));
          return target === part || target.startsWith(part === '' ? part : `${part}/`);
        })
      : rule.packages.test(name) || (type !== undefined && (rule.types?.test(name) ?? false));
    return allowed ? [] : [`${place} imports ${type ?? ''}${name}`];
  });
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test('every import looks down', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap((name) => offences(join(src, name)))).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  const long = files.filter((name) => readFileSync(join(src, name), 'utf8').split('\n').length > 401);
  expect(long).toEqual([]);
});
