// What the rules about templates share: which templates can be judged, and faults turned into places and corrections.
import { LimitError } from '../../engines/limit-error.ts';
import { TemplateSyntaxError } from '../../engines/velocity/error.ts';
import { parseTemplate } from '../../engines/velocity/parse.ts';
import { positionAt } from '../../engines/velocity/position.ts';
import type { Expression, Reference } from '../../engines/velocity/tree.ts';
import type { Problem } from '../rule.ts';
import type { ReadableTemplate, Subject } from '../subject.ts';

/** Findings of one rule in one template: more would repeat what the first ones say. */
const MAX_FAULTS = 3;

/** Names of a template that are looked at for what a misspelt one was meant to be, so that the cost stays linear. */
export const MAX_SUGGESTED = 50;

/** Something wrong in the text of a template. */
export interface Fault extends Pick<Problem, 'Message' | 'Fix' | 'Why'> {
  /** Where, in characters from 0. */
  readonly offset: number;
  /** How the text reads when it is put right. */
  readonly edits?: readonly Edit[] | undefined;
}

export interface Edit {
  readonly offset: number;
  /** What stands there now; where it does not, nothing is corrected. */
  readonly seen: string;
  readonly written: string;
}

/** Line and column of a place in the template under `key`, as a problem has them. */
export function place(key: string, source: string, offset: number): Pick<Problem, 'Path' | 'Line' | 'Column'> {
  const { line, column } = positionAt(source, offset);
  return { Path: ['ResponseTemplates', key], Line: line, Column: column };
}

/**
 * The faults of each template as problems: those that read alike once, at most three to a template, each with the text
 * in which all of them are put right.
 */
export function faultsOf(subject: Subject, find: (template: ReadableTemplate) => readonly Fault[]): Problem[] {
  return subject.readable.flatMap((template) => {
    const { key, source } = template;
    const faults = find(template);
    if (faults.length === 0) return [];
    const Replace = correct(
      source,
      faults.flatMap(({ edits }) => edits ?? []),
    );
    const distinct = new Map(faults.toReversed().map((fault) => [fault.Message, fault]));
    return [...distinct.values()]
      .toSorted((a, b) => a.offset - b.offset)
      .slice(0, MAX_FAULTS)
      .map(({ offset, edits, ...texts }) => ({
        ...place(key, source, offset),
        ...texts,
        ...(edits && Replace !== undefined && { Replace }),
      }));
  });
}

/**
 * The text after all edits; undefined where there are none, where the tree's offsets do not hold (strings with escapes),
 * or where the outcome is no template.
 */
function correct(source: string, edits: readonly Edit[]): string | undefined {
  let result = '';
  let end = 0;
  const distinct = new Map(edits.map((edit) => [edit.offset, edit]));
  for (const { offset, seen, written } of [...distinct.values()].toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end || !source.startsWith(seen, offset)) return undefined;
    result += source.slice(end, offset) + written;
    end = offset + seen.length;
  }
  const corrected = result + source.slice(end);
  return edits.length > 0 && isTemplate(corrected) ? corrected : undefined;
}

export function isTemplate(text: string): boolean {
  try {
    parseTemplate(text);
    return true;
  } catch (error) {
    if (error instanceof TemplateSyntaxError || error instanceof LimitError) return false;
    throw error;
  }
}

/** The text of a string literal that says the same whatever is rendered. */
export function literalText(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'constant') return typeof expression.value === 'string' ? expression.value : undefined;
  if (expression?.kind !== 'interpolation') return undefined;
  const texts = expression.nodes.map((node) => (node.kind === 'text' ? node.text : undefined));
  if (texts.includes(undefined)) return undefined;
  const text = texts.join('');
  return expression.padded ? text.slice(0, -1) : text;
}

/** A reference as it stands in the template, without blanks around it. */
export function writtenReference(source: string, { offset, last }: Reference): string {
  return source.slice(offset, last.offset + last.image.length);
}

/** Where the name begins: behind `$`, `$!`, `${` or `$!{`. */
export const nameOffset = (source: string, { offset }: Reference): number =>
  offset + (/^\$!?\{?/.exec(source.slice(offset, offset + 3))?.[0].length ?? 0);
