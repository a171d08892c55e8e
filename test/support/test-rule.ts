// One rule over a table, as the dry run tells of it: silent cases and found ones, by place and replacement; texts where they
// depend on what is seen.
import { describe, expect, test } from 'vitest';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject } from '../../src/dry-run/example.ts';
import type { Rule } from '../../src/dry-run/rule.ts';
import type { Wanted } from '../../src/dry-run/subject.ts';
import type { Snapshot } from '../../src/live/snapshot.ts';

interface Case {
  readonly name?: string;
  /** Laid over the sound call. */
  readonly wanted?: Wanted;
  /** Laid over the sound live state. */
  readonly live?: Partial<Snapshot>;
}

interface FoundCase extends Case {
  /** Place and replacement of each problem, in order; texts only where they matter. */
  readonly problems: readonly {
    readonly Path: readonly (string | number)[];
    readonly Line?: number;
    readonly Column?: number;
    readonly Replace?: unknown;
    readonly Message?: string;
    readonly Fix?: string;
    readonly Why?: string;
  }[];
}

const title = ({ name, wanted, live }: Case) => name ?? JSON.stringify({ ...wanted, ...live }).slice(0, 100);

export function testRule(
  rule: Rule,
  { silent, found }: { readonly silent: readonly Case[]; readonly found: readonly FoundCase[] },
): void {
  const check = (item: Pick<Case, 'live'>, wanted: Wanted = {}) =>
    dryRun(exampleSubject(item, wanted))
      .filter(({ Code }) => Code === rule.code)
      .map(({ Code, Severity, Basis, Source, ...problem }) => problem);
  describe(rule.code, () => {
    test.each(silent.map((item) => [title(item), item] as const))('silent: %s', (_, item) => {
      expect(check(item, item.wanted)).toEqual([]);
    });
    test.each(found.map((item) => [title(item), item] as const))('found: %s', (_, item) => {
      const problems = check(item, item.wanted);
      expect(problems.map(({ Message, Fix, Why, ...place }) => place)).toEqual(
        item.problems.map(({ Message, Fix, Why, ...place }) => place),
      );
      expect(problems).toMatchObject(item.problems);
    });
    test('its example is found, and silent once corrected', () => {
      const { example } = rule;
      expect(check(example, example.refused)).not.toEqual([]);
      if (example.corrected) {
        const healed = { ...example, live: { ...example.live, failures: [] } };
        expect(check(healed, example.corrected)).toEqual([]);
      }
    });
  });
}
