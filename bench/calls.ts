// What a call costs once the server runs, against the echo tool of a server of the bare SDK.
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { duration, interleave, ratios, report } from './measure.ts';
import { greet, MAIN, type ServerProcess, serverFile, startServer } from './server-process.ts';

const CALLS = 256;
const AT_ONCE = 64;
const ROUNDS = 9;

const template = `{"type":"message","items":[#foreach($item in $input.path('$.items')){"id":"$item.id","name":"$item.name"}#if($foreach.hasNext),#end#end],"requestId":"$context.requestId"}`;
const typical = (type = 'message') => ({
  IntegrationResponseKey: '$default',
  TemplateSelectionExpression: '\\$default',
  ResponseTemplates: { $default: template.replace('message', type).padEnd(1024) },
});
const ids = { ApiId: 'k3v9x1qz7d', IntegrationId: 'c9d5w0r' };
let count = 0;
/** Another template each time: what is remembered of one that was read before must not count. */
const another = () => typical(`message-${++count}`);

interface Subject {
  readonly server: ServerProcess;
  readonly name: string;
  readonly arguments: () => object;
}

const call = ({ server, name, arguments: make }: Subject) => server.request('tools/call', { name, arguments: make() });

async function inTurn(subject: Subject): Promise<number> {
  return duration(async () => {
    for (let n = 0; n < CALLS; n++) await call(subject);
  });
}

async function atOnce(subject: Subject): Promise<number> {
  return duration(async () => {
    for (let n = 0; n < CALLS; n += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, () => call(subject)));
  });
}

export async function calls(): Promise<void> {
  const ours = startServer([MAIN]);
  const bare = startServer([serverFile('bare-sdk.mjs')]);
  await Promise.all([greet(ours), greet(bare)]);
  const create = 'create_integration_response';
  const ECHO = 'echo of the bare SDK';
  const subjects: Readonly<Record<string, Subject>> = {
    [ECHO]: { server: bare, name: 'echo', arguments: () => ({ ...ids, ...another() }) },
    'dry run, local checks only': {
      server: ours,
      name: create,
      arguments: () => ({ ...ids, ...another(), DryRun: true }),
    },
    'the same dry run again': { server: ours, name: create, arguments: () => ({ ...ids, ...typical(), DryRun: true }) },
    'invalid input': {
      server: ours,
      name: create,
      arguments: () => ({ ...ids, ...another(), ContentHandlingStrategy: 'TEXT' }),
    },
    preview: {
      server: ours,
      name: 'preview_integration_response',
      arguments: () => ({ Responses: [another()], Outcomes: [{ Body: '{"items":[{"id":"1","name":"a"}]}' }] }),
    },
  };
  const each = (measure: (subject: Subject) => Promise<number>) =>
    Object.fromEntries(Object.entries(subjects).map(([name, subject]) => [name, () => measure(subject)]));
  const bound = (name: string, most: number) => (name.startsWith('dry run') ? most : undefined);

  console.log('One call after the other, times the echo');
  for (const [name, ratio] of ratios(await interleave(each(inTurn), ROUNDS), ECHO)) report(name, ratio, bound(name, 3));
  console.log(`${AT_ONCE} calls at a time, times the echo`);
  for (const [name, ratio] of ratios(await interleave(each(atOnce), ROUNDS), ECHO)) report(name, ratio, bound(name, 2));
  const [mine, its] = [ours.memory(), bare.memory()];
  if (mine && its) report('memory after these calls, times the bare SDK', mine.now / its.now);
  ours.end();
  bare.end();
  await firstCreate();
}

/** The first create with everything loaded at start, and with what is loaded when it is needed. */
async function firstCreate(): Promise<void> {
  const parts = readdirSync(dirname(MAIN)).filter((name) => name.endsWith('.mjs'));
  const eager = `for (const part of ${JSON.stringify(parts)}) import(${JSON.stringify(MAIN)}.replace('main.js', part));
    process.argv.splice(1, 0, ${JSON.stringify(MAIN)}); require(${JSON.stringify(MAIN)});`;
  const first =
    (...args: string[]) =>
    async () => {
      const server = startServer(args);
      await greet(server);
      await new Promise((resolve) => setTimeout(resolve, 1500)); // an agent reads the list before it calls
      const taken = await duration(() =>
        call({ server, name: 'create_integration_response', arguments: () => ({ ...ids, ...typical() }) }),
      );
      server.end();
      return taken;
    };
  const measured = await interleave(
    { 'loaded at start': first('-e', eager, '--', '--sandbox'), 'loaded later': first(MAIN, '--sandbox') },
    ROUNDS,
  );
  console.log('First create, times the same with everything loaded at start');
  report('loaded later', ratios(measured, 'loaded at start').get('loaded later') ?? Number.NaN, 1.1);
}
