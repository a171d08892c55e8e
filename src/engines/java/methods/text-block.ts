// The methods of `java.lang.String` that came with text blocks.
import { JavaException } from '../java-exception.ts';
import { stripLeading, stripTrailing } from './white-space.ts';

/** `lines()`: what ends the last line begins no other. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function leadingBlanks(line: string): number {
  return line.length - stripLeading(line).length;
}

/** How long `indent` makes a text at most. */
export function indentedLength(text: string, by: number): number {
  return text.length + 1 + linesOf(text).length * Math.max(0, by);
}

/** `String.indent`: every line gets so many spaces, or loses so many blanks, and ends with `\n`. */
export function indent(text: string, by: number): string {
  const blanks = ' '.repeat(Math.max(0, by));
  const lines = linesOf(text).map((line) => blanks + line.slice(Math.min(Math.max(0, -by), leadingBlanks(line))));
  return lines.map((line) => `${line}\n`).join('');
}

/** `String.stripIndent`: the blanks that all lines begin with go, and those at the end of each. */
export function stripIndent(text: string): string {
  const lines = linesOf(text);
  const isEnded = /[\r\n]$/.test(text);
  const last = lines.at(-1) ?? '';
  const marks = lines.filter((line) => stripLeading(line) !== '').map(leadingBlanks);
  if (stripLeading(last) === '') marks.push(last.length);
  const outdent = isEnded ? 0 : marks.reduce((least, mark) => Math.min(least, mark), text.length);
  return (
    lines.map((line) => stripTrailing(line.slice(Math.min(outdent, leadingBlanks(line))))).join('\n') +
    (isEnded ? '\n' : '')
  );
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['s', ' '],
  ['t', '\t'],
  ["'", "'"],
  ['"', '"'],
  ['\\', '\\'],
  ['\n', ''],
  ['\r', ''],
  ['\r\n', ''],
]);

/** `String.translateEscapes`; throws for an unknown escape. */
export function translateEscapes(text: string): string {
  return text.replace(/\\([0-3]?[0-7]{1,2}|\r\n|[\s\S]|$)/g, (_, sequence: string) => {
    const character = /^[0-7]/.test(sequence)
      ? String.fromCharCode(Number.parseInt(sequence, 8))
      : ESCAPES.get(sequence);
    if (character === undefined) throw new JavaException('java.lang.IllegalArgumentException: Invalid escape sequence');
    return character;
  });
}
