// What a mapping template finds when it starts: `$input`, `$util`, `$context`, `$stageVariables`.
import { hashOfString, inHashMapOrder } from '../java/hash-code.ts';
import { type Origin, untilChanged } from '../java/origin.ts';
import { Double, JavaList, JavaMap, Long, type Value } from '../java/value.ts';
import { parseJson } from '../json-path/json.ts';
import type { Scope } from '../velocity/rendering.ts';
import { DEFAULT_CONTEXT } from './default-context.ts';
import { Input } from './input.ts';
import { Util } from './util.ts';

/** Plain JSON, as `JSON.parse` gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface ScopeOptions {
  /** The payload, as text. Empty counts as `{}`. */
  readonly body?: string | undefined;
  /** Replaces the default `$context` whole. */
  readonly context?: JsonObject | undefined;
  readonly stageVariables?: JsonObject | undefined;
  /** `path`, `querystring` and `header`, each a map of names to values. */
  readonly params?: JsonObject | undefined;
}

/** The names of what the service gives a mapping template. */
export const SCOPE_VARIABLES = ['input', 'util', 'context', 'stageVariables'] as const;

/** Velocity knows `#evaluate`, which a trial found unusable: https://qiita.com/yoshidasts/items/ddab0ef7b983b7c5260b */
const UNAVAILABLE: Scope['unavailable'] = new Set(['evaluate']);

/**
 * Describes the start of renderings. What is read once, such as the payload, serves all renderings of the scope: one that
 * changes it has the next one read it anew.
 */
export function createScope({ body = '', ...surroundings }: ScopeOptions): Scope {
  return createScopes(surroundings)(body);
}

/** The scopes of payloads in the same surroundings, which are read once for all of them. */
export function createScopes({ context, stageVariables, params }: Omit<ScopeOptions, 'body'>): (body: string) => Scope {
  const parameters = untilChanged((origin) => paramsMap(params, origin));
  const around = {
    util: () => new Util(),
    context: untilChanged((origin) => fromJson(context ?? DEFAULT_CONTEXT, origin)),
    stageVariables: untilChanged((origin) => fromJson(stageVariables ?? {}, origin)),
  };
  return (body) => {
    const text = body === '' ? '{}' : body;
    const document = untilChanged((origin) => parseJson(text, origin));
    const variables: Readonly<Record<(typeof SCOPE_VARIABLES)[number], () => Value>> = {
      ...around,
      input: () => new Input(text, document, parameters),
    };
    return { variables: new Map(Object.entries(variables)), unavailable: UNAVAILABLE };
  };
}

const PARAM_GROUPS: readonly string[] = ['path', 'querystring', 'header'];

function paramsMap(params: JsonObject | undefined, origin: Origin): JavaMap {
  const groups: Record<string, unknown> = { ...params };
  for (const group of PARAM_GROUPS) {
    if (!isObject(groups[group])) groups[group] = {};
  }
  return params === undefined
    ? mapOf(groups, PARAM_GROUPS, false, origin)
    : mapOf(groups, inHashMapOrder(Object.keys(groups), hashOfString), true, origin);
}

/** JSON as Java's own objects: a `HashMap` for each object, json-smart's `JSONArray` for each array. */
function fromJson(json: unknown, origin: Origin): Value {
  if (typeof json === 'number') return fromNumber(json);
  if (Array.isArray(json))
    return new JavaList(
      json.map((item) => fromJson(item, origin)),
      true,
      origin,
    );
  if (isObject(json)) return mapOf(json, inHashMapOrder(Object.keys(json), hashOfString), true, origin);
  return typeof json === 'string' || typeof json === 'boolean' ? json : null;
}

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** @param names own names of `members`, in the order of the map */
function mapOf(members: JsonObject, names: readonly string[], hashed: boolean, origin: Origin): JavaMap {
  const entries = new Map<Value, Value>();
  for (const name of names) entries.set(name, fromJson(members[name], origin));
  return new JavaMap(entries, hashed, origin);
}

function fromNumber(number: number): Value {
  if (!Number.isSafeInteger(number)) return new Double(number);
  return number === (number | 0) ? number : new Long(BigInt(number));
}
