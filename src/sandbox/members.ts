// The members of a request, in the terms of the published service model: JSON types are read first, limits checked later,
// because the service looks the resources up in between.
import { missingMember, outsideEnum, tooLong, tooShort, wrongType } from './refusals.ts';

export type Shape =
  | { readonly kind: 'string'; readonly oneOf?: readonly string[]; readonly min?: number; readonly max?: number }
  | { readonly kind: 'boolean' | 'integer' | 'double' }
  | { readonly kind: 'list'; readonly element: Shape }
  | { readonly kind: 'map'; readonly value: Shape }
  | { readonly kind: 'structure'; readonly members: Members };

/** `createOnly` members are inputs of Create but not of Update. */
type Member = Shape & { readonly required?: true; readonly createOnly?: true };
export type Members = { readonly [name: string]: Member };

type Value<S> = S extends { kind: 'string' }
  ? string
  : S extends { kind: 'boolean' }
    ? boolean
    : S extends { kind: 'integer' | 'double' }
      ? number
      : S extends { kind: 'list'; element: infer Element }
        ? readonly Value<Element>[]
        : S extends { kind: 'map'; value: infer Entry }
          ? { readonly [key: string]: Value<Entry> }
          : S extends { kind: 'structure'; members: infer M }
            ? Values<M>
            : never;

type RequiredOf<M> = { [K in keyof M]: M[K] extends { required: true } ? K : never }[keyof M];

/** Members as read: every one may be absent. */
export type Values<M> = { readonly [K in keyof M]?: Value<M[K]> };

/** Members of a resource that can be stored: the required ones are there. */
export type Complete<M> = Values<M> & { readonly [K in RequiredOf<M>]: Value<M[K]> };

export const boolean = { kind: 'boolean' } as const;
export const integer = { kind: 'integer' } as const;
export const double = { kind: 'double' } as const;
export const text = (min = 0, max = Number.POSITIVE_INFINITY) => ({ kind: 'string', min, max }) as const;
export const oneOf = (...values: readonly string[]) => ({ kind: 'string', oneOf: values }) as const;
export const list = <S extends Shape>(element: S) => ({ kind: 'list', element }) as const;
export const map = <S extends Shape>(value: S) => ({ kind: 'map', value }) as const;
export const structure = <M extends Members>(members: M) => ({ kind: 'structure', members }) as const;
export const required = <S extends Shape>(shape: S) => ({ ...shape, required: true }) as const;
export const createOnly = <S extends Shape>(shape: S) => ({ ...shape, createOnly: true }) as const;

/** Reads a JSON body by its types alone. Unknown members are ignored and null ones absent: what the service does is unpublished. */
export function readMembers<M extends Members>(members: M, json: unknown): Values<M> {
  return read(structure(members), json) as Values<M>;
}

// Entries are only ever copied by `Object.fromEntries` and spread, which define own properties: a key such as
// `__proto__` stays data.
function read(shape: Shape, json: unknown): unknown {
  switch (shape.kind) {
    case 'string':
      return typeof json === 'string' ? json : refuseType(json, 'String');
    case 'boolean':
      return typeof json === 'boolean' ? json : refuseType(json, 'Boolean');
    case 'double':
      return typeof json === 'number' ? json : refuseType(json, 'Double');
    case 'integer':
      return typeof json === 'number' ? Math.trunc(json) : refuseType(json, 'Integer');
    case 'list':
      if (!Array.isArray(json)) return refuseType(json, 'List');
      return json.filter((element) => element !== null).map((element) => read(shape.element, element));
    case 'map':
      return Object.fromEntries(present(object(json)).map(([key, value]) => [key, read(shape.value, value)]));
    case 'structure':
      return Object.fromEntries(
        present(object(json))
          .filter(([name]) => Object.hasOwn(shape.members, name))
          .map(([name, value]) => [name, read(shape.members[name] as Member, value)]),
      );
  }
}

