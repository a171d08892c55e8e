// Arguments from outside, read through a schema: the value, or one finding per problem.
import { type ZodIssue, ZodObject, type ZodRawShape, type ZodTypeAny, z } from 'zod/v3';
import type { Finding } from '../contract/finding.ts';
import { pageOfFinding } from '../facts/own-page.ts';
import { capped } from '../text/capped.ts';
import { nearest } from '../text/nearest.ts';
import { quote, visible } from '../text/quote.ts';
import { type Excess, excessOf } from './bound-shape.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** `partial` holds the members that have the right shape, so that they can still be judged. */
  | { readonly ok: false; readonly findings: Finding[]; readonly partial: Partial<T> };

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
  const excess = excessOf(given);
  if (excess) return { ok: false, findings: [tooLarge(excess)], partial: {} };
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, value: given as Value };
  const { issues } = parsed.error;
  const findings = byCode(issues.flatMap((issue) => toFindings(issue, given, schema)));
  const bad = new Set(issues.map((issue) => issue.path[0]));
  const partial = Object.fromEntries([
    ...misspelt(given, schema.shape).map(({ name, value }) => [name, value]),
    ...Object.entries(given).filter(([name]) => Object.hasOwn(schema.shape, name) && !bad.has(name)),
  ]) as Partial<Value>;
  return { ok: false, findings, partial };
}

const tooLarge = ({ member, bound }: Excess): Finding => ({
  Code: 'out-of-range',
  Severity: 'error',
  Path: [visible(member, 100)],
  Message: `The arguments have more than ${bound}; the bound was passed in ${quote(member)}.`,
  Why: 'The bound keeps one call affordable; no call that makes sense comes near it.',
  Fix: 'Give less in one call.',
  Basis: 'documented',
  Source: pageOfFinding('out-of-range'),
});

/** In the order in which the codes come first, each at most so many times. */
function byCode(findings: readonly Finding[]): Finding[] {
  const codes = new Set(findings.map(({ Code }) => Code));
  return [...codes].flatMap((code) => capped(findings.filter(({ Code }) => Code === code)));
}

function toFindings(issue: ZodIssue, given: object, schema: ZodTypeAny): Finding[] {
  const finding = (Path: Finding['Path'], correction: Correction): Finding => ({
    Severity: 'error',
    Path,
    Basis: 'documented',
    Source: pageOfFinding(correction.Code),
    ...correction,
  });
  if (issue.code === 'unrecognized_keys') {
    const shape = shapeAt(schema, issue.path);
    const parent = objectAt(given, issue.path);
    return [
      ...misspelt(parent, shape).flatMap(({ name, written, value }) =>
        shape[name]?.isOptional() ? [finding([...issue.path, name], misnamed(name, written, value))] : [],
      ),
      ...issue.keys.map((name) => finding([...issue.path, name], unknown(name, Object.keys(shape), parent))),
    ];
  }
  const seen = valueAt(given, issue.path);
  const name = nameOf(issue.path);
  if (issue.code === 'invalid_type' && seen === undefined) {
    const above = issue.path.slice(0, -1);
    const found = misspelt(objectAt(given, above), shapeAt(schema, above)).find((each) => each.name === name);
    return [finding(issue.path, found ? misnamed(name, found.written, found.value) : missing(issue.path))];
  }
  if (issue.code === 'invalid_enum_value')
    return [finding(issue.path, notInEnum(name, seen, issue.options.map(String)))];
  if (issue.code === 'too_small' || issue.code === 'too_big') return [finding(issue.path, size(name, issue))];
  const expected = issue.code === 'invalid_type' ? issue.expected.replaceAll("'", '') : 'another value';
  return [finding(issue.path, wrongType(issue.path, seen, expected, typeAt(schema, issue.path)))];
}

/** A member by its name, an entry of a list by its place: `Outcomes[1]`. */
function nameOf(path: readonly (string | number)[]): string {
  const last = path.at(-1) ?? 'arguments';
  return typeof last === 'number' ? `${path.at(-2) ?? ''}[${last}]` : last;
}

/** What the requests to AWS carry; the other members are this server's own. */
const AWS_MEMBERS: ReadonlySet<string | number> = new Set([
  'ApiId',
  'IntegrationId',
  'IntegrationResponseKey',
  'ContentHandlingStrategy',
  'ResponseParameters',
  'ResponseTemplates',
  'TemplateSelectionExpression',
]);

const isForAws = (path: readonly (string | number)[]): boolean => path.some((step) => AWS_MEMBERS.has(step));

function unknown(name: string, names: readonly string[], given: object): Correction {
  const meant = memberMeant(name, names);
  const known = names.join(', ');
  return {
    Code: 'unknown-argument',
    Message: `There is no argument ${quote(name)}.${meant ? ` Did you mean ${meant}?` : ''}`,
    Why: `Argument names are spelled as AWS documents them; known here are ${known}.`,
    Fix: meant && !Object.hasOwn(given, meant) ? `Rename it to ${meant}.` : 'Remove it.',
    Replace: null,
  };
}

const missing = (path: readonly (string | number)[]): Correction => ({
  Code: 'missing-argument',
  Message: `${nameOf(path)} is missing.`,
  Why: isForAws(path) ? 'The control plane requires it.' : 'This tool cannot work without it.',
  Fix: `Give ${nameOf(path)}.`,
});

const misnamed = (name: string, written: string, value: unknown): Correction => ({
  Code: 'missing-argument',
  Message: `${name} is missing: its value stands under ${quote(written)}.`,
  Why: 'Members of other names are not read.',
  Fix: `Write ${quote(written)} as ${name}.`,
  Replace: value,
});

