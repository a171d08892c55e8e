import { MapEntry } from './map-entry.ts';
import { toJavaString } from './to-string.ts';
import { JavaList, type JavaMap, JavaObject, type Value } from './value.ts';

const CLASSES = {
  keys: { linked: 'LinkedHashMap$LinkedKeySet', hashed: 'HashMap$KeySet' },
  values: { linked: 'LinkedHashMap$LinkedValues', hashed: 'HashMap$Values' },
  entries: { linked: 'LinkedHashMap$LinkedEntrySet', hashed: 'HashMap$EntrySet' },
} as const;

/** `keySet()`, `values()` or `entrySet()`: a view, which follows what happens to its map. */
export class MapView extends JavaObject {
  readonly map: JavaMap;
  readonly part: keyof typeof CLASSES;
  readonly className: string;
  constructor(map: JavaMap, part: keyof typeof CLASSES) {
    super();
    this.map = map;
    this.part = part;
    this.className = `java.util.${CLASSES[part][map.hashed ? 'hashed' : 'linked']}`;
  }
  items(): Value[] {
    const { entries } = this.map;
    if (this.part === 'keys') return [...entries.keys()];
    if (this.part === 'values') return [...entries.values()];
    return Array.from(entries.keys(), (key) => new MapEntry(this.map, key));
  }
  print(): string {
    return toJavaString(new JavaList(this.items(), false));
  }
}
