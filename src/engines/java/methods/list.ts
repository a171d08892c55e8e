// `java.util.ArrayList` and what else has elements: arrays, views of maps, iterators.

import { equals } from '../equals.ts';
import { iteratorOf, type JavaIterator, ListIterator } from '../iterator.ts';
import { JavaArray } from '../java-array.ts';
import { JavaException } from '../java-exception.ts';
import type { MapView } from '../map-view.ts';
import { compareNumbers, isNumber } from '../number.ts';
import { JavaList, type Value } from '../value.ts';
import { type Arguments, methodTable } from './method-table.ts';

/** What `ArrayList` and the list around an array have in common; an array cannot grow or shrink. */
const READ = {
  'size()': ({ items }: Elements) => items.length,
  'isEmpty()': ({ items }: Elements) => items.length === 0,
  'get(int)': ({ items }: Elements, given: Arguments) => items[indexIn(items, given.int(0))] ?? null,
  'set(int,Object)': (list: Elements, given: Arguments) => {
    const at = indexIn(list.items, given.int(0));
    const previous = list.items[at] ?? null;
    list.set(at, given.any(1));
    return previous;
  },
  'contains(Object)': ({ items }: Elements, given: Arguments) => find(items, given) !== -1,
  'indexOf(Object)': ({ items }: Elements, given: Arguments) => find(items, given),
  'lastIndexOf(Object)': ({ items }: Elements, given: Arguments) => {
    given.budget.work(items.length);
    return items.findLastIndex((item) => equals(item, given.any(0), given.budget));
  },
  'containsAll(Collection)': ({ items }: Elements, given: Arguments) => containsAll(items, given),
  'subList(int,int)': ({ items }: Elements, given: Arguments) => {
    const [from, to] = [given.int(0), given.int(1)];
    if (from < 0 || to > items.length || from > to) throw outOfBounds(`fromIndex ${from}, toIndex ${to}`);
    return new JavaList(items.slice(from, to), false);
  },
  'iterator()': (list: Elements) => iteratorOf(list),
  'listIterator()': (list: Elements) => new ListIterator(list, 'ListItr'),
  'toArray()': ({ items }: Elements) => new JavaArray([...items], 'Object'),
  // A template has no comparator to give but null.
  'sort(Comparator)': (list: Elements, given: Arguments) => {
    given.budget.work(list.items.length * SORT_UNITS);
    list.sort(naturalOrder);
    return undefined;
  },
};

/** Elements looked at in a sort, for each of the list: the logarithm of the longest list. */
const SORT_UNITS = 16;