/** The member that is spelt almost so, or the only one that begins or ends so (`Key`, `ContentHandling`). */
function memberMeant(name: string, names: readonly string[]): string | undefined {
  const part = name.slice(0, 100).toLowerCase();
  const whole = names.filter((each) => each.toLowerCase().startsWith(part) || each.toLowerCase().endsWith(part));
  return nearest(name, names) ?? (part.length > 2 && whole.length === 1 ? whole[0] : undefined);
}

interface Misspelt {
  readonly name: string;
  readonly written: string;
  readonly value: unknown;
}

/** The members whose value is given, in the right shape, under a name that is only close to theirs. */
function misspelt(given: object, shape: ZodRawShape): Misspelt[] {
  const names = Object.keys(shape).filter((name) => !Object.hasOwn(given, name));
  const found = new Map<string, Misspelt>();
  for (const [written, value] of Object.entries(given).slice(0, MAX_MEMBERS)) {
    const name = Object.hasOwn(shape, written) ? undefined : memberMeant(written, Object.keys(shape));
    if (name === undefined || !names.includes(name) || found.has(name)) continue;
    if (shape[name]?.safeParse(value).success) found.set(name, { name, written, value });
  }
  return [...found.values()];
}

/** Members of one object in which a misspelt name is looked for. */
const MAX_MEMBERS = 100;

/** The members that the schema has at the path; none where it has no object there. */
function shapeAt(schema: ZodTypeAny, path: readonly (string | number)[]): ZodRawShape {
  const type = unwrapped(typeAt(schema, path));
  return type instanceof ZodObject ? (type.shape as ZodRawShape) : {};
}

/** What the schema has at the path; undefined where it does not look so deep. */
const typeAt = (schema: ZodTypeAny, path: readonly (string | number)[]): ZodTypeAny | undefined =>
  path.reduce<ZodTypeAny | undefined>((outer, step) => {
    const type = unwrapped(outer);
    if (type instanceof z.ZodArray || type instanceof z.ZodRecord) return type.element as ZodTypeAny;
    return type instanceof ZodObject ? (type.shape as ZodRawShape)[step] : undefined;
  }, schema);

const unwrapped = (type: ZodTypeAny | undefined): ZodTypeAny | undefined =>
  type instanceof z.ZodOptional ? (type.unwrap() as ZodTypeAny) : type;

/** What stands at a path on which the schema found something: all that lead to it are objects or lists. */
const valueAt = (root: object, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Readonly<Record<string | number, unknown>>)[step], root);

const objectAt = (root: object, path: readonly (string | number)[]) => valueAt(root, path) as object;

function notInEnum(name: string, seen: unknown, options: readonly string[]): Correction {
  const word = typeof seen === 'string' ? seen.slice(0, 100) : '';
  const last = /[a-z]+$/i.exec(word)?.[0].toUpperCase();
  const meant = nearest(word, options) ?? options.find((option) => last && option.endsWith(`_${last}`));
  return {
    Code: 'not-in-enum',
    Message: `${name} is ${quote(String(seen))}.${meant ? ` Did you mean ${meant}?` : ''}`,
    Why: `Only ${options.join(', ')} are known.`,
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
      : issue.type === 'number'
        ? 'No other number means anything here.'
        : 'The bound keeps one call affordable.',
    Fix: empty ? `Give ${name}.` : `Give ${bound} ${unit}`.trimEnd() + '.',
  };
}

function wrongType(
  path: readonly (string | number)[],
  seen: unknown,
  expected: string,
  type: ZodTypeAny | undefined,
): Correction {
  const name = nameOf(path);
  const inner = unwrapped(type);
  const isStringMap = inner instanceof z.ZodRecord && inner.element instanceof z.ZodString;
  const wanted = isStringMap ? 'a map of strings' : article(expected);
  const Replace = seen === null ? (type?.isOptional() ? null : undefined) : corrected(path, seen, inner);
  return {
    Code: 'wrong-type',
    Message: `${name} must be ${wanted}, not ${describe(seen)}.`,
    Why: isForAws(path)
      ? 'The AWS client would pass a wrong type on, and the control plane refuse it as a SerializationException.'
      : 'This tool reads it in no other type.',
    Fix: seen === null ? `Leave ${name} out or give ${wanted}.` : `Give ${name} as ${wanted}.`,
    ...(Replace !== undefined && { Replace }),
  };
}

/** The same value as the schema takes it, where there is only one way to write it. */
const corrected = (path: readonly (string | number)[], seen: unknown, type: ZodTypeAny | undefined): unknown =>
  rewritings(path, seen).find((value) => type?.safeParse(value).success);

/** A text may be JSON of what is expected, or the only entry of a list; a number or boolean may have lost its quotes. */
function rewritings(path: readonly (string | number)[], seen: unknown): unknown[] {
  if (typeof seen === 'string') return [fromJson(seen), [seen]];
  const isParameter = path[0] === 'ResponseParameters';
  if (typeof seen === 'object') return [[seen], ...(path.length > 1 && !isParameter ? [JSON.stringify(seen)] : [])];
  if (path.at(-1) === 'IntegrationResponseKey') return typeof seen === 'number' ? [`/${seen}/`] : [];
  if (isParameter) return [`'${seen}'`];
  return path.length > 1 ? [String(seen)] : [];
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const article = (type: string) =>
  type.includes(' | ') ? `one of ${type.replaceAll(' | ', ', ')}` : /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string'
    ? `the text ${quote(value)}`
    : typeof value === 'object'
      ? 'an object'
      : `the ${typeof value} ${value}`;
}
