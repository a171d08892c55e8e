// The built server, spoken to in bytes, as a host does that has no MCP client.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { BARE_ENV, MAIN } from './connect.ts';

interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  readonly result?: Record<string, unknown>;
}

/** Starts it; ends with the test. Every line it writes must be JSON-RPC. */
export function startRaw(args = ['--sandbox'], env: Record<string, string> = {}) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [MAIN, ...args], {
    env: { ...BARE_ENV, ...env },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  child.stdin.on('error', () => undefined);
  const waiting: ((message: Message) => void)[] = [];
  const arrived: Message[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message; // every line is JSON-RPC, or the test fails here
    if (message.jsonrpc !== '2.0') throw new Error(`not JSON-RPC: ${line}`);
    const next = waiting.shift();
    if (next) next(message);
    else arrived.push(message);
  });
  const receive = () => {
    const message = arrived.shift();
    return message ? Promise.resolve(message) : new Promise<Message>((resolve) => waiting.push(resolve));
  };
  const write = (text: string | Buffer) => child.stdin.write(text);
  const send = (message: object) => write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  return { child, receive, write, send };
}
