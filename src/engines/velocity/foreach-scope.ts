import { HostObject } from '../java/host-object.ts';
import { MAP_METHODS } from '../java/methods/map.ts';
import { type Arguments, type MethodTable, methodTable } from '../java/methods/method-table.ts';
import { toJavaString } from '../java/to-string.ts';
import { JavaMap, type Value } from '../java/value.ts';
import type { Foreach } from './tree.ts';

/** `$foreach`: where its loop is, the loop around it, and a map of what the template stores in it. */
export class ForeachScope extends HostObject {
  readonly className = 'org.apache.velocity.runtime.directive.ForeachScope';
  readonly owner: Foreach;
  readonly parent: ForeachScope | null;
  readonly stored = new JavaMap();
  readonly #replaced: Value;
  index = -1;
  hasNext = false;

  /** @param previous what `$foreach` was before the loop: the scope of a loop around it, or a value of the template */
  constructor(owner: Foreach, previous: Value) {
    super();
    this.owner = owner;
    this.parent = previous instanceof ForeachScope ? previous : null;
    this.#replaced = previous instanceof ForeachScope ? null : previous;
  }

  get methods() {
    return FOREACH_METHODS;
  }

  get replaced(): Value {
    return this.#replaced ?? this.parent?.replaced ?? null;
  }

  get topmost(): ForeachScope {
    return this.parent?.topmost ?? this;
  }

  /** What is stored under a key here or in a loop around. */
  lookUp(key: Value): Value {
    const value = this.stored.entries.get(key);
    return value === undefined ? (this.parent?.lookUp(key) ?? null) : value;
  }

  print(): string {
    return toJavaString(this.stored);
  }
}

/** What has a getter, by name: read in every pass of a loop, so without a search for methods. */
export const FOREACH_PROPERTIES: ReadonlyMap<string, (scope: ForeachScope) => Value> = new Map([
  ['index', (scope: ForeachScope): Value => scope.index],
  ['count', (scope: ForeachScope) => scope.index + 1],
  ['hasNext', (scope: ForeachScope) => scope.hasNext],
  ['first', (scope: ForeachScope) => scope.index < 1],
  ['last', (scope: ForeachScope) => !scope.hasNext],
  ['parent', (scope: ForeachScope) => scope.parent],
  ['topmost', (scope: ForeachScope) => scope.topmost],
  ['replaced', (scope: ForeachScope) => scope.replaced],
]);

/** What a map can do, done with what is stored in the scope; an `AbstractMap` cannot be cloned from outside. */
const STORED_METHODS: MethodTable = new Map(
  Array.from(MAP_METHODS)
    .filter(([name]) => name !== 'clone')
    .map(([name, overloads]) => [
      name,
      overloads.map((overload) => ({
        ...overload,
        call: (scope: Value, given: Arguments) =>
          overload.call(scope instanceof ForeachScope ? scope.stored : scope, given),
      })),
    ]),
);

export const FOREACH_METHODS: MethodTable = new Map([
  ...STORED_METHODS,
  ...methodTable<ForeachScope>({
    ...Object.fromEntries(
      Array.from(FOREACH_PROPERTIES, ([name, get]) => [`get${name.charAt(0).toUpperCase()}${name.slice(1)}()`, get]),
    ),
    'hasNext()': (scope) => scope.hasNext,
    'isFirst()': (scope) => scope.index < 1,
    'isLast()': (scope) => !scope.hasNext,
    'get(Object)': (scope, given) => scope.lookUp(given.any(0)),
  }),
]);
