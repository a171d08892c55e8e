// Random faults between the server and the control plane: no result may contradict what the control plane has.
// FAULT_SCHEDULES sets how many schedules run, FAULT_SEED the first seed; schedule n has seed FAULT_SEED + n.
import { expect, test } from 'vitest';
import { runSchedule, type Said } from './schedule.ts';

const SCHEDULES = Number(process.env['FAULT_SCHEDULES'] ?? 100);
const SEED = Number(process.env['FAULT_SEED'] ?? 20_261);
const AT_ONCE = 48;

test('no result of a create contradicts the ground truth, whatever the network does', {
  timeout: 3_600_000,
}, async () => {
  const said: Partial<Record<Said, number>> = {};
  const lies: string[] = [];
  const again: number[] = [];
  let next = 0;
  const work = async () => {
    while (next < SCHEDULES) {
      const seed = SEED + next++;
      const outcome = await runSchedule(seed);
      for (const each of outcome.said) said[each] = (said[each] ?? 0) + 1;
      if (outcome.unfounded.length > 0) again.push(seed);
      lies.push(...outcome.contradictions.map((lie) => `seed ${seed}: ${lie}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // Many schedules on a busy machine make reads time out by themselves; one alone does not.
  for (const seed of again) {
    const { contradictions, unfounded } = await runSchedule(seed);
    lies.push(...[...contradictions, ...unfounded].map((lie) => `seed ${seed} again: ${lie}`));
  }
  process.stdout.write(
    `fault schedules: ${SCHEDULES} from seed ${SEED}: ${JSON.stringify(said)}, ${again.length} run again\n`,
  );
  expect(lies).toEqual([]);
  expect(said.created).toBeGreaterThan(0);
  expect(said.none).toBeGreaterThan(0);
});
