import { parseInteger } from '../java/parse-number.ts';
import { EvaluationError } from './error.ts';

const ESCAPES = new Map([
  ['r', '\r'],
  ['f', '\f'],
  ['t', '\t'],
  ['n', '\n'],
  ['b', '\b'],
]);

/** The text a name or string literal of a path stands for: backslash escapes as in Java. */
export function unescapeJava(text: string): string {
  if (!text.includes('\\')) return text;
  let value = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character !== '\\') {
      value += character;
    } else if (text[i + 1] === 'u') {
      const digits = text.slice(i + 2, i + 6);
      // Java collects four digits; what ends before that is dropped.
      if (digits.length < 4) return value;
      const code = parseInteger(digits, 16);
      if (code === undefined) throw new EvaluationError(`Unable to parse unicode value: ${digits}`);
      value += String.fromCharCode(code);
      i += 5;
    } else {
      i += 1;
      const escaped = text[i] ?? '\\';
      value += ESCAPES.get(escaped) ?? escaped;
    }
  }
  return value;
}
