// The page of facts, made from the table of facts and from the places in the code that rest on its rows.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Fact } from '../src/facts/fact.ts';
import { topics } from '../src/facts/facts.ts';
import { table } from '../src/findings/markdown.ts';

const HEAD = `# What AWS does, and how we know

Every finding and every note of a preview rests on a row of this page.

- **documented**: AWS, or the specification named, says so.
- **observed**: it was seen at work on AWS, on the day given where it is known. Where the record is not public, the source is the page of the feature.
- **inferred**: nothing is published; the row says what this server assumes.

A row on REST APIs, or on other operations, is a strong hint for WebSocket APIs, and no proof. A [conformance run](conformance.md) settles rows.
`;

export async function whatAwsDoes(): Promise<string> {
  const users = await usersOfFacts();
  const sections = Object.entries(topics).map(([topic, facts]) => {
    const rows = Object.values<Fact>(facts).map((fact) => row(fact, users.get(fact.id) ?? []));
    return `## ${topic}\n\n${table(['what', 'how sure', 'source', 'what rests on it'], rows)}\n`;
  });
  return `${HEAD}\n${sections.join('\n')}`;
}

function row(fact: Fact, users: readonly string[]): string[] {
  const { id, statement, basis, on, date, assumed, source, passage, more = [] } = fact;
  const where = [on && `on ${on}`, date].filter(Boolean).join(', ');
  const sources = [`[${passage ?? 'source'}](${source})`, ...more.map((address) => `[also](${address})`)];
  return [
    `<a id="${id}"></a>${statement}${assumed ? ` *Assumed:* ${assumed}` : ''}`,
    where ? `${basis}, ${where}` : basis,
    sources.join(', '),
    users.join(', '),
  ];
}

/** The rules and the steps of the preview that name a fact, by its id. */
async function usersOfFacts(): Promise<Map<string, readonly string[]>> {
  const users = new Map<string, readonly string[]>();
  const add = (id: string, user: string) => users.set(id, [...new Set([...(users.get(id) ?? []), user])]);
  for (const path of await readdir('src', { recursive: true })) {
    if (!path.endsWith('.ts') || path.startsWith('facts/')) continue;
    const code = await readFile(join('src', path), 'utf8');
    const isRule = path.startsWith('dry-run/rules/');
    for (const [, step, id = ''] of code.matchAll(/(?:'([a-z ]+)',\s*(?:\w+ \? )?)?facts\['([a-z0-9-]+)'\]/g)) {
      const rule = basename(path, '.ts');
      add(id, isRule ? `[\`${rule}\`](findings/${rule}.md)` : step ? `preview: ${step}` : `\`${path}\``);
    }
  }
  return users;
}
