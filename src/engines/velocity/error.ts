import type { Position } from './position.ts';

/** The text is not a Velocity template: it can never be rendered. */
export class TemplateSyntaxError extends Error {
  override readonly name = 'TemplateSyntaxError';
  readonly line: number;
  readonly column: number;
  readonly expected: readonly string[];
  readonly found: string;

  constructor(message: string, position: Position, expected: readonly string[], found: string) {
    super(`${message} (line ${position.line}, column ${position.column})`);
    this.line = position.line;
    this.column = position.column;
    this.expected = expected;
    this.found = found;
  }
}

/** Velocity stops rendering here: a Java method throws, an index is out of range, a template is included. */
export class TemplateRuntimeError extends Error {
  override readonly name = 'TemplateRuntimeError';
  readonly line: number;
  readonly column: number;

  constructor(message: string, position: Position, options?: ErrorOptions) {
    super(`${message} (line ${position.line}, column ${position.column})`, options);
    this.line = position.line;
    this.column = position.column;
  }
}
