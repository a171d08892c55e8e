// The facts that recordings of the conformance run settle, made from facts/recorded.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recorded } from '../src/facts/fact.ts';

interface Recording {
  readonly target: 'aws' | 'sandbox';
  readonly date: string;
  readonly experiments: readonly {
    readonly id: string;
    readonly settles: readonly string[];
    readonly verdict: 'agrees' | 'differs' | 'new';
  }[];
}

/** By fact; a fact that one of its experiments does not bear out is told to the maintainer, and stays as it is. */
export async function recordedFacts(folder: string): Promise<Readonly<Record<string, Recorded>>> {
  const settled: Record<string, Recorded> = {};
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
    const { target, date, experiments }: Recording = JSON.parse(await readFile(join(folder, file), 'utf8'));
    if (target !== 'aws') throw new Error(`${join(folder, file)} is a recording of the sandbox.`);
    for (const fact of new Set(experiments.flatMap(({ settles }) => settles))) {
      const other = experiments.find(({ settles, verdict }) => settles.includes(fact) && verdict !== 'agrees');
      if (other) console.error(`${file}: ${other.id} ${other.verdict}: mend the fact ${fact} and what rests on it.`);
      else settled[fact] = { file, date };
    }
  }
  return settled;
}
