// Arguments from outside, read through a schema: the value, or one finding per problem.
import { type ZodIssue, type ZodObject, ZodParsedType, type ZodRawShape, type z } from 'zod/v3';
import type { Finding } from './finding.ts';
import { nearest } from './nearest.ts';
import { quote } from './quote.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** `partial` holds the members that have the right shape, so that they can still be judged. */
  | { readonly ok: false; readonly findings: Finding[]; readonly partial: Partial<T> };

export const SCHEMA_SOURCE =
  'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html';

type Correction = Pick<Finding, 'Code' | 'Message' | 'Why' | 'Fix'> & { readonly Replace?: unknown };

/**
 * Checks raw arguments against a strict schema. The value handed back is the raw one: nothing is coerced, and map keys
 * like `__proto__`, which zod would drop from its copy, stay data.
 */
export function parseArguments<Shape extends ZodRawShape>(
  schema: ZodObject<Shape, 'strict'>,
  raw: unknown,
): Parsed<z.infer<ZodObject<Shape, 'strict'>>> {
  type Value = z.infer<ZodObject<Shape, 'strict'>>;
  const given = raw ?? {};
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, value: given as Value };
  const { issues } = parsed.error;
  const findings = issues.flatMap((issue) => toFindings(issue, given, Object.keys(schema.shape)));
  const bad = new Set(issues.map((issue) => issue.path[0]));
  const partial = Object.fromEntries(
    Object.entries(given).filter(([name]) => Object.hasOwn(schema.shape, name) && !bad.has(name)),
  ) as Partial<Value>;
  return { ok: false, findings, partial };
}

function toFindings(issue: ZodIssue, given: object, names: readonly string[]): Finding[] {
  const finding = (Path: Finding['Path'], correction: Correction): Finding => ({
    Severity: 'error',
    Path,
    Basis: 'documented',
    Source: SCHEMA_SOURCE,
    ...correction,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => finding([...issue.path, name], unknown(name, names, given)));
  }
  const seen = valueAt(given, issue.path);
  const name = String(issue.path.at(-1) ?? 'arguments');
  if (issue.code === 'invalid_type' && seen === undefined) return [finding(issue.path, missing(name, given, names))];
  if (issue.code === 'invalid_enum_value')
    return [finding(issue.path, notInEnum(name, seen, issue.options.map(String)))];
  if (issue.code === 'too_small' || issue.code === 'too_big') return [finding(issue.path, size(name, issue))];
  const expected = issue.code === 'invalid_type' ? issue.expected : 'another value';
  return [finding(issue.path, wrongType(issue.path, seen, expected))];
}

function unknown(name: string, names: readonly string[], given: object): Correction {
  const meant = nearest(name, names);
  const known = names.join(', ');
  return {
    Code: 'unknown-argument',
    Message: `There is no argument ${quote(name)}.${meant ? ` Did you mean ${meant}?` : ''}`,
    Why: `Argument names are spelled as AWS documents them; known here are ${known}.`,
    Fix: meant && !Object.hasOwn(given, meant) ? `Rename it to ${meant}.` : 'Remove it.',
    Replace: null,
  };
}

function missing(name: string, given: object, names: readonly string[]): Correction {
  const misspelt = Object.entries(given).find(([other]) => !names.includes(other) && nearest(other, names) === name);
  return {
    Code: 'missing-argument',
    Message: `${name} is missing.`,
    Why: 'The control plane requires it.',
    Fix: misspelt ? `Write ${quote(misspelt[0])} as ${name}.` : `Give ${name}.`,
    ...(typeof misspelt?.[1] === 'string' && { Replace: misspelt[1] }),
  };
}

function notInEnum(name: string, seen: unknown, options: readonly string[]): Correction {
  const word = typeof seen === 'string' ? seen : '';
  const meant =
    nearest(word, options) ?? options.find((option) => new RegExp(`(^|_)${/\w+$/.exec(word)?.[0]}$`, 'i').test(option));
  return {
    Code: 'not-in-enum',
    Message: `${name} is ${quote(String(seen))}.${meant ? ` Did you mean ${meant}?` : ''}`,
    Why: `The control plane knows only ${options.join(' and ')}.`,
    Fix: meant ? `Write ${meant}.` : `Write one of ${options.join(', ')}.`,
    ...(meant && { Replace: meant }),
  };
}

function size(name: string, issue: ZodIssue & { code: 'too_small' | 'too_big' }): Correction {
  const empty = issue.code === 'too_small' && issue.minimum === 1;
  const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  const unit = issue.type === 'string' ? 'characters' : issue.type === 'array' ? 'entries' : '';
  return {
    Code: empty ? 'empty-argument' : 'out-of-range',
    Message: empty
      ? `${name} is empty.`
      : `${name} must have ${bound} ${unit}.`.replace(' have', unit ? ' have' : ' be').replace(' .', '.'),
    Why: empty
      ? 'An empty value cannot name anything; the AWS client would send it as it stands.'
      : 'The bound keeps one call affordable.',
    Fix: empty ? `Give ${name}.` : `Give ${bound} ${unit}`.trimEnd() + '.',
  };
}

function wrongType(path: readonly (string | number)[], seen: unknown, expected: string): Correction {
  const name = String(path.at(-1) ?? 'arguments');
  const Replace = corrected(path, seen, expected);
  return {
    Code: 'wrong-type',
    Message: `${name} must be ${article(expected)}, not ${describe(seen)}.`,
    Why: 'The AWS client would pass a wrong type on, and the control plane refuse it as a SerializationException.',
    Fix: seen === null ? `Leave ${name} out or give ${article(expected)}.` : `Give ${name} as ${article(expected)}.`,
    ...(Replace !== undefined && { Replace }),
  };
}

/** The same value in the expected type, where there is only one way to write it. */
function corrected(path: readonly (string | number)[], seen: unknown, expected: string): unknown {
  if (seen === null && path.length === 1 && !REQUIRED.has(String(path[0]))) return null;
  if (expected === ZodParsedType.boolean && (seen === 'true' || seen === 'false')) return seen === 'true';
  if (expected === ZodParsedType.array && typeof seen === 'string') return [seen];
  if (expected === ZodParsedType.object && typeof seen === 'string') return stringMap(seen);
  if (expected !== ZodParsedType.string) return undefined;
  if (path[0] === 'IntegrationResponseKey' && typeof seen === 'number') return `/${seen}/`;
  if (path.length > 1 && typeof seen === 'object' && seen !== null) return json(seen);
  return path.length > 1 && (typeof seen === 'number' || typeof seen === 'boolean') ? String(seen) : undefined;
}

const REQUIRED = new Set(['ApiId', 'IntegrationId', 'IntegrationResponseKey']);

/** A map of strings that was sent as JSON text. */
function stringMap(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap && Object.values(value).every((entry) => typeof entry === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/** undefined where the value is nested too deeply to be written. */
function json(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

const article = (type: string) =>
  type === 'object' ? 'a map of strings' : /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string'
    ? `the text ${quote(value)}`
    : typeof value === 'object'
      ? 'an object'
      : `the ${typeof value} ${value}`;
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
