// Every row of the table was recorded from Apache Velocity 1.7 with Jayway JsonPath (`npm run reference`).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScopeOptions } from '../../../src/engines/mapping-template/scope.ts';
import { TemplateRuntimeError, TemplateSyntaxError } from '../../../src/engines/velocity/error.ts';
import { parseTemplate } from '../../../src/engines/velocity/parse.ts';
import { render } from '../../../src/engines/velocity/render.ts';
import { createWholeScope } from './whole-language.ts';

interface Row extends ScopeOptions {
  readonly id: string;
  readonly template: string;
  readonly output?: string;
}

const FOLDER = join(import.meta.dirname, 'golden');

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const lines = readFileSync(join(FOLDER, name), 'utf8').trim().split('\n');
  test.each(lines.map((line) => JSON.parse(line) as Row))('$id', (row) => {
    const rendered = () => render(parseTemplate(row.template), createWholeScope({ context: {}, ...row }));
    if (row.output === undefined) {
      expect(rendered).toThrow();
      expect([TemplateSyntaxError, TemplateRuntimeError]).toContain(errorOf(rendered).constructor);
    } else {
      expect(rendered()).toBe(row.output);
    }
  });
});

function errorOf(run: () => void): object {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
