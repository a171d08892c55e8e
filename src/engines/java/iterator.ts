// `java.util.Iterator`. Iterators fail, as Java's do, when the collection has changed its size since the last step.
import { JavaArray } from './java-array.ts';
import { JavaException } from './java-exception.ts';
import { MapView } from './map-view.ts';
import { JavaList, JavaMap, JavaObject, type Value } from './value.ts';

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
    this.#list.splice(--this.#index, 1);
    this.#size--;
  }
}

const MAP_ITERATOR_CLASSES = {
  keys: { linked: 'LinkedHashMap$LinkedKeyIterator', hashed: 'HashMap$KeyIterator' },
  values: { linked: 'LinkedHashMap$LinkedValueIterator', hashed: 'HashMap$ValueIterator' },
  entries: { linked: 'LinkedHashMap$LinkedEntryIterator', hashed: 'HashMap$EntryIterator' },
} as const;

class MapIterator extends JavaIterator {
  readonly className: string;
  readonly #view: MapView;
  readonly #items: readonly Value[];
  readonly #keys: readonly Value[];
  #size: number;
  #index = 0;
  constructor(view: MapView) {
    super();
    this.className = `java.util.${MAP_ITERATOR_CLASSES[view.part][view.map.hashed ? 'hashed' : 'linked']}`;
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
    const key = this.#keys[this.#index];
    if (item === undefined || key === undefined) throw new JavaException('java.util.NoSuchElementException');
    this.#index++;
    return this.#view.part === 'values' ? (entries.get(key) ?? null) : item;
  }
  remove(): void {
    const key = this.#keys[this.#index - 1];
    if (key === undefined) throw new JavaException('java.lang.IllegalStateException');
    this.#view.map.delete(key);
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
