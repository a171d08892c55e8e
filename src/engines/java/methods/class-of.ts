// Which class a value is of, and what can be called on it.

import { Character } from '../character.ts';
import { equals } from '../equals.ts';
import { hashCode } from '../hash-code.ts';
import { HostObject } from '../host-object.ts';
import { JavaIterator } from '../iterator.ts';
import { JavaArray } from '../java-array.ts';
import { JavaClass } from '../java-class.ts';
import { JavaException } from '../java-exception.ts';
import { MapEntry } from '../map-entry.ts';
import { MapView } from '../map-view.ts';
import { toJavaString } from '../to-string.ts';
import { BigDecimal, Double, JavaList, JavaMap, JavaObject, Long, type Value } from '../value.ts';
import { BIG_DECIMAL_METHODS } from './big-decimal.ts';
import { BIG_INTEGER_METHODS } from './big-integer.ts';
import { CHARACTER_METHODS } from './character.ts';
import { BOOLEAN_METHODS, DOUBLE_METHODS } from './double.ts';
import { INTEGER_METHODS, LONG_METHODS } from './integer.ts';
import { ARRAY_METHODS, ITERATOR_METHODS, LIST_METHODS, VIEW_METHODS } from './list.ts';
import { ENTRY_METHODS, MAP_METHODS } from './map.ts';
import { findOverload, type MethodTable, methodTable, type Overload } from './method-table.ts';
import { STRING_METHODS } from './string.ts';

/** What every object has. */
const OBJECT_METHODS = methodTable<Value>({
  'equals(Object)': (value, given) => given.any(0) !== null && equals(value, given.any(0), given.budget),
  'hashCode()': (value, given) => hashCode(value, given.budget),
  'toString()': (value, given) => {
    const text = value instanceof JavaObject ? value.print() : toJavaString(value, given.budget.limits.length);
    if (text === null) return null;
    given.budget.text(text.length);
    return text;
  },
  'getClass()': (value) => new JavaClass(value, classNameOf(value)),
});

/** json-smart's list prints itself; `/` comes out as `\/`. */
const JSON_LIST_METHODS: MethodTable = new Map([
  ...LIST_METHODS,
  ...methodTable<JavaList>({ 'toJSONString()': (value) => toJavaString(value) }),
]);
const CLASS_METHODS = methodTable<JavaClass>({ 'getName()': (value) => value.classOf });
const NO_METHODS: MethodTable = new Map();

/** The methods of all Java classes that templates meet. What the API and Velocity provide has its own beside it. */
export const METHOD_TABLES: readonly MethodTable[] = [
  OBJECT_METHODS,
  STRING_METHODS,
  INTEGER_METHODS,
  LONG_METHODS,
  DOUBLE_METHODS,
  BOOLEAN_METHODS,
  BIG_INTEGER_METHODS,
  BIG_DECIMAL_METHODS,
  CHARACTER_METHODS,
  MAP_METHODS,
  ENTRY_METHODS,
  LIST_METHODS,
  JSON_LIST_METHODS,
  ARRAY_METHODS,
  VIEW_METHODS,
  ITERATOR_METHODS,
  CLASS_METHODS,
];

/** `value.getClass().getName()`. */
export function classNameOf(value: Value): string {
  switch (typeof value) {
    case 'string':
      return 'java.lang.String';
    case 'number':
      return 'java.lang.Integer';
    case 'bigint':
      return 'java.math.BigInteger';
    case 'boolean':
      return 'java.lang.Boolean';
  }
  if (value instanceof JavaObject) return value.className;
  if (value instanceof JavaMap) return value.hashed ? 'java.util.HashMap' : 'java.util.LinkedHashMap';
  if (value instanceof JavaList) return value.json ? 'net.minidev.json.JSONArray' : 'java.util.ArrayList';
  if (value instanceof Long) return 'java.lang.Long';
  return value instanceof Double ? 'java.lang.Double' : 'java.math.BigDecimal';
}

/** The method a call of this name with these arguments means; `undefined` where there is none. */
export function findMethod(value: Value, name: string, values: readonly Value[]): Overload | undefined {
  if (value instanceof JavaClass && name !== 'getName') return findStatic(value, name, values);
  const own = methodsOf(value).get(name);
  const inherited = OBJECT_METHODS.get(name);
  const overloads = own && inherited ? [...own, ...inherited] : (own ?? inherited);
  return overloads && findOverload(overloads, values);
}

/** Through a class only its static methods can be called, and `getClass()`, which is anyone's. */
function findStatic({ of }: JavaClass, name: string, values: readonly Value[]): Overload | undefined {
  const overload = of instanceof JavaClass ? undefined : findMethod(of, name, values);
  if (overload === undefined || overload.isStatic || name === 'getClass') return overload;
  const refuse = () => {
    throw new JavaException('java.lang.IllegalArgumentException: object is not an instance of declaring class');
  };
  return { ...overload, call: refuse };
}

function methodsOf(value: Value): MethodTable {
  switch (typeof value) {
    case 'string':
      return STRING_METHODS;
    case 'number':
      return INTEGER_METHODS;
    case 'bigint':
      return BIG_INTEGER_METHODS;
    case 'boolean':
      return BOOLEAN_METHODS;
  }
  if (value instanceof JavaMap) return MAP_METHODS;
  if (value instanceof JavaList) return value.json ? JSON_LIST_METHODS : LIST_METHODS;
  if (value instanceof Long) return LONG_METHODS;
  if (value instanceof Double) return DOUBLE_METHODS;
  if (value instanceof BigDecimal) return BIG_DECIMAL_METHODS;
  return value === null ? NO_METHODS : methodsOfObject(value);
}

function methodsOfObject(value: JavaObject): MethodTable {
  if (value instanceof HostObject) return value.methods;
  if (value instanceof MapView) return VIEW_METHODS;
  if (value instanceof MapEntry) return ENTRY_METHODS;
  if (value instanceof JavaArray) return ARRAY_METHODS;
  if (value instanceof JavaIterator) return ITERATOR_METHODS;
  if (value instanceof Character) return CHARACTER_METHODS;
  return value instanceof JavaClass ? CLASS_METHODS : NO_METHODS;
}