const present = (json: object) => Object.entries(json).filter(([, value]) => value !== null);

const object = (json: unknown): object =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? json : refuseType(json, 'Map');

function refuseType(json: unknown, wanted: string): never {
  throw wrongType(javaClass(json), wanted);
}

function javaClass(json: unknown): string {
  if (typeof json === 'number') return 'com.amazon.coral.value.json.numbers.TruncatingBigNumber';
  if (typeof json === 'boolean') return 'java.lang.Boolean';
  if (typeof json === 'string') return 'java.lang.String';
  return Array.isArray(json) ? 'java.util.ArrayList' : 'java.util.HashMap';
}

/** Refuses an absent required member, then a value outside its enum; `operation` is the one that reads them: `CreateApi`. */
export function requireMembers<M extends Members>(members: M, values: Values<M>, operation: string): Complete<M> {
  for (const [name, member] of Object.entries(members)) {
    if (member.required && !Object.hasOwn(values, name)) throw missingMember(operation, name);
  }
  for (const { path, shape, value } of strings(structure(members), values, '')) {
    if (shape.oneOf && !shape.oneOf.includes(value)) throw outsideEnum(inputPath(operation, path), value, shape.oneOf);
  }
  return values as Complete<M>;
}

/** Refuses values outside the documented lengths, counted in UTF-16 units as Java does (characters or bytes: unpublished). */
export function checkLengths<M extends Members>(members: M, values: Values<M>, operation: string): void {
  for (const { path, shape, value } of strings(structure(members), values, '')) {
    const { min = 0, max = Number.POSITIVE_INFINITY } = shape;
    if (value.length < min) throw tooShort(inputPath(operation, path), min);
    if (value.length > max) throw tooLong(inputPath(operation, path), max);
  }
}

/** Where a member stands, as the front end writes it: below the name of the operation's input. */
const inputPath = (operation: string, path: string) =>
  `${operation.charAt(0).toLowerCase()}${operation.slice(1)}Input.${path}`;

type Text = Extract<Shape, { kind: 'string' }>;

function* strings(shape: Shape, value: unknown, path: string): Generator<{ path: string; shape: Text; value: string }> {
  if (shape.kind === 'string') yield { path, shape, value: value as string };
  if (shape.kind === 'list') {
    for (const element of value as unknown[]) yield* strings(shape.element, element, path);
  }
  if (shape.kind === 'map' || shape.kind === 'structure') {
    for (const [name, entry] of Object.entries(value as object)) {
      const inner = shape.kind === 'map' ? shape.value : (shape.members[name] as Shape);
      yield* strings(inner, entry, path === '' ? name : `${path}.${name}`);
    }
  }
}

/**
 * What PATCH makes of a resource: omitted members stay, maps are merged per key, and `""` removes a key of a string map
 * (observed on requestParameters, requestModels and stageVariables; for the other maps inferred).
 */
export function merge<M extends Members>(members: M, before: Values<M>, patch: Values<M>): Values<M> {
  const old = new Map<string, unknown>(Object.entries(before));
  const merged = Object.entries(patch).map(([name, value]) => {
    const member = members[name];
    if (member?.kind !== 'map') return [name, value];
    const sent = value as object;
    const entries = Object.entries({ ...(old.get(name) as object | undefined), ...sent });
    return [name, Object.fromEntries(entries.filter(([key, entry]) => entry !== '' || !Object.hasOwn(sent, key)))];
  });
  return { ...before, ...Object.fromEntries(merged) };
}

/** The members an Update takes. */
export const updatable = <M extends Members>(members: M): Members =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => !member.createOnly));

/** The members of `document` that are inputs: what is left of it without ids and computed members. */
export const inputsOf = <M extends Members>(members: M, document: object): Values<M> =>
  Object.fromEntries(Object.entries(document).filter(([name]) => Object.hasOwn(members, name))) as Values<M>;
