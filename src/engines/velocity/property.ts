// `$value.name` and `#set($value.name = ...)`, looked up in the order of `UberspectImpl`.

import type { Budget } from '../budget.ts';
import { JavaArray } from '../java/java-array.ts';
import { JavaClass } from '../java/java-class.ts';
import { findMethod } from '../java/methods/class-of.ts';
import { setEntry, valueAt } from '../java/methods/map.ts';
import { Arguments, type Overload } from '../java/methods/method-table.ts';
import { JavaMap, type Value } from '../java/value.ts';
import { FOREACH_PROPERTIES, ForeachScope } from './foreach-scope.ts';

/** `getName()`, then the map's entry, then `get("name")`, then `isName()`. Null where there is none of them. */
export function getProperty(value: Value, name: string, budget: Budget): Value {
  // The only getter of a map is getClass(): most templates read nothing but maps.
  if (value instanceof JavaMap && name !== 'class' && name !== 'Class') return valueAt(value, name, budget);
  if (value instanceof ForeachScope) {
    const get = FOREACH_PROPERTIES.get(name);
    if (get) return get(value);
  }
  // Velocity lends arrays the methods of a list, but not their getters.
  if (value instanceof JavaArray && name !== 'class' && name !== 'Class') return null;
  if (value instanceof JavaClass) return name === 'name' || name === 'Name' ? value.classOf : null;
  const getter = findAccessor(value, 'get', name, []);
  if (getter) return getter.call(value, new Arguments([], budget)) ?? null;
  if (value instanceof JavaMap) return valueAt(value, name, budget);
  if (value instanceof ForeachScope) return value.lookUp(name);
  const lookup = findMethod(value, 'get', [name]);
  if (lookup) return lookup.call(value, new Arguments([name], budget)) ?? null;
  const answer = findAccessor(value, 'is', name, [])?.call(value, new Arguments([], budget));
  return typeof answer === 'boolean' ? answer : null;
}

/** `setName(x)`, then the map's entry. Nothing happens where there is neither. */
export function setProperty(target: Value, name: string, value: Value, budget: Budget): void {
  const setter = findAccessor(target, 'set', name, [value]);
  if (setter) {
    setter.call(target, new Arguments([value], budget));
  } else if (target instanceof JavaMap) {
    setEntry(target, name, value, budget);
  } else if (target instanceof ForeachScope) {
    target.stored.set(name, value);
  }
}

/** With the name as it is, then with its first letter in the other case. */
function findAccessor(value: Value, prefix: string, name: string, values: readonly Value[]): Overload | undefined {
  const first = name.charAt(0);
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return findMethod(value, prefix + name, values) ?? findMethod(value, prefix + other + name.slice(1), values);
}
