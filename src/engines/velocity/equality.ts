// `equals()` of the values a template can hold. Each comparison counts: lists that hold each other twice over are short
// to write and endless to compare.

import type { Budget } from '../budget.ts';
import { BigDecimal, Double, JavaList, JavaMap, Long, type Value } from '../java/value.ts';
import { Character, MapEntry, MapView } from './objects.ts';

/** `a.equals(b)`, or both null. */
export function equalValues(a: Value, b: Value, budget: Budget): boolean {
  budget.step();
  if (a === b) return true;
  if (typeof a !== 'object' || a === null || b === null) return false;
  if (a instanceof Long) return b instanceof Long && a.value === b.value;
  if (a instanceof Double) return b instanceof Double && Object.is(a.value, b.value);
  if (a instanceof BigDecimal) return b instanceof BigDecimal && a.unscaled === b.unscaled && a.scale === b.scale;
  if (a instanceof Character) return b instanceof Character && a.value === b.value;
  if (a instanceof JavaList) return b instanceof JavaList && equalItems(a.items, b.items, budget);
  if (a instanceof JavaMap) return b instanceof JavaMap && equalMaps(a, b, budget);
  if (a instanceof MapEntry) return b instanceof MapEntry && equalEntries(a, b, budget);
  return a instanceof MapView && b instanceof MapView && equalSets(a, b, budget);
}

function equalItems(a: readonly Value[], b: readonly Value[], budget: Budget): boolean {
  return a.length === b.length && a.every((item, index) => equalValues(item, b[index] ?? null, budget));
}

function equalMaps(a: JavaMap, b: JavaMap, budget: Budget): boolean {
  if (a.entries.size !== b.entries.size) return false;
  for (const [key, value] of a.entries) {
    const other = b.entries.get(keyIn(b, key as Value, budget));
    if (other === undefined || !equalValues(value, other, budget)) return false;
  }
  return true;
}

function equalEntries(a: MapEntry, b: MapEntry, budget: Budget): boolean {
  return equalValues(a.key, b.key, budget) && equalValues(a.value, b.value, budget);
}

/** Sets are equal by what they hold; `values()` is no set, and equal to itself alone. */
function equalSets(a: MapView, b: MapView, budget: Budget): boolean {
  if (a.part === 'values' || b.part === 'values') return false;
  const others = b.items();
  const items = a.items();
  return (
    items.length === others.length && items.every((item) => others.some((other) => equalValues(item, other, budget)))
  );
}

/** The key of the map that equals this one, or the key itself: objects are keys by `equals`, not by identity. */
export function keyIn(map: JavaMap, key: Value, budget: Budget): Value {
  if (typeof key !== 'object' || key === null) return key;
  for (const candidate of map.entries.keys()) {
    if (equalValues(key, candidate as Value, budget)) return candidate as Value;
  }
  return key;
}
