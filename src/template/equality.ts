import { equalsJava } from '../java/equals.ts';
import { type JavaMap, JavaObject, type Value } from '../java/value.ts';

/** `a.equals(b)`, or both null. */
export function equalValues(a: Value, b: Value): boolean {
  return a instanceof JavaObject ? a.equals(b) : equalsJava(a, b);
}

/** The key of the map that equals this one, or the key itself: objects are keys by `equals`, not by identity. */
export function keyIn(map: JavaMap, key: Value): Value {
  if (typeof key !== 'object' || key === null) return key;
  for (const candidate of map.entries.keys()) {
    if (equalValues(key, candidate as Value)) return candidate as Value;
  }
  return key;
}
