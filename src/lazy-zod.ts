// The part of zod that the MCP SDK builds its schemas with, building each schema at its first use: the SDK declares some eight
// hundred when it is imported, and a session parses with a few dozen. The build gives this module to the SDK's types.js.
import * as zod from 'zod/v4';

type Schema = Record<PropertyKey, unknown>;
type Build = (...args: unknown[]) => Schema;

const BUILT = Symbol('built');
/** Methods that make a schema of a schema. */
const DERIVES = new Set<PropertyKey>(
  'optional default describe refine or array merge strict loose int min max nonnegative url startsWith'.split(' '),
);

/** Stands for a schema until anything but its shape, or a schema derived from it, is asked for. */
function lazy(build: () => Schema, shape?: () => object): object {
  let schema: Schema | undefined;
  const built = () => {
    schema ??= build();
    return schema;
  };
  const method = (name: PropertyKey) => (built()[name] as Build).bind(schema);
  const extend = (more: object) =>
    lazy(() => method('extend')(unwrap(more)), shape && (() => ({ ...shape(), ...more })));
  return new Proxy(
    {},
    {
      get(_, key) {
        if (key === BUILT) return built();
        if (key === 'shape' && shape) return shape();
        if (key === 'extend') return extend;
        return DERIVES.has(key) ? (...args: unknown[]) => lazy(() => method(key)(...args.map(unwrap))) : built()[key];
      },
    },
  );
}

/** Zod's own schemas for ours; a shape keeps its members unbuilt until zod reads them. */
function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const built = (value as Schema)[BUILT];
  if (built !== undefined) return built;
  const getters = Object.entries(value).map(
    ([key, member]) => [key, { get: () => unwrap(member), enumerable: true }] as const,
  );
  return Object.defineProperties({}, Object.fromEntries(getters));
}

const later =
  (build: unknown) =>
  (...args: unknown[]): object =>
    lazy(() => (build as Build)(...args.map(unwrap)));
const laterObject = (build: unknown) => (shape: object) =>
  lazy(
    () => (build as Build)(unwrap(shape)),
    () => shape,
  );

export const object = laterObject(zod.object);
export const looseObject = laterObject(zod.looseObject);
export const array = later(zod.array);
export const boolean = later(zod.boolean);
export const custom = later(zod.custom);
export const discriminatedUnion = later(zod.discriminatedUnion);
export const intersection = later(zod.intersection);
export const literal = later(zod.literal);
export const number = later(zod.number);
export const optional = later(zod.optional);
export const preprocess = later(zod.preprocess);
export const record = later(zod.record);
export const string = later(zod.string);
export const union = later(zod.union);
export const unknown = later(zod.unknown);
export const iso = { datetime: later(zod.iso.datetime) };
const zodEnum = later(zod.enum);
const zodNull = later(zod.null);

export { zodEnum as enum, zodNull as null };
