// JSON-RPC over stdin and stdout, and the life of the process: it ends with stdin and survives whatever comes in.
import type { Readable, Writable } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ErrorCode, type JSONRPCMessage, JSONRPCMessageSchema } from '@modelcontextprotocol/sdk/types.js';

/**
 * Longest line read, in bytes; a longer one is answered and skipped. Above the 10 MiB at which the MCP SDK's own transport
 * gives up, so that an argument of that size gets its finding.
 */
const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;
/** Requests under way at once; further ones wait in the pipe, so that a flood of them costs the client and not our memory. */
const MAX_UNDER_WAY = 64;
/** Calls under way when stdin ends may still be answered this long. */
const DRAIN_MS = 800;
/** What may wait for AWS. All else is answered at once, so a cancellation of it comes too late. */
const CANCELLABLE = /^(?:tools\/call|completion\/complete)$/;

const NEWLINE = 0x0a;
/** Strict: a broken byte must not silently become another template. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Inside, a request has its id as JSON, since the MCP SDK takes a cancellation of 0 or "" for one of nothing (1.32.2,
 * shared/protocol.js, `_oncancel`); a blank before it keeps cancellations away.
 */
function named(message: JSONRPCMessage): JSONRPCMessage {
  if (!('method' in message)) return message;
  if ('id' in message) {
    const id = JSON.stringify(message.id);
    return { ...message, id: CANCELLABLE.test(message.method) ? id : ` ${id}` };
  }
  const id = message.params?.['requestId'];
  if (typeof id !== 'string' && typeof id !== 'number') return message;
  return { ...message, params: { ...message.params, requestId: JSON.stringify(id) } };
}

/**
 * A transport that never dies of its input: broken lines get the JSON-RPC error they deserve, no request is taken while the
 * client does not read, and `onidle` is called once stdin has ended and every call is answered, or the time for that is up.
 */
export class StdioTransport implements Transport {
  onmessage?: NonNullable<Transport['onmessage']>;
  onclose?: () => void;
  onerror?: (error: Error) => void;
  readonly #stdin: Readable;
  readonly #stdout: Writable;
  readonly #onidle: () => void;
  /** The line that has begun. */
  #parts: Buffer[] = [];
  #length = 0;
  #isTooLong = false;
  /** What came and is not taken yet. */
  #rest: Buffer = Buffer.alloc(0);
  /** A request was taken, and what can be answered at once is, before more is taken. */
  #isPausing = false;
  /** How many requests with an id are neither answered nor cancelled. */
  readonly #underWay = new Map<unknown, number>();
  #unanswered = 0;
  #isEnding = false;

  constructor(stdin: Readable, stdout: Writable, onidle: () => void) {
    this.#stdin = stdin;
    this.#stdout = stdout;
    this.#onidle = onidle;
  }

  async start(): Promise<void> {
    // The stream is paused while anything is left of the chunk before.
    this.#stdin.on('data', (chunk: Buffer) => {
      this.#rest = chunk;
      this.#take();
    });
    this.#stdin.on('end', () => this.end());
    this.#stdin.on('error', () => this.end());
    this.#stdout.on('drain', () => this.#take());
    this.#stdout.on('error', () => this.#onidle()); // EPIPE: nobody is there to be answered
  }

  /** Takes no more messages, waits a moment for the answers under way, then calls `onidle`. */
  end(): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#stdin.removeAllListeners('data');
    setTimeout(this.#onidle, DRAIN_MS);
    this.#endIfIdle();
  }

  async close(): Promise<void> {
    this.end();
    this.onclose?.();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if ('method' in message) return this.#write(message);
    // It was cancelled while it was being answered.
    if (!this.#isUnderWay(message.id)) return;
    await this.#write({ ...message, id: JSON.parse(String(message.id)) });
    this.#unanswered -= 1;
    if (this.#isEnding) this.#endIfIdle();
    else this.#take();
  }

  #write(message: object): Promise<void> {
    return new Promise((resolve) => {
      this.#stdout.write(`${JSON.stringify(message)}\n`, () => resolve());
    });
  }

  #endIfIdle(): void {
    if (this.#unanswered === 0) this.#onidle();
  }

  /** Whether such a request is under way; it is not any more. */
  #isUnderWay(id: unknown): boolean {
    const requests = this.#underWay.get(id) ?? 0;
    if (requests > 1) this.#underWay.set(id, requests - 1);
    else this.#underWay.delete(id);
    return requests > 0;
  }

  #append(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > MAX_MESSAGE_BYTES) {
      this.#isTooLong = true;
      this.#parts = [];
    }
    if (!this.#isTooLong) this.#parts.push(part);
  }

  /** Takes line after line, until a request is to be answered first. */
  #take(): void {
    while (!this.#isEnding) {
      if (this.#isPausing || this.#stdout.writableNeedDrain || this.#unanswered >= MAX_UNDER_WAY) {
        this.#stdin.pause();
        return;
      }
      const end = this.#rest.indexOf(NEWLINE);
      this.#append(this.#rest.subarray(0, end === -1 ? undefined : end));
      this.#rest = this.#rest.subarray(end === -1 ? this.#rest.length : end + 1);
      if (end === -1) {
        this.#stdin.resume();
        return;
      }
      this.#line();
    }
  }

  #line(): void {
    const bytes = Buffer.concat(this.#parts);
    const isTooLong = this.#isTooLong;
    [this.#parts, this.#length, this.#isTooLong] = [[], 0, false];
    if (isTooLong) {
      this.#refuse(null, ErrorCode.InvalidRequest, `Message longer than ${MAX_MESSAGE_BYTES} bytes`);
      return;
    }
    let value: unknown;
    try {
      const text = UTF8.decode(bytes);
      if (text.trim() === '') return;
      value = JSON.parse(text);
    } catch {
      this.#refuse(null, ErrorCode.ParseError, 'Parse error: not JSON in UTF-8');
      return;
    }
    const parsed = JSONRPCMessageSchema.safeParse(value);
    if (parsed.success) {
      this.#message(named(parsed.data));
      return;
    }
    const { id, method } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    const known = typeof id === 'string' || typeof id === 'number' ? id : null;
    const what = Array.isArray(value) ? 'batches are not supported' : 'not a JSON-RPC 2.0 message';
    // A broken answer or notification is not a request, so nothing is owed for it.
    if (id !== undefined || method === undefined) {
      this.#refuse(known, ErrorCode.InvalidRequest, `Invalid request: ${what}`);
    }
  }

  #message(message: JSONRPCMessage): void {
    if ('method' in message && 'id' in message) {
      this.#unanswered += 1;
      this.#underWay.set(message.id, (this.#underWay.get(message.id) ?? 0) + 1);
      this.#isPausing = true;
      setImmediate(() => {
        this.#isPausing = false;
        this.#take();
      });
    } else if ('method' in message && message.method === 'notifications/cancelled') {
      if (!this.#isUnderWay(message.params?.['requestId'])) return;
      this.#unanswered -= 1; // the SDK answers it no more
    }
    this.onmessage?.(message);
  }

  #refuse(id: string | number | null, code: number, message: string): void {
    void this.#write({ jsonrpc: '2.0', id, error: { code, message } });
  }
}
