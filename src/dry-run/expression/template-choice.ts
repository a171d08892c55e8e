// Which template keys an expression can lead to, as far as that is certain.
import type { ExpressionPart, SelectionExpression } from '../../api-gateway/selection-expression.ts';
import { statusCodesOf } from '../key/status-codes.ts';
import type { Subject } from '../subject.ts';

/** The text an expression without variables stands for; undefined where there are variables or problems. */
export function staticText({ parts, problems }: SelectionExpression): string | undefined {
  if (problems.length > 0 || parts.some(({ kind }) => kind === 'variable')) return undefined;
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

const NAME = /^\$?\{?(?:request\.body(?:[.[].+)?|integration\.response\.(?:statuscode|(?:multivalue)?header\..+))\}?$/s;

/** The variable that was meant by a static text like `request.body.action`. */
export function meantVariable(subject: Subject): string | undefined {
  const { expression } = subject;
  const text = expression && staticText(expression);
  if (text === undefined || !NAME.test(text) || subject.templates.some(({ key }) => key === text)) return undefined;
  return `\${${text.replace(/^\$?\{?|\}$/g, '')}}`;
}

/** The template key `$default` as it is escaped in expressions. */
export const isEscapedDefault = (key: string): boolean => /^\\+\$default$/.test(key);

/** An expression of more parts is not judged. */
const MAX_PARTS = 50;

/** The keys that no value of the expression equals; `$default`, the fallback, is not among them. */
export function unreachableKeys(subject: Subject, expression: SelectionExpression): string[] {
  if (expression.problems.length > 0 || expression.parts.length > MAX_PARTS) return [];
  const codes = possibleCodes(subject);
  return subject.templates.flatMap(({ key }) =>
    key === '$default' || isEscapedDefault(key) || canYield(expression.parts, key, codes) ? [] : [key],
  );
}

/** The status codes that lead to the wanted response; undefined where nothing is known of them. */
function possibleCodes(subject: Subject): ReadonlySet<string> | undefined {
  const codes = subject.matched === 'status' ? statusCodesOf(subject.key) : undefined;
  return codes && new Set(codes.map(String));
}

/** Whether the parts can make the key: a variable stands for any text, a lone status code for a number of three digits. */
function canYield(parts: readonly ExpressionPart[], key: string, codes: ReadonlySet<string> | undefined): boolean {
  const [first, ...others] = parts;
  if (others.length === 0 && first?.kind === 'variable' && first.name === 'integration.response.statuscode') {
    return codes ? codes.has(key) : /^[1-5]\d\d$/.test(key);
  }
  if (parts.every(({ kind }) => kind === 'text')) return key === parts.map(textOf).join('');
  const start = textOf(parts[0]);
  const end = textOf(parts.at(-1));
  if (!key.startsWith(start) || !key.endsWith(end)) return false;
  let at = start.length;
  for (const part of parts.slice(1, -1)) {
    at = key.indexOf(textOf(part), at);
    if (at < 0) return false;
    at += textOf(part).length;
  }
  return at <= key.length - end.length;
}

const textOf = (part: ExpressionPart | undefined): string => (part?.kind === 'text' ? part.text : '');
