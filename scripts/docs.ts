// Regenerates what is made from the code: the tool list, the manifests, sections between markers, pages, the picture of the demo.
// With --check it only compares.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ZodTypeAny } from 'zod/v3';
import { errorCauses } from '../src/aws/explain.ts';
import recordings from '../src/facts/recorded.json' with { type: 'json' };
import { catalogue, findingPages } from '../src/findings/finding-page.ts';
import { table } from '../src/findings/markdown.ts';
import { VIEW_URI } from '../src/mcp/view.ts';
import { OPTIONS } from '../src/options.ts';
import { tools } from '../src/tools/index.ts';
import { demoPicture } from './demo-picture.ts';
import { fullSchema, inputSchema, outputSchema } from './json-schema.ts';
import { manifest, registryEntry } from './published.ts';
import { recordedFacts } from './recorded-facts.ts';
import { sandboxMessages } from './sandbox-messages.ts';
import { whatAwsDoes } from './what-aws-does.ts';

const check = process.argv.includes('--check');
const folder = 'docs/findings';
let stale = 0;

const toolList = {
  tools: tools.map(({ name, title, description, annotations, view, input, output }) => ({
    name,
    title,
    description,
    inputSchema: inputSchema(input),
    outputSchema: outputSchema(output),
    annotations,
    ...(view && { _meta: { ui: { resourceUri: VIEW_URI } } }),
  })),
};
await generated('src/mcp/tool-list.json', `${JSON.stringify(toolList, null, 2)}\n`);

await generated('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
await generated('server.json', `${JSON.stringify(registryEntry, null, 2)}\n`);
const workflow = 'examples/github-actions.yml';
const pinned = (await readFile(workflow, 'utf8')).replace(/(?<= integration-response-mcp@)[\d.]+/g, manifest.version);
await generated(workflow, pinned);

await withSections('README.md', {
  tools: table(
    ['tool', ''],
    tools.map(({ name, title }) => [`[\`${name}\`](docs/tools.md#${name})`, title]),
  ),
  options: table(
    ['flag', 'does'],
    Object.entries(OPTIONS).map(([flag, option]: [string, { takes?: string; does: string }]) => [
      `\`--${[flag, option.takes].filter(Boolean).join(' ')}\``,
      option.does,
    ]),
  ),
});
await generated('docs/tools.md', `# Tools\n\n${tools.map(toolReference).join('\n\n')}\n`);
await withSections('docs/errors.md', {
  errors: table(
    ['`Error.Type`', 'when'],
    Object.entries(errorCauses).map(([type, cause]) => [`\`${type}\``, cause]),
  ),
});

const pages = new Map([
  ['README.md', `# Findings\n\n${catalogue((code) => `${code}.md`)}\n`],
  ...[...findingPages].map(([code, page]) => [`${code}.md`, page()] as const),
]);
for (const [name, text] of pages) await generated(`${folder}/${name}`, text);
for (const name of await readdir(folder)) if (!pages.has(name)) await removed(`${folder}/${name}`);

const recorded = `${JSON.stringify(await recordedFacts('facts/recorded'), null, 2)}\n`;
if (recorded !== `${JSON.stringify(recordings, null, 2)}\n`)
  console.error('The recordings have changed: run npm run docs once more.');
await generated('src/facts/recorded.json', recorded);
await generated('docs/what-aws-does.md', await whatAwsDoes());
await generated('docs/sandbox-messages.md', sandboxMessages());
await generated('docs/demo.svg', demoPicture());

if (check && stale > 0) {
  console.error('Generated files are not current: run npm run docs.');
  process.exitCode = 1;
}

async function generated(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return;
  if (check) {
    console.error(`${path} is not current`);
    stale += 1;
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function removed(path: string): Promise<void> {
  stale += 1;
  if (check) console.error(`${path} belongs to no rule`);
  else await rm(path);
}

/** Puts each text between the markers of its name. */
async function withSections(path: string, sections: Readonly<Record<string, string>>): Promise<void> {
  let page = await readFile(path, 'utf8');
  for (const [name, text] of Object.entries(sections)) {
    const markers = new RegExp(`(<!-- ${name}:start -->\n)[^]*(<!-- ${name}:end -->)`);
    if (!markers.test(page)) throw new Error(`${path} has no section ${name}`);
    page = page.replace(markers, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
  }
  await generated(path, page);
}

function toolReference({ name, description, input, output }: (typeof tools)[number]): string {
  const fields = (schema: ZodTypeAny) => {
    const { properties, required = [] } = fullSchema(schema) as {
      properties: Record<string, Schema>;
      required?: string[];
    };
    return Object.entries(properties).map(([field, member]) => ({ field, member, required: required.includes(field) }));
  };
  const args = fields(input).map(({ field, member, required }) => [
    `\`${field}\`${required ? ' *' : ''}`,
    typeOf(member),
    member.description ?? '',
  ]);
  const results = fields(output).map(({ field, member, required }) => [
    `\`${field}\`${required ? ' *' : ''}`,
    typeOf(member),
  ]);
  return `## ${name}\n\n${description}\n\n${table(['argument', 'type', ''], args)}\n\n${table(['result', 'type'], results)}`;
}

interface Schema {
  readonly type?: string | string[];
  readonly enum?: string[];
  readonly items?: Schema;
  readonly properties?: Record<string, Schema>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: string[];
  readonly description?: string;
}

function typeOf({ type, enum: options, items, properties, additionalProperties, required = [] }: Schema): string {
  if (options) return options.map((option) => `\`"${option}"\``).join(' or ');
  if (type === 'array') {
    const item = typeOf(items ?? {});
    return item.includes(' or ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
  }
  if (properties) {
    const members = Object.entries(properties).map(
      ([name, member]) => `${name}${required.includes(name) ? '' : '?'}: ${typeOf(member)}`,
    );
    return `{ ${members.join(', ')} }`;
  }
  if (additionalProperties === true) return 'map of any';
  if (typeof additionalProperties === 'object') return `map of ${typeOf(additionalProperties)}`;
  return Array.isArray(type) ? type.join(' or ') : (type ?? 'any');
}
