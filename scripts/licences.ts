// The licence texts and notices of every package that is in the bundles.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const TEXT = /^(?:licen[cs]e|notice|copying)(?:[.-].*)?$/i;

/** Folders of the packages of which some byte is in an output of these builds, in order. */
const bundled = (metafiles: readonly Metafile[]): string[] => {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    );
  return [...new Set(inputs.flatMap((path) => PACKAGE.exec(path)?.[1] ?? []))].sort();
};

/** Each text once, below the packages it is of; throws where a package has none, and none by the same authors has its licence. */
export async function licences(metafiles: readonly Metafile[]): Promise<string> {
  const packages = await Promise.all(bundled(metafiles).map(read));
  const byText = new Map<string, string[]>();
  for (const { name, version, license, text } of packages) {
    const own =
      text || packages.find((each) => each.text && each.license === license && scope(each.name) === scope(name))?.text;
    if (!own) throw new Error(`${name} ${version} has no licence text`);
    byText.set(own, [...(byText.get(own) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...byText].map(([text, names]) => `## ${names.join('\n## ')}\n\n${text}\n`);
  return `integration-response-mcp contains the following packages.\n\n${parts.join('\n')}`;
}

const scope = (name: string) => name.split('/')[0];

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

async function read(folder: string): Promise<Package> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => TEXT.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return { name, version, license, text: texts.map((text) => text.trim()).join('\n\n') };
}
