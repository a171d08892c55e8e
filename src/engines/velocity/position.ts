/** A place in a template, both 1-based, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Line and column of a character offset; `\n`, `\r` and `\r\n` each end a line. */
export function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
