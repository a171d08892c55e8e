// JSON-RPC over stdin and stdout, and the life of the process: it ends with stdin and survives whatever comes in.
import type { Readable, Writable } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ErrorCode, type JSONRPCMessage, JSONRPCMessageSchema } from '@modelcontextprotocol/sdk/types.js';

/**
 * Longest line read, in bytes; a longer one is answered and skipped. Above the 10 MiB at which the MCP SDK's own transport
 * gives up, so that an argument of that size gets its finding.
 */
const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;
/** Calls under way when stdin ends may still be answered this long. */
const DRAIN_MS = 800;

const NEWLINE = 0x0a;
/** Strict: a broken byte must not silently become another template. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Request 0 has this id inside: the MCP SDK takes a cancellation of 0 for one of nothing (1.32.2, shared/protocol.js,
 * `_oncancel`).
 */
const ZERO = '\u0000zero';

function zeroNamed(message: JSONRPCMessage): JSONRPCMessage {
  if (!('method' in message)) return message;
  if ('id' in message) return message.id === 0 ? { ...message, id: ZERO } : message;
  return message.params?.['requestId'] === 0 ? { ...message, params: { ...message.params, requestId: ZERO } } : message;
}

/**
 * A transport that never dies of its input: broken lines get the JSON-RPC error they deserve, and `onidle` is called once
 * stdin has ended and every call is answered, or the time for that is up.
 */
export class StdioTransport implements Transport {
  onmessage?: NonNullable<Transport['onmessage']>;
  onclose?: () => void;
  onerror?: (error: Error) => void;
  private readonly stdin: Readable;
  private readonly stdout: Writable;
  private readonly onidle: () => void;
  private chunks: Buffer[] = [];
  private length = 0;
  private skipping = false;
  private unanswered = 0;
  private ending = false;

  constructor(stdin: Readable, stdout: Writable, onidle: () => void) {
    this.stdin = stdin;
    this.stdout = stdout;
    this.onidle = onidle;
  }

  async start(): Promise<void> {
    this.stdin.on('data', (chunk: Buffer) => this.read(chunk));
    this.stdin.on('end', () => this.end());
    this.stdin.on('error', () => this.end());
    this.stdout.on('error', () => this.onidle()); // EPIPE: nobody is there to be answered
  }

  /** Takes no more messages, waits a moment for the answers under way, then calls `onidle`. */
  end(): void {
    if (this.ending) return;
    this.ending = true;
    this.stdin.removeAllListeners('data');
    setTimeout(this.onidle, DRAIN_MS);
    this.idle();
  }

  async close(): Promise<void> {
    this.end();
    this.onclose?.();
  }

  send(message: JSONRPCMessage): Promise<void> {
    const answer = 'id' in message && !('method' in message);
    return this.write(answer && message.id === ZERO ? { ...message, id: 0 } : message, answer);
  }

  private write(message: unknown, answer: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.stdout.write(`${JSON.stringify(message)}\n`, () => {
        if (answer) this.unanswered -= 1;
        this.idle();
        resolve();
      });
    });
  }

  private idle(): void {
    if (this.ending && this.unanswered <= 0) this.onidle();
  }

  private read(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.append(chunk.subarray(start, end));
      this.line();
      start = end + 1;
    }
    this.append(chunk.subarray(start));
  }

  private append(part: Buffer): void {
    this.length += part.length;
    if (this.length > MAX_MESSAGE_BYTES) {
      this.skipping = true;
      this.chunks = [];
    }
    if (!this.skipping) this.chunks.push(part);
  }

  private line(): void {
    const bytes = Buffer.concat(this.chunks);
    const tooLong = this.skipping;
    [this.chunks, this.length, this.skipping] = [[], 0, false];
    if (tooLong) this.refuse(null, ErrorCode.InvalidRequest, `Message longer than ${MAX_MESSAGE_BYTES} bytes`);
    else this.message(bytes);
  }

  private message(bytes: Buffer): void {
    let value: unknown;
    try {
      const text = UTF8.decode(bytes);
      if (text.trim() === '') return;
      value = JSON.parse(text);
    } catch {
      this.refuse(null, ErrorCode.ParseError, 'Parse error: not JSON in UTF-8');
      return;
    }
    const parsed = JSONRPCMessageSchema.safeParse(value);
    if (!parsed.success) {
      const { id, method } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
      const known = typeof id === 'string' || typeof id === 'number' ? id : null;
      const what = Array.isArray(value) ? 'batches are not supported' : 'not a JSON-RPC 2.0 message';
      // A broken answer or notification is not a request, so nothing is owed for it.
      if (id !== undefined || method === undefined) {
        this.refuse(known, ErrorCode.InvalidRequest, `Invalid request: ${what}`);
      }
      return;
    }
    if ('method' in parsed.data && 'id' in parsed.data) this.unanswered += 1;
    this.onmessage?.(zeroNamed(parsed.data));
  }

  private refuse(id: string | number | null, code: number, message: string): void {
    void this.write({ jsonrpc: '2.0', id, error: { code, message } }, false);
  }
}
