// Every row of the table was recorded from Apache Velocity 1.7 with Jayway JsonPath (`npm run reference`).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GoldenRow } from '../../../scripts/reference/golden.ts';
import { TemplateRuntimeError, TemplateSyntaxError } from '../../../src/engines/velocity/error.ts';
import { parseTemplate } from '../../../src/engines/velocity/parse.ts';
import { render } from '../../../src/engines/velocity/render.ts';
import { createWholeScope } from './whole-language.ts';

const FOLDER = join(import.meta.dirname, 'golden');

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const lines = readFileSync(join(FOLDER, name), 'utf8').trim().split('\n');
  test.each(lines.map((line) => JSON.parse(line) as GoldenRow))('$id', (row) => {
    const rendered = () => render(parseTemplate(row.template), createWholeScope({ context: {}, ...row }));
    if (row.error === undefined) expect(rendered()).toBe(row.output);
    else expect(failureOf(rendered)).toMatchObject(expectedFailure(row, row.error));
  });
});

/** Which error, and where: Java's message has the place of most. */
function expectedFailure({ phase, place }: GoldenRow, error: string): object {
  const [, line, column] = /\[line (\d+), column (\d+)\]/.exec(error)?.map(Number) ?? [];
  return {
    name: phase === 'parse' ? TemplateSyntaxError.name : TemplateRuntimeError.name,
    line: place?.[0] ?? line ?? expect.any(Number),
    column: place?.[1] ?? column ?? expect.any(Number),
  };
}

function failureOf(run: () => string): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
