// What happened to each event, step by step: the execution log of the sandbox.

/** One step. No text of a template, no body and no credential is in it. */
export interface LogLine {
  readonly Step: 'connect' | 'route' | 'request' | 'backend' | 'response' | 'delivery' | 'disconnect' | 'close';
  readonly Text: string;
  readonly ApiId?: string;
  readonly StageName?: string;
  readonly ConnectionId?: string;
  readonly RequestId?: string;
  readonly RouteKey?: string;
}

export type Log = (line: LogLine) => void;

/** Adds the time and writes the line as JSON. */
export const logTo =
  (write: (text: string) => void): Log =>
  (line) =>
    write(`${JSON.stringify({ Time: new Date().toISOString(), ...line })}\n`);
