// The floors of the source tree: a folder imports only what stands to its right.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = new URL('../src', import.meta.url).pathname;
const AWS_SDK = /^@(aws-sdk|smithy)\//;

/** What all engines may import. */
const SHARED = ['engines/budget.ts', 'engines/limit-error.ts', 'engines/once-per.ts', 'engines/recently.ts'];

/** What each floor may import: folders or files of ours, and packages. `types` may be imported as types only. */
const floors: Record<string, { ours: string[]; packages: RegExp; types?: RegExp; typesOfOurs?: string[] }> = {
  'engines/once-per.ts': { ours: [], packages: /^$/ },
  'engines/recently.ts': { ours: [], packages: /^$/ },
  'engines/limit-error.ts': { ours: [], packages: /^$/ },
  'engines/budget.ts': { ours: ['engines/limit-error.ts'], packages: /^$/ },
  'engines/java-regex': { ours: [...SHARED, 'engines/java-regex'], packages: /^$/ },
  'engines/java': { ours: [...SHARED, 'engines/java', 'engines/java-regex'], packages: /^$/ },
  'engines/json-path': {
    ours: [...SHARED, 'engines/json-path', 'engines/java', 'engines/java-regex'],
    packages: /^$/,
  },
  'engines/velocity': { ours: [...SHARED, 'engines/velocity', 'engines/java'], packages: /^$/ },
  'engines/mapping-template': {
    ours: [...SHARED, 'engines/mapping-template', 'engines/velocity', 'engines/json-path', 'engines/java'],
    packages: /^$/,
  },
  sandbox: { ours: ['sandbox'], packages: /^node:(http|crypto|stream)$/ },
  contract: { ours: ['contract'], packages: /^zod\/v3$/, types: AWS_SDK },
  facts: { ours: ['facts', '../package.json'], packages: /^$/, typesOfOurs: ['contract'] },
  text: { ours: ['text'], packages: /^fastest-levenshtein$/ },
  arguments: { ours: ['arguments', 'facts', 'contract', 'text'], packages: /^zod\/v3$/ },
  'api-gateway': { ours: ['api-gateway', 'contract', 'engines'], packages: /^$/ },
  aws: { ours: ['aws', 'api-gateway', 'contract', 'text'], packages: /^(@aws-sdk\/|@smithy\/|zod\/v3$|node:)/ },
  preview: {
    ours: ['preview', 'live', 'arguments', 'api-gateway', 'facts', 'contract', 'engines', 'text'],
    packages: /^$/,
    types: AWS_SDK,
  },
  live: {
    ours: ['live', 'api-gateway', 'contract', 'text'],
    packages: /^node:timers\/promises$/,
    types: AWS_SDK,
    typesOfOurs: ['aws'],
  },
  converse: {
    ours: ['converse', 'live', 'preview', 'facts', 'api-gateway', 'contract', 'text'],
    packages: /^ws$/,
    types: AWS_SDK,
    typesOfOurs: ['aws', 'change'],
  },
  'data-plane': {
    ours: ['data-plane', 'sandbox', 'preview', 'api-gateway', 'contract', 'engines'],
    packages: /^(ws|node:(http|https|crypto|stream))$/,
    types: AWS_SDK,
  },
  'dry-run': {
    ours: ['dry-run', 'live', 'preview', 'api-gateway', 'facts', 'contract', 'engines', 'text'],
    packages: /^$/,
    types: AWS_SDK,
  },
  change: {
    ours: ['change', 'dry-run', 'live', 'api-gateway', 'contract', 'text'],
    packages: /^node:timers\/promises$/,
    types: AWS_SDK,
    typesOfOurs: ['aws'],
  },
  describe: {
    ours: ['describe', 'dry-run', 'live', 'api-gateway', 'contract', 'engines/budget.ts', 'text'],
    packages: /^$/,
    types: AWS_SDK,
  },
  findings: { ours: ['findings', 'change', 'dry-run', 'facts', 'contract'], packages: /^$/ },
  mcp: {
    ours: ['mcp', 'work/exhausted-error.ts', 'findings', 'api-gateway', 'facts', 'contract', 'text'],
    packages: /^(node:|@modelcontextprotocol\/sdk\/|zod\/v[34]$)/,
    typesOfOurs: ['aws', 'work'],
  },
  tools: {
    ours: [
      'tools',
      'mcp/tool.ts',
      'mcp/operator-limits.ts',
      'work/exhausted-error.ts',
      'facts',
      'change',
      'converse',
      'facts',
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
    types: /^(@aws-sdk\/|@smithy\/|zod\/v3$)/,
    typesOfOurs: ['aws'],
  },
  work: {
    ours: ['work', 'change', 'describe', 'preview', 'contract'],
    packages: /^node:(os|worker_threads)$/,
  },
  view: {
    ours: ['view', 'text'],
    packages: /^$/,
    types: /^@modelcontextprotocol\/ext-apps$/,
    typesOfOurs: ['contract'],
  },
  'options.ts': { ours: ['mcp/tool-list.json', 'text'], packages: /^node:util$/ },
  'serve.ts': { ours: [''], packages: /./ },
  'later.ts': { ours: [''], packages: /^node:/ },
  'code-cache.ts': { ours: [], packages: /^node:/ },
  'main.ts': { ours: [''], packages: /^node:/ },
};

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

interface Import {
  readonly name: string;
  readonly isType: boolean;
  /** The file of ours that it names. */
  readonly target: string | undefined;
}

function importsOf(place: string): Import[] {
  const file = join(src, place);
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, type, from = '', name = from]) => ({
    name,
    isType: type !== undefined,
    target: name.startsWith('.') ? relative(src, resolve(dirname(file), name)) : undefined,
  }));
}

const isIn = (target: string, part: string): boolean =>
  target === part || target.startsWith(part === '' ? part : `${part}/`);

function offences(place: string): string[] {
  const floor = Object.keys(floors).find((part) => isIn(place, part));
  const rule = floor === undefined ? undefined : floors[floor];
  if (!rule) return [`${place}: no floor is defined for it`];
  return importsOf(place).flatMap(({ name, isType, target }) => {
    const allowed =
      target === undefined
        ? rule.packages.test(name) || (isType && (rule.types?.test(name) ?? false))
        : [...rule.ours, ...(isType ? (rule.typesOfOurs ?? []) : [])].some((part) => isIn(target, part));
    return allowed ? [] : [`${place} imports ${isType ? 'type ' : ''}${name}`];
  });
}

/** A way from a file back to itself, types included; undefined where there is none. */
function circle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of graph.get(file) ?? []) {
      const found = visit(target, [...way, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const found = visit(file, []);
    if (found) return found;
  }
  return undefined;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test('every import looks down', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(offences)).toEqual([]);
});

test('no file is reached through itself', () => {
  const graph = new Map(files.map((name) => [name, importsOf(name).flatMap(({ target }) => target ?? [])]));
  expect(circle(graph)).toBeUndefined();
});

test('no file is longer than 400 lines', () => {
  const long = files.filter((name) => readFileSync(join(src, name), 'utf8').split('\n').length > 401);
  expect(long).toEqual([]);
});
