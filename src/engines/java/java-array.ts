import { JavaObject, type Value } from './value.ts';

const CLASSES = { String: '[Ljava.lang.String;', Object: '[Ljava.lang.Object;', char: '[C', byte: '[B' } as const;

/** A Java array: `split` gives one. Velocity lends it the methods of a list that cannot grow. */
export class JavaArray extends JavaObject {
  readonly items: Value[];
  readonly className: string;
  /** As signatures write it: `char[]`. */
  readonly type: string;
  constructor(items: Value[], type: keyof typeof CLASSES) {
    super();
    this.items = items;
    this.type = `${type}[]`;
    this.className = CLASSES[type];
  }
  set(index: number, value: Value): void {
    this.items[index] = value;
  }
  sort(compare: (a: Value, b: Value) => number): void {
    this.items.sort(compare);
  }
  /** Java prints an identity after the `@` that differs from run to run. */
  print(): string {
    return `${this.className}@0`;
  }
}
