// `npm run bench [subject…]`: every comparison in one run, as ratios of medians. No account is needed.
import { cpus } from 'node:os';
import { calls } from './calls.ts';
import { hostileAtOnce } from './hostile/at-once.ts';
import { hostile } from './hostile/hostile.ts';
import { liveChecks } from './live-checks.ts';
import { size } from './size.ts';
import { startUp } from './start-up.ts';
import { templates } from './templates.ts';

const subjects: Readonly<Record<string, () => void | Promise<void>>> = {
  'start-up': startUp,
  calls,
  'live-checks': liveChecks,
  templates,
  hostile,
  'hostile-at-once': hostileAtOnce,
  size,
};

console.log(
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model}\n`,
);
const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(subjects)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await run();
  console.log('');
}
