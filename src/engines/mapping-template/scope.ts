// What a mapping template finds when it starts: `$input`, `$util`, `$context`, `$stageVariables`.

import { hashOfString, inHashMapOrder } from '../java/hash-code.ts';
import { Double, JavaList, JavaMap, Long, type Value } from '../java/value.ts';
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

/** The variables a rendering starts with. Each rendering makes its own, so what one does to them stays there. */
export interface Scope {
  readonly variables: ReadonlyMap<string, () => Value>;
}

/** Describes the start of a rendering. */
export function createScope({ body = '', context, stageVariables, params }: ScopeOptions): Scope {
  return {
    variables: new Map<string, () => Value>([
      ['input', () => new Input(body === '' ? '{}' : body, () => paramsMap(params))],
      ['util', () => new Util()],
      ['context', () => fromJson(context ?? DEFAULT_CONTEXT)],
      ['stageVariables', () => fromJson(stageVariables ?? {})],
    ]),
  };
}

const PARAM_GROUPS: readonly string[] = ['path', 'querystring', 'header'];

function paramsMap(params: JsonObject | undefined): JavaMap {
  const groups: Record<string, unknown> = { ...params };
  for (const group of PARAM_GROUPS) {
    if (!isObject(groups[group])) groups[group] = {};
  }
  return params === undefined
    ? mapOf(groups, PARAM_GROUPS, false)
    : mapOf(groups, inHashMapOrder(Object.keys(groups), hashOfString), true);
}

/** JSON as json-smart's own objects: `JSONObject`, whose order is a `HashMap`'s, and `JSONArray`. */
function fromJson(json: unknown): Value {
  if (typeof json === 'number') return fromNumber(json);
  if (Array.isArray(json)) return new JavaList(json.map(fromJson), true);
  if (isObject(json)) {
    return mapOf(json, inHashMapOrder(Object.keys(json), hashOfString), true);
  }
  return typeof json === 'string' || typeof json === 'boolean' ? json : null;
}

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** @param names own names of `members`, in the order of the map */
function mapOf(members: JsonObject, names: readonly string[], json: boolean): JavaMap {
  const map = new JavaMap(json);
  for (const name of names) map.entries.set(name, fromJson(members[name]));
  return map;
}

function fromNumber(number: number): Value {
  if (!Number.isSafeInteger(number)) return new Double(number);
  return number === (number | 0) ? number : new Long(BigInt(number));
}
