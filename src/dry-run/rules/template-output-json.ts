import type { Position } from '../../engines/velocity/position.ts';
import type { Node } from '../../engines/velocity/tree.ts';
import { facts } from '../../facts/facts.ts';
import { findJsonBreak } from '../../preview/json-check.ts';
import { quote } from '../../text/quote.ts';
import type { Problem, Rule } from '../rule.ts';
import type { ReadableTemplate } from '../subject.ts';
import { renderedFull, writtenBy } from '../template/template-sample.ts';
import { place } from '../template/template-text.ts';

export const templateOutputJson: Rule = {
  code: 'template-output-json',
  severity: 'warning',
  summary: 'What a template makes looks like JSON, or its key says so, but it is not.',
  why: 'The control plane stores any text; the client is the first to find out that it cannot be parsed.',
  facts: [facts['template-text-unchecked']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '{"statusCode":, "message":"order initiated"}' } },
    corrected: { ResponseTemplates: { $default: '{"statusCode":200, "message":"order initiated"}' } },
  },
  check: ({ readable }) => readable.flatMap(broken),
};

function broken({ key, source, template }: ReadableTemplate): Problem[] {
  const output = renderedFull(template);
  if (typeof output !== 'string' || output.trim() === '') return [];
  const isMeant = LOOKS_LIKE_JSON.test(output) || (/json/i.test(key) && startsWithText(template.nodes));
  const found = isMeant && !isJsonLines(output) ? findJsonBreak(output) : undefined;
  if (!found) return [];
  const end = offsetAt(output, found);
  const offset = writtenBy(template, end);
  return [
    {
      ...(offset === undefined ? { Path: ['ResponseTemplates', key] } : place(key, source, offset)),
      Message: `Rendered with a sample answer this is not JSON. After ${quote(output.slice(Math.max(0, end - 40), end))}: ${found.message}`,
      Fix: 'Mend the template there; values that are texts belong between double quotes.',
    },
  ];
}

/** JSON Lines: each line is JSON. */
const isJsonLines = (output: string): boolean =>
  output
    .trim()
    .split(/\r?\n/)
    .every((line) => findJsonBreak(line) === undefined);

const LOOKS_LIKE_JSON = /^\s*(?:\{\s*(?:["'}\w]|$)|\[\s*(?:["'{[\]\d-]|true|false|null|$))/;

const startsWithText = (nodes: readonly Node[]): boolean => {
  const first = nodes.find((node) => node.kind !== 'text' || node.text.trim() !== '');
  return first?.kind === 'text';
};

function offsetAt(text: string, { line, column }: Position): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}
