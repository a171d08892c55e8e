// The floors of the source tree: a folder imports only what stands to its right.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = new URL('../src', import.meta.url).pathname;
const AWS_SDK = /^@(aws-sdk|smithy)\//;

/** What each floor may import: folders or files of ours, and packages. `types` may be imported as types only. */
const floors: Record<string, { ours: string[]; packages: RegExp; types?: RegExp; typesOfOurs?: string[] }> = {
  engines: { ours: ['engines'], packages: /^$/ },
  sandbox: { ours: ['sandbox'], packages: /^node:(http|crypto)$/ },
  contract: { ours: ['contract'], packages: /^zod\/v3$/, types: AWS_SDK },
  facts: { ours: ['facts'], packages: /^$/, typesOfOurs: ['contract'] },
  text: { ours: ['text'], packages: /^fastest-levenshtein$/ },
  arguments: { ours: ['arguments', 'contract', 'text'], packages: /^zod\/v3$/ },
  'api-gateway': { ours: ['api-gateway', 'contract', 'engines'], packages: /^$/ },
  aws: { ours: ['aws', 'api-gateway', 'contract', 'text'], packages: /^(@aws-sdk\/|@smithy\/|zod\/v3$|node:)/ },
  preview: {
    ours: ['preview', 'arguments', 'api-gateway', 'contract', 'engines', 'text'],
    packages: /^$/,
    types: AWS_SDK,
  },
  live: {
    ours: ['live', 'api-gateway', 'contract', 'text'],
    packages: /^node:timers\/promises$/,
    types: AWS_SDK,
    typesOfOurs: ['aws'],
  },
  'dry-run': {
    ours: ['dry-run', 'live', 'preview', 'api-gateway', 'contract', 'engines', 'text'],
    packages: /^$/,
    types: AWS_SDK,
  },
  change: { ours: ['change', 'dry-run', 'live', 'contract', 'text'], packages: /^$/, types: AWS_SDK },
  describe: {
    ours: ['describe', 'dry-run', 'live', 'api-gateway', 'contract', 'text'],
    packages: /^$/,
    types: AWS_SDK,
  },
  findings: { ours: ['findings', 'dry-run', 'arguments', 'contract'], packages: /^$/ },
  mcp: {
    ours: ['mcp', 'findings', 'api-gateway', 'contract', 'text'],
    packages: /^(node:|@modelcontextprotocol\/sdk\/|zod\/v[34]$)/,
    typesOfOurs: ['aws'],
  },
  tools: {
    ours: [
      'tools',
      'mcp/tool.ts',
      'mcp/operator-limits.ts',
      'change',
      'describe',
      'dry-run',
      'live',
      'preview',
      'arguments',
      'api-gateway',
      'contract',
      'text',
    ],
    packages: /^$/,
    types: AWS_SDK,
    typesOfOurs: ['aws'],
  },
  view: {
    ours: ['view', 'text'],
    packages: /^$/,
    types: /^@modelcontextprotocol\/ext-apps$/,
    typesOfOurs: ['contract'],
  },
  'options.ts': { ours: [], packages: /^node:util$/ },
  'serve.ts': { ours: [''], packages: /./ },
  'main.ts': { ours: [''], packages: /^node:/ },
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
