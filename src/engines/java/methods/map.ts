// `java.util.LinkedHashMap`, `HashMap` and `Map.Entry`.

import type { Budget } from '../../budget.ts';
import { equals, keyIn } from '../equals.ts';
import { hashCode, inHashMapOrder } from '../hash-code.ts';
import type { MapEntry } from '../map-entry.ts';
import { MapView } from '../map-view.ts';
import { JavaMap, type Value } from '../value.ts';
import { type Arguments, methodTable } from './method-table.ts';

export const MAP_METHODS = methodTable<JavaMap>({
  'size()': ({ entries }) => entries.size,
  'isEmpty()': ({ entries }) => entries.size === 0,
  'get(Object)': (map, given) => valueAt(map, given.any(0), given.budget),
  'getOrDefault(Object,Object)': (map, given) =>
    has(map, given) ? valueAt(map, given.any(0), given.budget) : given.any(1),
  'containsKey(Object)': (map, given) => has(map, given),
  'containsValue(Object)': ({ entries }, given) => {
    return [...entries.values()].some((value) => equals(given.any(0), value, given.budget));
  },
  'put(Object,Object)': (map, given) => put(map, given.any(0), given.any(1), given),
  'putIfAbsent(Object,Object)': (map, given) => {
    const present = valueAt(map, given.any(0), given.budget);
    return present === null ? put(map, given.any(0), given.any(1), given) : present;
  },
  'putAll(Map)': (map, given) => {
    for (const [key, value] of [...given.map(0).entries]) put(map, key, value, given);
    return undefined;
  },
  'replace(Object,Object)': (map, given) => (has(map, given) ? put(map, given.any(0), given.any(1), given) : null),
  'replace(Object,Object,Object)': (map, given) => {
    const found = has(map, given) && equals(given.any(1), valueAt(map, given.any(0), given.budget), given.budget);
    if (found) put(map, given.any(0), given.any(2), given);
    return found;
  },
  'remove(Object)': (map, given) => {
    const previous = valueAt(map, given.any(0), given.budget);
    map.delete(keyIn(map, given.any(0), given.budget));
    return previous;
  },
  'remove(Object,Object)': (map, given) => {
    const found = has(map, given) && equals(given.any(1), valueAt(map, given.any(0), given.budget), given.budget);
    return found && map.delete(keyIn(map, given.any(0), given.budget));
  },
  'clear()': (map) => {
    map.clear();
    return undefined;
  },
  'keySet()': (map) => new MapView(map, 'keys'),
  'values()': (map) => new MapView(map, 'values'),
  'entrySet()': (map) => new MapView(map, 'entries'),
  'clone()': (map, given) => {
    const copy = new JavaMap(undefined, map.hashed);
    for (const [key, value] of map.entries) put(copy, key, value, given);
    return copy;
  },
});

export const ENTRY_METHODS = methodTable<MapEntry>({
  'getKey()': (entry) => entry.key,
  'getValue()': (entry) => entry.value,
  'setValue(Object)': (entry, given) => {
    const previous = entry.value;
    entry.value = given.any(0);
    return previous;
  },
});

/** What the map holds under a key; null where it holds nothing. */
export function valueAt(map: JavaMap, key: Value, budget: Budget): Value {
  return map.entries.get(keyIn(map, key, budget)) ?? null;
}

/** Puts a value under a key, or under a new one: a `HashMap` orders its keys anew. */
export function setEntry(map: JavaMap, key: Value, value: Value, budget: Budget): void {
  budget.step();
  const isKnown = map.entries.has(key);
  map.set(key, value);
  if (isKnown) return;
  budget.elements(map.entries.size);
  if (map.hashed) orderByHash(map, budget);
}

function orderByHash(map: JavaMap, budget: Budget): void {
  budget.steps(map.entries.size);
  const members = inHashMapOrder([...map.entries], ([key]) => hashCode(key, budget));
  map.clear();
  for (const [key, value] of members) map.set(key, value);
}

function has(map: JavaMap, given: Arguments): boolean {
  return map.entries.has(keyIn(map, given.any(0), given.budget));
}

function put(map: JavaMap, key: Value, value: Value, given: Arguments): Value {
  const found = keyIn(map, key, given.budget);
  const previous = map.entries.get(found) ?? null;
  setEntry(map, found, value, given.budget);
  return previous;
}
