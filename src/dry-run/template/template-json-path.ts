// The JSONPaths written out in a template, and what the versions of Jayway JsonPath make of them. Which one the service
// runs is not known: 2.0 is the oldest with its name in public reports, 2.4 and later what a service of today carries.

import { InvalidPathError } from '../../engines/json-path/error.ts';
import { parsePath } from '../../engines/json-path/parse-path.ts';
import type { Operator, Path, Predicate } from '../../engines/json-path/path.ts';
import { LimitError } from '../../engines/limit-error.ts';
import { oncePer } from '../../engines/once-per.ts';
import type { Template } from '../../engines/velocity/tree.ts';
import { referencesOf } from './template-names.ts';
import { type Edit, literalText } from './template-text.ts';

/** The argument of `$input.path` or `$input.json`. */
interface WrittenPath {
  readonly text: string;
  readonly parsed: ReadPath;
  readonly offset: number;
  /** The literal with its quotes. */
  readonly literal: string;
}

export const pathsOf = oncePer((template: Template): readonly WrittenPath[] =>
  referencesOf(template).flatMap(({ name, access: [call] }) => {
    if (name !== 'input' || call?.kind !== 'method' || (call.name !== 'path' && call.name !== 'json')) return [];
    const [argument] = call.arguments;
    const text = literalText(argument);
    if (!argument || text === undefined) return [];
    const literal = template.source.slice(argument.offset, argument.last.offset + argument.last.image.length);
    return [{ text, parsed: readPath(text), offset: argument.offset, literal }];
  }),
);

/** A longer path is not judged, so that the cost stays linear in the template. */
const MAX_PATH = 1000;

/** A path, the error with which Jayway 2.4 and later refuse it, or undefined for one that is too long to judge. */
type ReadPath = Path | InvalidPathError | undefined;

export function readPath(text: string): ReadPath {
  if (text.length > MAX_PATH) return undefined;
  try {
    return parsePath(text);
  } catch (error) {
    if (error instanceof InvalidPathError) return error;
    if (error instanceof LimitError) return undefined;
    throw error;
  }
}

/** Why no version reads the text as a path, or not all of it: later versions pass over a bracket at its end. */
export function pathProblem(text: string): string | undefined {
  const path = readPath(text);
  if (path === undefined) return undefined;
  if (path instanceof InvalidPathError) return path.message;
  return endsOpen(text) ? 'its last bracket is never closed' : undefined;
}

const endsOpen = (text: string): boolean => /\[\s*$/.test(text);

/** What 2.0 refuses as well, tried with it; it lets pass other slips: `[1,]`, `[(@.length-1)]`, `=` in a filter, `$...a`. */
const REFUSED_BY_ALL: readonly RegExp[] = [
  /^\s*$/,
  /(?<!\[[^\]]*)\.\s*$/,
  /^\$[^.[]/,
  /\[(?:\s*'[^']*'?|\d*|\*)$/,
  /\[\s*\]/,
  /\[\s*\?\s*[^\s(]/,
  /\[[A-Za-z_][\w-]*\]/,
  /^[^\s[(][^[(]*\S \S/,
  /\[[^\]'"?]*:[^\]'"?]*:/,
];

/** A bracket within a bracket that is no filter: 2.0 makes something of many of these. */
const NESTED = /\[[^\]?(]*\[/;

/** Whether no version of Jayway takes the path. */
export const isRefusedByAll = (text: string): boolean =>
  readPath(text) instanceof InvalidPathError && !NESTED.test(text) && REFUSED_BY_ALL.some((form) => form.test(text));

/** Operators of filters that 2.0 does not have. */
const LATER: readonly Operator[] = [
  '===',
  '!==',
  'NIN',
  'IN',
  'CONTAINS',
  'ALL',
  'SIZE',
  'EMPTY',
  'SUBSETOF',
  'ANYOF',
  'NONEOF',
];

/** What the versions read differently in the path, in words; undefined where they agree. */
export function difference(text: string, path: ReadPath = readPath(text)): string | undefined {
  if (path === undefined) return undefined;
  if (path instanceof InvalidPathError) {
    return isRefusedByAll(text) ? undefined : 'version 2.0 takes it, later ones refuse it';
  }
  if (endsOpen(text)) return 'version 2.0 refuses the bracket at its end, later ones pass over it';
  if (/\[\s*"/.test(text)) return 'version 2.0 knows only single quotes in brackets';
  for (const token of path.tokens) {
    if (token.kind === 'index' && token.indexes.some((index) => index < 0)) {
      return 'an index from the end is nothing in version 2.0';
    }
    if (token.kind === 'function') return `version 2.0 has no functions such as ${token.name.slice(0, 20)}()`;
    if (token.kind !== 'filter') continue;
    const later = operatorsOf(token.predicate).find((operator) => LATER.includes(operator));
    if (later) return `version 2.0 has no ${later.toLowerCase()} in filters`;
    if (text.includes('"')) return 'version 2.0 knows only single quotes in filters';
  }
  return undefined;
}

function operatorsOf(predicate: Predicate): Operator[] {
  if (predicate.kind === 'comparison') return [predicate.operator];
  return (predicate.kind === 'not' ? [predicate.operand] : predicate.operands).flatMap(operatorsOf);
}

/** The same path as all versions take it, where there is only one way to write it. */
export function correctedPath({ text, offset, literal }: WrittenPath): Edit | undefined {
  const corrected = text
    .trim()
    .replace(/^\$(?=[A-Za-z_])/, '$.')
    .replace(/(?<!\.)\.$/, '')
    .replace(/\[([A-Za-z_][\w-]*)\]/g, "['$1']")
    .replaceAll('"', "'");
  const isSound = corrected !== text && !/'.*".*'|[#\\]|\$[\w{!]/.test(corrected) && !/'.*"|".*'/.test(text);
  const path = isSound ? readPath(corrected) : undefined;
  if (!isSound || path instanceof Error || difference(corrected, path) !== undefined) return undefined;
  const quote = corrected.includes("'") ? '"' : "'";
  return { offset, seen: literal, written: `${quote}${corrected}${quote}` };
}
