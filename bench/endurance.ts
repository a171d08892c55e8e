// 100,000 mixed calls on one server, 64 at a time: `npm run build && npx tsx bench/endurance.ts [calls]`.
// Prints resident memory and open descriptors as it goes, and what is left open once all is quiet. Fails when a call is
// not answered, when memory grows by more than a tenth from the second quarter to the last, or when something stays open.
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { greet, MAIN, startServer } from './server-process.ts';

const CALLS = Number(process.argv[2] ?? 100_000);
const AT_ONCE = 64;
const SAMPLES = 40;
/** The embedded control plane keeps a connection without requests open for 65 s. */
const LONGEST_QUIET_MS = 180_000;
/** A server that answers nothing at all for so long has lost its calls. */
const SILENCE_MS = 120_000;
const MOST_GROWTH = 0.1;

const sound = {
  ApiId: 'k3v9x1qz7d',
  IntegrationId: 'c9d5w0r',
  IntegrationResponseKey: '$default',
  TemplateSelectionExpression: '\\$default',
  ResponseTemplates: { $default: '{"id":$input.json(\'$.id\')}' },
};

interface Message {
  readonly method: string;
  readonly params?: object;
}

const PING: Message = { method: 'ping' };
const tool = (name: string, args: unknown) => ({ method: 'tools/call', params: { name, arguments: args } });
const create = (args: object) => tool('create_integration_response', { ...sound, ...args });
const preview = (template: string, Body: string) =>
  tool('preview_integration_response', {
    Responses: [{ IntegrationResponseKey: '$default', ResponseTemplates: { $default: template } }],
    Outcomes: [{ StatusCode: 200, Body }],
  });
const LOOP = '#foreach($x in [1..999])';

/** In turns. Creates conflict after the first, so that the control plane does not grow. */
const MIX: readonly ((n: number) => Message)[] = [
  () => create({ DryRun: true }),
  () => preview(sound.ResponseTemplates.$default, '{"id":7}'),
  () => create({ AllowFindings: ['duplicate-key'] }),
  () => create({ IntegrationResponseKey: '/(/' }),
  () => preview("#foreach($e in $input.path('$.list'))$e.name#end", '{"list":[{"name":"a"},{"name":"b"}]}'),
  (n) => create({ ApiId: `unknown${n % 7}` }),
  () => create({ ResponseTemplates: JSON.parse('{"__proto__":"1","$default":7}') }),
  () => create({ ResponseTemplates: { $default: '#if('.repeat(500) } }),
  () => create({ ResponseTemplates: 'x'.repeat(50_000), Extra: { a: ['\u202e\u0000'] } }),
  () => preview('#set($s="x")#foreach($i in [1..60])#set($s="$s$s")#end$s', ''),
  () => preview('#set($s="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")$s.matches("(a+)+b")', ''),
  (n) => (n % 10 === 0 ? preview(`${LOOP}${LOOP}${LOOP}#end#end#end`, '') : tool('describe_websocket_api', {})),
  () => tool('no_such_tool', { a: 1 }),
  () => PING,
];

const server = startServer([MAIN, '--sandbox']);
const exited = once(server.child, 'exit') as Promise<[number | null]>;
let sent = 0;
let answered = 0;
let heard = performance.now();
const watch = setInterval(() => {
  if (performance.now() - heard < SILENCE_MS) return;
  console.log(`${sent - answered} calls unanswered`);
  server.end();
  process.exit(1);
}, 1000);
const request = async ({ method, params }: Message) => {
  await server.request(method, params);
  heard = performance.now();
};

/** Of the server, from Linux's /proc. */
const residentMegabytes = () => (server.memory()?.now ?? Number.NaN) / 2 ** 20;
const descriptors = () => readdirSync(`/proc/${server.child.pid}/fd`).length;

await greet(server);
await request(create({ DryRun: true })); // opens what stays open: the embedded control plane and a connection to it
const openBefore = descriptors();
const samples: number[] = [];
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
const work = async () => {
  while (sent < CALLS) {
    const id = ++sent;
    await request(MIX[id % MIX.length]?.(id) ?? PING);
    if (++answered % Math.ceil(CALLS / SAMPLES) !== 0) continue;
    samples.push(residentMegabytes());
    console.log(`${answered} calls, ${seconds()} s: ${samples.at(-1)?.toFixed(0)} MB, ${descriptors()} descriptors`);
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, work));

const quarters = [0, 1, 2, 3].map((n) => {
  const part = samples.slice(Math.floor((samples.length * n) / 4), Math.floor((samples.length * (n + 1)) / 4));
  return part.reduce((sum, value) => sum + value, 0) / part.length;
});
const [, second = 0, , last = 0] = quarters;
const growth = last / second - 1;
console.log(`${answered} calls answered, ${sent - answered} not, ${AT_ONCE} at a time, in ${seconds()} s`);
console.log(`resident memory by quarter: ${quarters.map((value) => `${value.toFixed(0)} MB`).join(', ')}`);
console.log(`last against second quarter: ${(growth * 100).toFixed(1)} %`);

clearInterval(watch);
const quiet = performance.now();
while (descriptors() > openBefore && performance.now() - quiet < LONGEST_QUIET_MS) await sleep(1000);
const openAfter = descriptors();
console.log(`open descriptors: ${openBefore} after the first call, ${openAfter} at the end, once all is quiet`);
const ending = performance.now();
server.child.stdin?.end();
const [code] = await exited;
console.log(`ended ${(performance.now() - ending).toFixed(0)} ms after its stdin, with code ${code}`);
if (growth > MOST_GROWTH || openAfter > openBefore || code !== 0) process.exitCode = 1;
