// 100,000 mixed calls on one server, 64 at a time: `npm run build && npx tsx bench/endurance.ts [calls] [main.js]`.
// Prints the resident memory by quarter, and fails when a call is not answered or the server does not end by itself.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const CALLS = Number(process.argv[2] ?? 100_000);
const MAIN = process.argv[3] ?? new URL('../dist/main.js', import.meta.url).pathname;
const AT_ONCE = 64;
const SAMPLES = 40;

const sound = {
  ApiId: 'k3v9x1qz7d',
  IntegrationId: 'c9d5w0r',
  IntegrationResponseKey: '$default',
  TemplateSelectionExpression: '\\$default',
  ResponseTemplates: { $default: '{"id":$input.json(\'$.id\')}' },
};
const tool = (name: string, args: unknown) => ({ method: 'tools/call', params: { name, arguments: args } });
const create = (args: object) => tool('create_integration_response', { ...sound, ...args });
/** Creates conflict after the first, so that the control plane does not grow. */
const MIX: readonly ((n: number) => object)[] = [
  () => create({ DryRun: true }),
  () => create({}),
  () => create({ AllowFindings: ['duplicate-key'] }),
  () => create({ IntegrationResponseKey: '/(/' }),
  (n) => create({ ApiId: `unknown${n % 7}` }),
  () => create({ ResponseTemplates: { __proto__: 1, $default: '#if('.repeat(500) } }),
  () => create({ ResponseTemplates: 'x'.repeat(50_000), Extra: { a: ['\u202e\u0000'] } }),
  () =>
    tool('preview_integration_response', {
      Responses: [{ ...sound, ApiId: undefined, IntegrationId: undefined }],
      Outcomes: [{ StatusCode: 200, Body: '{"id":7}' }],
    }),
  () =>
    tool('preview_integration_response', {
      Responses: [
        { IntegrationResponseKey: '$default', ResponseTemplates: { $default: '#foreach($i in [1..900])$i#end' } },
      ],
      Outcomes: [{ Body: '[]' }],
    }),
  () => tool('no_such_tool', {}),
  () => ({ method: 'ping' }),
];

const child: ChildProcess = spawn(process.execPath, [MAIN, '--sandbox'], {
  env: { PATH: process.env['PATH'] ?? '' },
  stdio: ['pipe', 'pipe', 'inherit'],
});
const { stdin, stdout } = child;
if (!stdin || !stdout) throw new Error('no pipes');
const waiting = new Map<number, () => void>();
createInterface({ input: stdout }).on('line', (line) => {
  const { id } = JSON.parse(line) as { id?: number };
  if (id === undefined) return;
  waiting.get(id)?.();
  waiting.delete(id);
});
const request = (id: number, message: object) =>
  new Promise<void>((resolve) => {
    waiting.set(id, resolve);
    stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...message })}\n`);
  });

/** Of the server, from Linux's /proc: resident memory in MB, and open file descriptors. */
const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;

await request(0, {
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'endurance', version: '0' } },
});
let next = 1;
const samples: number[] = [];
const started = performance.now();
const work = async () => {
  while (next <= CALLS) {
    const id = next++;
    await request(id, MIX[id % MIX.length]?.(id) ?? {});
    if (id % Math.ceil(CALLS / SAMPLES) === 0) samples.push(resident());
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, work));
const seconds = (performance.now() - started) / 1000;
const ending = performance.now();
stdin.end();
const [code] = (await once(child, 'exit')) as [number | null];

const quarter = (n: number) => {
  const part = samples.slice(Math.floor((samples.length * n) / 4), Math.floor((samples.length * (n + 1)) / 4));
  return part.reduce((sum, value) => sum + value, 0) / part.length;
};
const quarters = [0, 1, 2, 3].map(quarter);
console.log(`${CALLS} calls answered, ${AT_ONCE} at a time, in ${seconds.toFixed(0)} s`);
console.log(`resident memory by quarter: ${quarters.map((value) => `${value.toFixed(0)} MB`).join(', ')}`);
console.log(`last against second quarter: ${(((quarters[3] ?? 0) / (quarters[1] ?? 1) - 1) * 100).toFixed(1)} %`);
console.log(`ended ${(performance.now() - ending).toFixed(0)} ms after its stdin, with code ${code}`);
