import { LimitError } from '../limit-error.ts';
import { MAX_DEPTH } from './to-string.ts';
import { BigDecimal, Double, JavaList, JavaMap, Long, type Value } from './value.ts';

/**
 * `a.equals(b)`: numbers of different types are unequal, lists compare element by element, maps entry by entry. Throws
 * `LimitError` past `MAX_DEPTH` levels.
 */
export function equalsJava(a: Value, b: Value, depth = 0): boolean {
  if (depth > MAX_DEPTH) throw new LimitError('depth', MAX_DEPTH);
  if (a === b) return true;
  if (a instanceof Long) return b instanceof Long && a.value === b.value;
  if (a instanceof Double) return b instanceof Double && Object.is(a.value, b.value);
  if (a instanceof BigDecimal) return b instanceof BigDecimal && a.unscaled === b.unscaled && a.scale === b.scale;
  if (a instanceof JavaList) {
    return (
      b instanceof JavaList &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => equalsJava(item, b.items[index] ?? null, depth + 1))
    );
  }
  if (!(a instanceof JavaMap) || !(b instanceof JavaMap) || a.entries.size !== b.entries.size) return false;
  for (const [key, item] of a.entries) {
    const other = b.entries.get(key);
    if (other === undefined || !equalsJava(item, other, depth + 1)) return false;
  }
  return true;
}
