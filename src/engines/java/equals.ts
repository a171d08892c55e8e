// `equals()` of the values a template can hold. Each comparison counts: lists that hold each other twice over are short
// to write and endless to compare.
import type { Budget } from '../budget.ts';
import { exceeded } from '../limit-error.ts';
import { Character } from './character.ts';
import { MapEntry } from './map-entry.ts';
import { MapView } from './map-view.ts';
import { MAX_DEPTH } from './to-string.ts';
import { BigDecimal, Double, JavaList, JavaMap, Long, type Value } from './value.ts';

/**
 * `a.equals(b)`, or both null: numbers of different types are unequal, lists compare element by element, maps by entry.
 * Throws `LimitError`, also past `MAX_DEPTH` levels.
 */
export function equals(a: Value, b: Value, budget: Budget, depth = 0): boolean {
  budget.step();
  if (depth > MAX_DEPTH) throw exceeded('depth', MAX_DEPTH);
  if (a === b) return true;
  if (typeof a !== 'object' || a === null || b === null) return false;
  if (a instanceof Long) return b instanceof Long && a.value === b.value;
  if (a instanceof Double) return b instanceof Double && Object.is(a.value, b.value);
  if (a instanceof BigDecimal) return b instanceof BigDecimal && a.unscaled === b.unscaled && a.scale === b.scale;
  if (a instanceof Character) return b instanceof Character && a.value === b.value;
  if (a instanceof JavaList) return b instanceof JavaList && equalItems(a.items, b.items, budget, depth + 1);
  if (a instanceof JavaMap) return b instanceof JavaMap && equalMaps(a, b, budget, depth + 1);
  if (a instanceof MapEntry) return b instanceof MapEntry && equalEntries(a, b, budget, depth + 1);
  return a instanceof MapView && b instanceof MapView && equalSets(a, b, budget, depth + 1);
}

function equalItems(a: readonly Value[], b: readonly Value[], budget: Budget, depth: number): boolean {
  return a.length === b.length && a.every((item, index) => equals(item, b[index] ?? null, budget, depth));
}

function equalMaps(a: JavaMap, b: JavaMap, budget: Budget, depth: number): boolean {
  if (a.entries.size !== b.entries.size) return false;
  for (const [key, value] of a.entries) {
    const other = b.entries.get(keyIn(b, key, budget));
    if (other === undefined || !equals(value, other, budget, depth)) return false;
  }
  return true;
}

function equalEntries(a: MapEntry, b: MapEntry, budget: Budget, depth: number): boolean {
  return equals(a.key, b.key, budget, depth) && equals(a.value, b.value, budget, depth);
}

/** Sets are equal by what they hold; `values()` is no set, and equal to itself alone. */
function equalSets(a: MapView, b: MapView, budget: Budget, depth: number): boolean {
  if (a.part === 'values' || b.part === 'values') return false;
  const others = b.items();
  const items = a.items();
  return (
    items.length === others.length && items.every((item) => others.some((other) => equals(item, other, budget, depth)))
  );
}

/** The key of the map that equals this one, or the key itself: objects are keys by `equals`, not by identity. */
export function keyIn(map: JavaMap, key: Value, budget: Budget): Value {
  if (typeof key !== 'object' || key === null) return key;
  for (const candidate of map.entries.keys()) {
    if (equals(key, candidate, budget)) return candidate;
  }
  return key;
}
