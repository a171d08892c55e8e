// The catalogue of rules is complete, and every mechanical correction corrects.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dryRun } from '../../src/dry-run/dry-run.ts';
import { exampleSubject, soundCall } from '../../src/dry-run/example.ts';
import { type Example, type Rule, runRules } from '../../src/dry-run/rule.ts';
import { rules } from '../../src/dry-run/rules/index.ts';
import type { Wanted } from '../../src/dry-run/subject.ts';
import { facts } from '../../src/facts/facts.ts';
import { replaced } from '../support/replaced.ts';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const listed = rules.map(({ code }) => code);

test('every rule file is in the list, and nothing else', () => {
  const files = readdirSync(at('src/dry-run/rules')).flatMap((name) =>
    name === 'index.ts' ? [] : name.replace(/\.ts$/, ''),
  );
  expect(
    files.filter((name) => !listed.includes(name)),
    'not in rules/index.ts',
  ).toEqual([]);
  expect(
    listed.filter((code) => !files.includes(code)),
    'without a file of this name',
  ).toEqual([]);
  expect(new Set(listed).size, 'codes are unique').toBe(listed.length);
});

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test('has a test, a row in the catalogue and a page', () => {
    expect(existsSync(at(`test/dry-run/rules/${code}.test.ts`)), `test/dry-run/rules/${code}.test.ts`).toBe(true);
    expect(readFileSync(at('docs/findings/README.md'), 'utf8').includes(`(${code}.md)`), 'run npm run docs').toBe(true);
    expect(existsSync(at(`docs/findings/${code}.md`)), 'run npm run docs').toBe(true);
  });

  test('says what, why and what to do, and rests on the table of facts', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const fact of rule.facts) expect(facts).toHaveProperty([fact.id], fact);
    const grounds = new Set(rule.facts.map(({ basis }) => basis));
    if (grounds.size > 1) for (const basis of grounds) expect(rule.why, `says what is ${basis}`).toMatch(SAID[basis]);
    const found = runRules([rule], exampleSubject(rule.example, rule.example.refused));
    expect(found.length).toBeGreaterThan(0);
    for (const { Message, Why, Fix } of found) {
      for (const text of [Message, Why, Fix]) expect(text).toMatch(/^\S.*[.!?]$/s);
      expect(Message.length).toBeLessThan(400);
    }
  });
});

/** How the text of a rule with halves of different grounds says which is which. */
const SAID = {
  documented: /document|guide|model|RFC|Java|Velocity/i,
  observed: /observed|seen/i,
  inferred: /inferred|not published|follows/i,
} as const;

/** Once an id is right, the reads that failed for it succeed. */
const healed = ({ live }: Example): Pick<Example, 'live'> => ({ live: { ...live, failures: [] } });

function corrects(rule: Rule): boolean | undefined {
  const { example } = rule;
  const args: Wanted = { ...soundCall, ...example.refused };
  const before = dryRun(exampleSubject(example, args));
  const finding = before.find(({ Code, Replace }) => Code === rule.code && Replace !== undefined);
  if (!finding) return undefined;
  const after = dryRun(exampleSubject(healed(example), replaced(args, finding)));
  const places = new Set(before.map(({ Code, Path }) => Code + JSON.stringify(Path)));
  return after.every(
    ({ Code, Path }) => places.has(Code + JSON.stringify(Path)) && (Code !== rule.code || before.length > after.length),
  );
}

test('applying Replace at Path removes the finding and adds none', () => {
  const tried = rules.flatMap((rule) => {
    const result = corrects(rule);
    return result === undefined ? [] : [{ code: rule.code, result }];
  });
  const failed = tried.filter(({ result }) => !result).map(({ code }) => code);
  process.stdout.write(`fix-it rate: ${tried.length - failed.length} of ${tried.length} rules with a Replace\n`);
  expect(failed).toEqual([]);
  expect(tried.length).toBeGreaterThan(10);
});
