// Compares the template engine with Apache Velocity 1.7, where Debian's packages of it are installed.
//   npm run reference                       records the golden table anew and compares the engine with it
//   npm run reference -- --fuzz N --seed S  compares N generated templates; differences are printed, made small
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { renderCase } from './reference/engine.ts';
import { generateCase } from './reference/generate.ts';
import { type GoldenRow, readGolden } from './reference/golden.ts';
import { type Answer, type Case, type Reference, startReference } from './reference/java-process.ts';
import { Random } from './reference/random.ts';
import { shrink } from './reference/shrink.ts';
import { agree, judge, type Verdict } from './reference/verdict.ts';

/** Questions on their way to the reference at one time. */
const BATCH = 500;

/** Differences to print before giving up. */
const MAX_DIFFERENCES = 20;

async function record(reference: Reference): Promise<number> {
  let differences = 0;
  for (const [path, rows] of readGolden()) {
    const recorded = await Promise.all(rows.map((row) => recordRow(reference, row)));
    writeFileSync(path, recorded.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const wrong = recorded.filter((row) => !agree(answerOf(row), renderCase(row)));
    for (const row of wrong) report(row, row.template, answerOf(row), renderCase(row));
    console.log(`${path}: ${rows.length - wrong.length} of ${rows.length} agree`);
    differences += wrong.length;
  }
  return differences;
}

async function recordRow(reference: Reference, row: GoldenRow): Promise<GoldenRow> {
  if (row.jayway) return row;
  const { output: _output, error: _error, phase: _phase, ...wanted } = row;
  const answer = await reference.render(wanted);
  if ('limit' in answer) throw new Error(`${row.id} cannot be recorded: ${answer.limit}`);
  return 'output' in answer
    ? { ...wanted, output: answer.output }
    : { ...wanted, error: answer.error, phase: answer.phase };
}

function answerOf(row: GoldenRow): Answer {
  return row.output === undefined ? { error: row.error ?? '', phase: row.phase ?? 'render' } : { output: row.output };
}

async function fuzz(reference: Reference, count: number, seed: number): Promise<number> {
  const counts: Record<Verdict, number> = { same: 0, limit: 0, referenceLimit: 0, identity: 0, different: 0 };
  for (let start = 0; start < count && counts.different < MAX_DIFFERENCES; start += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => start + index);
    const cases = numbers.map((number) => generateCase(new Random(seed + number * 7919), `${seed}-${number}`));
    const verdicts = await Promise.all(cases.map((wanted) => compare(reference, wanted)));
    for (const verdict of verdicts) counts[verdict]++;
  }
  console.log(`Templates of seed ${seed}, by what the comparison has shown: ${JSON.stringify(counts)}`);
  return counts.different;
}

async function compare(reference: Reference, wanted: Case): Promise<Verdict> {
  const verdict = await verdictOf(reference, wanted);
  if (verdict !== 'different') return verdict;
  const template = await shrink(
    wanted.template,
    async (candidate) => (await verdictOf(reference, { ...wanted, template: candidate })) === verdict,
  );
  const smallest = { ...wanted, template };
  report(smallest, template, await reference.render(smallest), renderCase(smallest));
  return verdict;
}

async function verdictOf(reference: Reference, wanted: Case): Promise<Verdict> {
  return judge(reference, wanted, await reference.render(wanted));
}

function report({ id, body }: Case, template: string, expected: Answer, found: Answer): void {
  console.log(
    `${id}: ${JSON.stringify(template)}\n  body     ${body}\n  expected ${shown(expected)}\n  found    ${shown(found)}`,
  );
}

function shown(answer: Answer): string {
  return JSON.stringify(answer).slice(0, 500);
}

const { values } = parseArgs({ options: { fuzz: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const reference = startReference();
const differences = values.fuzz
  ? await fuzz(reference, Number(values.fuzz), Number(values.seed))
  : await record(reference);
reference.stop();
process.exitCode = differences === 0 ? 0 : 1;
