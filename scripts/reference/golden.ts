import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from './java-process.ts';

/** A recorded case. `jayway` marks rows that follow a later Jayway JsonPath than the one of the reference. */
export type GoldenRow = Case & { readonly jayway?: string; readonly output?: string; readonly error?: string };

const GOLDEN_FOLDER = join(import.meta.dirname, '../../test/engines/velocity/golden');

/** The files of the table, by path. */
export function readGolden(): Map<string, GoldenRow[]> {
  const names = readdirSync(GOLDEN_FOLDER).filter((name) => name.endsWith('.jsonl'));
  return new Map(
    names.map((name) => {
      const path = join(GOLDEN_FOLDER, name);
      const lines = readFileSync(path, 'utf8').trim().split('\n');
      return [path, lines.map((line) => JSON.parse(line) as GoldenRow)];
    }),
  );
}
