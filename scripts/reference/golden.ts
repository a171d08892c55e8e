import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case, Phase } from './java-process.ts';

/**
 * A recorded case. `jayway` marks rows that follow a later Jayway JsonPath than the one of the reference, `place` those
 * where our line and column are nearer to the fault than the ones in Java's message.
 */
export interface GoldenRow extends Case {
  readonly jayway?: string;
  readonly place?: readonly [line: number, column: number];
  readonly output?: string;
  readonly error?: string;
  readonly phase?: Phase;
}

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