/** `Comparable.compareTo`, which only values of one class have for each other. */
function naturalOrder(a: Value, b: Value): number {
  if (a === null || b === null) throw new JavaException('java.lang.NullPointerException');
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  const isSameClass = a.constructor === b.constructor;
  if (isSameClass && isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  throw new JavaException('java.lang.ClassCastException');
}

type Elements = JavaList | JavaArray;

export const LIST_METHODS = methodTable<JavaList>({
  ...READ,
  'add(Object)': (list, given) => {
    insert(list, list.items.length, [given.any(0)], given);
    return true;
  },
  'add(int,Object)': (list, given) => insert(list, position(list, given), [given.any(1)], given),
  'addAll(Collection)': (list, given) => {
    const added = [...given.list(0)];
    insert(list, list.items.length, added, given);
    return added.length > 0;
  },
  'addAll(int,Collection)': (list, given) => {
    const added = [...given.list(1)];
    insert(list, position(list, given), added, given);
    return added.length > 0;
  },
  'remove(int)': (list, given) => {
    given.budget.work(list.items.length);
    const at = indexIn(list.items, given.int(0));
    const previous = list.items[at];
    list.splice(at, 1);
    return previous;
  },
  'remove(Object)': (list, given) => {
    const at = find(list.items, given);
    if (at !== -1) list.splice(at, 1);
    return at !== -1;
  },
  'removeAll(Collection)': (list, given) => keep(list, given, false),
  'retainAll(Collection)': (list, given) => keep(list, given, true),
  'clear()': (list) => {
    list.replace([]);
    return undefined;
  },
  'clone()': (list) => new JavaList([...list.items], list.json),
});

/** What would change the length is refused, but only where there is something to do. */
export const ARRAY_METHODS = methodTable<JavaArray>({
  ...READ,
  'set(int,Object)': (array, given) => {
    if (array.type === 'String[]' && typeof (given.any(1) ?? '') !== 'string') {
      throw new JavaException('java.lang.IllegalArgumentException: array element type mismatch');
    }
    return READ['set(int,Object)'](array, given);
  },
  'add(Object)': () => refuseIf(true),
  'add(int,Object)': () => refuseIf(true),
  'addAll(Collection)': (_, given) => refuseIf(given.list(0).length > 0),
  'remove(int)': () => refuseIf(true),
  'remove(Object)': ({ items }, given) => refuseIf(find(items, given) !== -1),
  'removeAll(Collection)': ({ items }, given) => refuseIf(items.some((item) => includes(given.list(0), item, given))),
  'retainAll(Collection)': ({ items }, given) => refuseIf(items.some((item) => !includes(given.list(0), item, given))),
  'clear()': ({ items }) => {
    refuseIf(items.length > 0);
    return undefined;
  },
});

function refuseIf(isChange: boolean): false {
  if (isChange) throw new JavaException('java.lang.UnsupportedOperationException');
  return false;
}

export const VIEW_METHODS = methodTable<MapView>({
  'size()': (view) => view.map.entries.size,
  'isEmpty()': (view) => view.map.entries.size === 0,
  'contains(Object)': (view, given) => find(view.items(), given) !== -1,
  'containsAll(Collection)': (view, given) => containsAll(view.items(), given),
  'iterator()': (view) => iteratorOf(view),
  'toArray()': (view) => new JavaArray(view.items(), 'Object'),
  'remove(Object)': (view, given) => {
    const at = find(view.items(), given);
    return at !== -1 && view.map.delete([...view.map.entries.keys()][at] ?? null);
  },
  'removeAll(Collection)': (view, given) => removeFrom(view, (item) => includes(given.list(0), item, given), given),
  'retainAll(Collection)': (view, given) => removeFrom(view, (item) => !includes(given.list(0), item, given), given),
  'clear()': (view) => {
    view.map.clear();
    return undefined;
  },
});

export const ITERATOR_METHODS = methodTable<JavaIterator>({
  'hasNext()': (iterator) => iterator.hasNext(),
  'next()': (iterator) => iterator.next(),
  'remove()': (iterator) => {
    iterator.remove();
    return undefined;
  },
});

function outOfBounds(message: string): JavaException {
  return new JavaException(`java.lang.IndexOutOfBoundsException: ${message}`);
}

function indexIn(items: readonly Value[], at: number): number {
  if (at < 0 || at >= items.length) throw outOfBounds(`Index ${at} out of bounds for length ${items.length}`);
  return at;
}

function position({ items }: JavaList, given: Arguments): number {
  const at = given.int(0);
  if (at < 0 || at > items.length) throw outOfBounds(`Index: ${at}, Size: ${items.length}`);
  return at;
}

function insert(list: JavaList, at: number, added: readonly Value[], given: Arguments): undefined {
  const { items } = list;
  const [only = null] = added;
  given.budget.elements(items.length + added.length);
  given.budget.work(items.length - at + added.length);
  if (added.length === 1) list.splice(at, 0, only);
  else list.replace([...items.slice(0, at), ...added, ...items.slice(at)]);
}

function find(items: readonly Value[], given: Arguments): number {
  given.budget.work(items.length);
  return items.findIndex((item) => equals(given.any(0), item, given.budget));
}

function includes(items: readonly Value[], wanted: Value, { budget }: Arguments): boolean {
  return items.some((item) => equals(wanted, item, budget));
}

function containsAll(items: readonly Value[], given: Arguments): boolean {
  const wanted = given.list(0);
  return wanted.every((item) => includes(items, item, given));
}

function keep(list: JavaList, given: Arguments, kept: boolean): boolean {
  const others = given.list(0);
  const before = list.items.length;
  list.replace(list.items.filter((item) => includes(others, item, given) === kept));
  return list.items.length !== before;
}

function removeFrom(view: MapView, isWanted: (item: Value) => boolean, given: Arguments): boolean {
  const { map } = view;
  given.budget.work(map.entries.size);
  const items = view.items();
  const keys = [...map.entries.keys()].filter((_, at) => isWanted(items[at] ?? null));
  for (const key of keys) map.delete(key);
  return keys.length > 0;
}
