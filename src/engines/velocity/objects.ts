// The Java objects a template meets beside texts, numbers, lists and maps.

import type { MethodTable } from '../java/methods/method-table.ts';
import { toJavaString } from '../java/to-string.ts';
import { JavaList, JavaMap, JavaObject, type Value } from '../java/value.ts';

/** Java would throw this exception; rendering ends with it. */
export class JavaException extends Error {
  override readonly name = 'JavaException';
}

/** An object that brings its own methods along: `$input`, `$util`, `$foreach`. */
export abstract class HostObject extends JavaObject {
  abstract readonly methods: MethodTable;
}

/** `java.lang.Character`: one UTF-16 unit. */
export class Character extends JavaObject {
  readonly className = 'java.lang.Character';
  readonly value: string;
  constructor(value: string) {
    super();
    this.value = value;
  }
  print(): string {
    return this.value;
  }
}

/** What `getClass()` gives: a name, and nothing of the class itself. */
export class JavaClass extends JavaObject {
  readonly className = 'java.lang.Class';
  readonly of: Value;
  readonly classOf: string;
  constructor(of: Value, classOf: string) {
    super();
    this.of = of;
    this.classOf = classOf;
  }
  print(): string {
    return `class ${this.classOf}`;
  }
}

const ARRAY_CLASSES = { String: '[Ljava.lang.String;', Object: '[Ljava.lang.Object;', char: '[C', byte: '[B' } as const;

/** A Java array: `split` gives one. Velocity lends it the methods of a list that cannot grow. */
export class JavaArray extends JavaObject {
  readonly items: Value[];
  readonly className: string;
  /** As signatures write it: `char[]`. */
  readonly type: string;
  constructor(items: Value[], type: keyof typeof ARRAY_CLASSES) {
    super();
    this.items = items;
    this.type = `${type}[]`;
    this.className = ARRAY_CLASSES[type];
  }
  /** Java prints an identity after the `@` that differs from run to run. */
  print(): string {
    return `${this.className}@0`;
  }
}

const VIEW_CLASSES = {
  keys: 'java.util.LinkedHashMap$LinkedKeySet',
  values: 'java.util.LinkedHashMap$LinkedValues',
  entries: 'java.util.LinkedHashMap$LinkedEntrySet',
} as const;

/** `keySet()`, `values()` or `entrySet()`: a view, which follows what happens to its map. */
export class MapView extends JavaObject {
  readonly map: JavaMap;
  readonly part: keyof typeof VIEW_CLASSES;
  readonly className: string;
  constructor(map: JavaMap, part: keyof typeof VIEW_CLASSES) {
    super();
    this.map = map;
    this.part = part;
    this.className = VIEW_CLASSES[part];
  }
  items(): Value[] {
    const { entries } = this.map;
    if (this.part === 'keys') return [...entries.keys()] as Value[];
    if (this.part === 'values') return [...entries.values()];
    return Array.from(entries.keys(), (key) => new MapEntry(this.map, key as Value));
  }
  print(): string {
    return toJavaString(new JavaList(this.items(), false));
  }
}

/** `Map.Entry`: key and value of a map. */
export class MapEntry extends JavaObject {
  readonly className = 'java.util.LinkedHashMap$Entry';
  readonly map: JavaMap;
  readonly key: Value;
  #value: Value;
  constructor(map: JavaMap, key: Value) {
    super();
    this.map = map;
    this.key = key;
    this.#value = map.entries.get(key) ?? null;
  }
  get value(): Value {
    return this.map.entries.has(this.key) ? (this.map.entries.get(this.key) ?? null) : this.#value;
  }
  set value(value: Value) {
    this.#value = value;
    if (this.map.entries.has(this.key)) this.map.entries.set(this.key, value);
  }
  print(): string {
    return `${toJavaString(this.key)}=${toJavaString(this.value)}`;
  }
}

/** `java.util.Iterator`. It fails, as Java's do, when the collection has changed its size since the last step. */
export abstract class JavaIterator extends JavaObject {
  abstract hasNext(): boolean;
  /** Throws `JavaException` at the end and after a change. */
  abstract next(): Value;
  /** Takes the element `next` has given out of the collection. */
  abstract remove(): void;
  print(): string {
    return `${this.className}@0`;
  }
}

export class ListIterator extends JavaIterator {
  readonly className: string;
  readonly #list: JavaList | JavaArray;
  #size: number;
  #index = 0;
  constructor(list: JavaList | JavaArray, type = 'Itr') {
    super();
    this.className = `java.util.${list instanceof JavaArray ? 'Abstract' : 'Array'}List$${type}`;
    this.#list = list;
    this.#size = list.items.length;
  }
  hasNext(): boolean {
    return this.#index !== this.#list.items.length;
  }
  next(): Value {
    const { items } = this.#list;
    if (items.length !== this.#size) throw new JavaException('java.util.ConcurrentModificationException');
    const item = items[this.#index];
    if (item === undefined) throw new JavaException('java.util.NoSuchElementException');
    this.#index++;
    return item;
  }
  remove(): void {
    if (this.#index === 0 || this.#list instanceof JavaArray)
      throw new JavaException('java.lang.IllegalStateException');
    this.#list.items.splice(--this.#index, 1);
    this.#size--;
  }
}

const ITERATOR_CLASSES = {
  keys: 'java.util.LinkedHashMap$LinkedKeyIterator',
  values: 'java.util.LinkedHashMap$LinkedValueIterator',
  entries: 'java.util.LinkedHashMap$LinkedEntryIterator',
} as const;

class MapIterator extends JavaIterator {
  readonly className: string;
  readonly #view: MapView;
  readonly #items: readonly Value[];
  readonly #keys: readonly unknown[];
  #size: number;
  #index = 0;
  constructor(view: MapView) {
    super();
    this.className = ITERATOR_CLASSES[view.part];
    this.#view = view;
    this.#items = view.items();
    this.#keys = [...view.map.entries.keys()];
    this.#size = this.#keys.length;
  }
  hasNext(): boolean {
    return this.#index < this.#items.length;
  }
  next(): Value {
    const { entries } = this.#view.map;
    if (entries.size !== this.#size) throw new JavaException('java.util.ConcurrentModificationException');
    const item = this.#items[this.#index];
    if (item === undefined) throw new JavaException('java.util.NoSuchElementException');
    const key = this.#keys[this.#index++];
    return this.#view.part === 'values' ? (entries.get(key) ?? null) : item;
  }
  remove(): void {
    if (this.#index === 0) throw new JavaException('java.lang.IllegalStateException');
    this.#view.map.entries.delete(this.#keys[this.#index - 1]);
    this.#size--;
  }
}

/** What `#foreach` goes through: elements, the values of a map, what is left of an iterator. Undefined for the rest. */
export function iteratorOf(value: Value): JavaIterator | undefined {
  if (value instanceof JavaList || value instanceof JavaArray) return new ListIterator(value);
  if (value instanceof JavaMap) return new MapIterator(new MapView(value, 'values'));
  if (value instanceof MapView) return new MapIterator(value);
  return value instanceof JavaIterator ? value : undefined;
}
