// The result of a run as a table for a person.
import { styleText } from 'node:util';
import type { ExperimentResult, StepResult } from './run.ts';

const COLOURS = { agrees: 'green', differs: 'red', new: 'yellow' } as const;

/** A line for each experiment, and below it what came otherwise than predicted. */
export function report(results: readonly ExperimentResult[]): string {
  const lines = results.flatMap(({ id, title, verdict, settles, steps }) => [
    `${id.padEnd(4)} ${styleText(COLOURS[verdict], verdict.padEnd(8))} ${title} (${settles.join(', ')})`,
    ...steps.filter((step) => step.verdict !== 'agrees').flatMap(detail),
  ]);
  const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length;
  return [...lines, '', `${count('agrees')} agree, ${count('differs')} differ, ${count('new')} new`].join('\n');
}

const detail = ({ request, predicted, answer, verdict }: StepResult): string[] => [
  `       ${request}`,
  ...(verdict === 'differs' ? [`         predicted ${shown(predicted)}`] : []),
  `         came      ${shown(answer)}`,
];

const MAX_SHOWN = 300;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
