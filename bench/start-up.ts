// From the start of the process until `initialize` and `tools/list` are answered, and the memory held at that moment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { duration, interleave, median, ratios, report } from './measure.ts';
import { peer } from './peers.ts';
import { greet, MAIN, serverFile, startServer } from './server-process.ts';

const ROUNDS = 25;
const FLOOR = 'floor (by hand, without any SDK)';
const MAY_TAKE = Number(process.versions.node.split('.')[0]) >= 22 ? [2.1, 2.1] : [1.5, 1.7];

export async function startUp(): Promise<void> {
  const peaks = new Map<string, number[]>();
  const starting = (name: string, ...args: string[]) => {
    const measure = async () => {
      const start = performance.now();
      const server = startServer(args);
      await greet(server);
      const taken = performance.now() - start;
      const peak = server.memory()?.peak;
      if (peak !== undefined) peaks.set(name, [...(peaks.get(name) ?? []), peak]);
      server.end();
      return taken;
    };
    return { [name]: measure };
  };
  const everything = peer('@modelcontextprotocol/server-everything');
  const filesystem = peer('@modelcontextprotocol/server-filesystem');
  const measured = await interleave(
    {
      'node -e 0': () => duration(() => once(spawn(process.execPath, ['-e', '0'], { env: {} }), 'exit')),
      ...starting(FLOOR, serverFile('floor.cjs')),
      ...starting('ours', MAIN),
      ...starting('ours --sandbox', MAIN, '--sandbox'),
      ...starting('bare MCP SDK', serverFile('bare-sdk.mjs')),
      ...(everything && starting('server-everything', join(everything, 'dist/index.js'), 'stdio')),
      ...(filesystem && starting('server-filesystem', join(filesystem, 'dist/index.js'), '/tmp')),
    },
    ROUNDS,
  );
  console.log(`Start-up, times the floor (Node ${process.versions.node})`);
  for (const [name, ratio] of ratios(measured, FLOOR)) {
    report(name, ratio, name === 'ours' ? MAY_TAKE[0] : name === 'ours --sandbox' ? MAY_TAKE[1] : undefined);
  }
  console.log('Peak memory at that moment, times the floor');
  const floor = median(peaks.get(FLOOR) ?? []);
  for (const [name, figures] of peaks)
    report(name, median(figures) / floor, name.startsWith('ours') ? 1.25 : undefined);
}
