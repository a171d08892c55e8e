import { describe, expect, it } from 'vitest';
import { toJavaString, toJsonString } from '../../../src/engines/java/to-string.ts';
import { Double, JavaList, JavaMap, Long, type Value } from '../../../src/engines/java/value.ts';
import { exceeded } from '../../../src/engines/limit-error.ts';

function map(members: Record<string, Value>): JavaMap {
  return new JavaMap(new Map(Object.entries(members)));
}

const arrayList = (...items: Value[]): JavaList => new JavaList(items, false);
const jsonArray = (...items: Value[]): JavaList => new JavaList(items, true);

// Recorded from Java 17 and json-smart 2.2: value, String.valueOf(value), toJSONString(value, LT_COMPRESS).
const PRINTED: [Value, string, string][] = [
  [null, 'null', 'null'],
  [true, 'true', 'true'],
  ['a"b', 'a"b', '"a\\"b"'],
  [new Long(5n), '5', '5'],
  [new Double(Number.POSITIVE_INFINITY), 'Infinity', 'null'],
  [new Double(Number.NaN), 'NaN', 'NaN'],
  [map({}), '{}', '{}'],
  [map({ a: 1, b: 'x y', c: null }), '{a=1, b=x y, c=null}', '{"a":1,"b":"x y","c":null}'],
  [arrayList(), '[]', '[]'],
  [arrayList('a b', null, new Double(1)), '[a b, null, 1.0]', '["a b",null,1.0]'],
  [jsonArray('a/b', 'é\u2028', map({ 'k/': 1 })), '["a\\/b","é\\u2028",{"k\\/":1}]', '["a/b","é\\u2028",{"k/":1}]'],
  [map({ l: jsonArray('x', map({ y: 1 })) }), '{l=["x",{"y":1}]}', '{"l":["x",{"y":1}]}'],
  [arrayList(map({ l: jsonArray('x') })), '[{l=["x"]}]', '[{"l":["x"]}]'],
  [jsonArray(arrayList('x')), '[["x"]]', '[["x"]]'],
  [
    '\b\f\n\r\t\\\u0001\u007f\u009f\u00a0',
    '\b\f\n\r\t\\\u0001\u007f\u009f\u00a0',
    '"\\b\\f\\n\\r\\t\\\\\\u0001\\u007F\\u009F\u00a0"',
  ],
];

describe('printing', () => {
  it.each(PRINTED)('of %o', (value, javaText, json) => {
    expect([toJavaString(value), toJsonString(value)]).toEqual([javaText, json]);
  });

  it('names a list or map that holds itself', () => {
    const list = arrayList(1);
    list.splice(1, 0, list);
    const self = map({ a: 1 });
    self.set('self', self);
    expect([toJavaString(list), toJavaString(self)]).toEqual(['[1, (this Collection)]', '{a=1, self=(this Map)}']);
    expect(() => toJsonString(list)).toThrow(exceeded('depth', 1000));
  });

  it('stops at the length the caller allows', () => {
    expect(toJavaString(arrayList('aaaa', 'bbbb'), 12)).toBe('[aaaa, bbbb]');
    expect(() => toJavaString(arrayList('aaaa', 'bbbb'), 11)).toThrow(exceeded('length', 11));
  });

  it('stops at a value that doubles', () => {
    let value: Value = 'x';
    for (let i = 0; i < 60; i++) value = arrayList(value, value);
    expect(() => toJavaString(value, 10_000)).toThrow(exceeded('length', 10_000));
    expect(() => toJsonString(value, 10_000)).toThrow(exceeded('length', 10_000));
  });

  it('stops at a value that is too deep', () => {
    let value: Value = 'x';
    for (let i = 0; i < 100_000; i++) value = arrayList(value);
    expect(() => toJavaString(value)).toThrow(exceeded('depth', 1000));
    expect(() => toJsonString(value)).toThrow(exceeded('depth', 1000));
  });
});
