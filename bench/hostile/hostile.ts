// Each input made to cost as much as possible, alone: milliseconds, and the most it may take.
import { duration, report } from '../measure.ts';
import { HOSTILE_INPUTS } from './inputs.ts';

export async function hostile(): Promise<void> {
  console.log('Inputs made to cost as much as possible: milliseconds of one run');
  for (const [name, { bound, run }] of Object.entries(HOSTILE_INPUTS)) report(name, await duration(run), bound);
}
