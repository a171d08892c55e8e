import { toJavaString } from './to-string.ts';
import { type JavaMap, JavaObject, type Value } from './value.ts';

/** `Map.Entry`: key and value of a map. */
export class MapEntry extends JavaObject {
  readonly className: string;
  readonly map: JavaMap;
  readonly key: Value;
  #value: Value;
  constructor(map: JavaMap, key: Value) {
    super();
    this.className = map.hashed ? 'java.util.HashMap$Node' : 'java.util.LinkedHashMap$Entry';
    this.map = map;
    this.key = key;
    this.#value = map.entries.get(key) ?? null;
  }
  get value(): Value {
    return this.map.entries.has(this.key) ? (this.map.entries.get(this.key) ?? null) : this.#value;
  }
  set value(value: Value) {
    this.#value = value;
    if (this.map.entries.has(this.key)) this.map.set(this.key, value);
  }
  print(): string {
    return `${toJavaString(this.key)}=${toJavaString(this.value)}`;
  }
}
