// A server as a child process, spoken to by hand so that no client's own cost is measured.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export const MAIN = process.env['BENCH_MAIN'] ?? new URL('../dist/main.js', import.meta.url).pathname;
export const serverFile = (name: string): string => new URL(`servers/${name}`, import.meta.url).pathname;

export interface ServerProcess {
  readonly child: ChildProcess;
  request(method: string, params?: object): Promise<unknown>;
  notify(method: string): void;
  /** Largest and present resident memory in bytes; undefined where there is no /proc. */
  memory(): { readonly peak: number; readonly now: number } | undefined;
  end(): void;
}

/** Nothing of the AWS setup of whoever runs this. */
const BARE_ENV = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', AWS_EC2_METADATA_DISABLED: 'true' };

/** Starts `node ...args`. */
export function startServer(args: readonly string[], env: Readonly<Record<string, string>> = {}): ServerProcess {
  const child = spawn(process.execPath, args, {
    env: { ...BARE_ENV, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Map<number, (result: unknown) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, result } = JSON.parse(line);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  child.on('exit', (code) => {
    if (waiting.size > 0)
      throw new Error(`${args.join(' ')} ended with ${code}, and ${waiting.size} requests unanswered.`);
  });
  const write = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  let last = 0;
  return {
    child,
    request(method, params) {
      const id = ++last;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        write({ id, method, params });
      });
    },
    notify: (method) => write({ method }),
    memory() {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        const bytes = (name: string) => 1024 * Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1]);
        return { peak: bytes('VmHWM'), now: bytes('VmRSS') };
      } catch {
        return undefined;
      }
    },
    end: () => child.kill('SIGKILL'),
  };
}

/** Connects as every client does: initialize, then the list of tools. */
export async function greet(server: ServerProcess): Promise<void> {
  await server.request('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'bench', version: '0' },
  });
  server.notify('notifications/initialized');
  await server.request('tools/list', {});
}
