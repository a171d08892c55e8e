import { describe, expect, it } from 'vitest';
import { toJavaString } from '../../../src/engines/java/to-string.ts';
import { BigDecimal, Double, JavaList, JavaMap, Long, type Value } from '../../../src/engines/java/value.ts';
import { JsonSyntaxError, parseJson, toJson } from '../../../src/engines/json-path/json.ts';

// Recorded from json-smart 2.2 behind Jayway JsonPath 2.0.0: text, class, toString(), toJSONString with LT_COMPRESS.
const VALUES: [string, string, string, string][] = [
  ['', 'String', '', '""'],
  ['  ', 'String', '', '""'],
  ['a=b', 'String', 'a=b', '"a=b"'],
  ['"a=b"', 'String', 'a=b', '"a=b"'],
  ['a{b', 'String', 'a{b', '"a{b"'],
  ['null{', 'String', 'null{', '"null{"'],
  ['null', 'null', 'null', 'null'],
  [' true ', 'Boolean', 'true', 'true'],
  ['false', 'Boolean', 'false', 'false'],
  ['truex', 'String', 'truex', '"truex"'],
  ['NaN', 'Float', 'NaN', 'NaN'],
  ['{}', 'LinkedHashMap', '{}', '{}'],
  ['[]', 'JSONArray', '[]', '[]'],
  ['{a:1}', 'LinkedHashMap', '{a=1}', '{"a":1}'],
  ["{'a':'b'}", 'LinkedHashMap', '{a=b}', '{"a":"b"}'],
  ['{"a":1,}', 'LinkedHashMap', '{a=1}', '{"a":1}'],
  ['[1,,2,]', 'JSONArray', '[1,2]', '[1,2]'],
  ['[,1]', 'JSONArray', '[1]', '[1]'],
  ['{"a":1,"a":2,"b":3}', 'LinkedHashMap', '{a=2, b=3}', '{"a":2,"b":3}'],
  ['[001,-01,-0,-]', 'JSONArray', '[1,-1,0,0]', '[1,-1,0,0]'],
  [
    '[2147483647,2147483648,-2147483648,-2147483649]',
    'JSONArray',
    '[2147483647,2147483648,-2147483648,-2147483649]',
    '[2147483647,2147483648,-2147483648,-2147483649]',
  ],
  [
    '[9223372036854775807,9223372036854775808,-9223372036854775809]',
    'JSONArray',
    '[9223372036854775807,9223372036854775808,-9223372036854775809]',
    '[9223372036854775807,9223372036854775808,-9223372036854775809]',
  ],
  ['[00000000000000000001,0000000000000000001]', 'JSONArray', '[1,1]', '[1,1]'],
  [
    '[1.0,1.,-.5,1e5,1E+2,1e-7,1e400,-1e400]',
    'JSONArray',
    '[1.0,1.0,-0.5,100000.0,100.0,1.0E-7,null,null]',
    '[1.0,1.0,-0.5,100000.0,100.0,1.0E-7,null,null]',
  ],
  [
    '[0.1234567890123456,0.12345678901234567,1.10000000000000000000]',
    'JSONArray',
    '[0.1234567890123456,0.12345678901234567,1.10000000000000000000]',
    '[0.1234567890123456,0.12345678901234567,1.10000000000000000000]',
  ],
  ['[1e,1e+x,1x,1 2,1.5.2]', 'JSONArray', '["1e","1e+x","1x","1 2","1.5.2"]', '["1e","1e+x","1x","1 2","1.5.2"]'],
  ['[12\u00e9,~]', 'JSONArray', '[12,"\u00e9","~"]', '[12,"\u00e9","~"]'],
  ['12\u00e9', 'Integer', '12', '12'],
  ['1 2', 'String', '1 2', '"1 2"'],
  ['{"a":b c}', 'LinkedHashMap', '{a=b c}', '{"a":"b c"}'],
  ['{a b:c}', 'LinkedHashMap', '{a b=c}', '{"a b":"c"}'],
  ['["a\\nb\\/\\u00e9\\x41\\q\\\'"]', 'JSONArray', '["a\\nb\\/\u00e9A\'"]', '["a\\nb/\u00e9A\'"]'],
  ['["tab\there"]', 'JSONArray', '["tab\\there"]', '["tab\\there"]'],
  ['["tab\there\\n"]', 'JSONArray', '["tabhere\\n"]', '["tabhere\\n"]'],
  ['["/",{"/":"/"}]', 'JSONArray', '["\\/",{"\\/":"\\/"}]', '["/",{"/":"/"}]'],
  [
    '["\u007f\u0085\u2028\ud83d\ude00"]',
    'JSONArray',
    '["\\u007F\\u0085\\u2028\ud83d\ude00"]',
    '["\\u007F\\u0085\\u2028\ud83d\ude00"]',
  ],
  ['["\ud83d"]', 'JSONArray', '["\ud83d"]', '["\ud83d"]'],
  ['\u0001true', 'String', 'true', '"true"'],
  ['[true\u0001]', 'JSONArray', '[true]', '[true]'],
  ['{} x', 'LinkedHashMap', '{}', '{}'],
  ['"a" b', 'String', 'a', '"a"'],
  ['[a b , c]', 'JSONArray', '["a b","c"]', '["a b","c"]'],
  ['{"a":NaN}', 'LinkedHashMap', '{a=NaN}', '{"a":NaN}'],
  ['{"":""}', 'LinkedHashMap', '{=}', '{"":""}'],
  [
    '{"__proto__":{"constructor":1}}',
    'LinkedHashMap',
    '{__proto__={constructor=1}}',
    '{"__proto__":{"constructor":1}}',
  ],
  ['[[[{}]]]', 'JSONArray', '[[[{}]]]', '[[[{}]]]'],
  ['{"a" \u0001:1}', 'LinkedHashMap', '{a=1}', '{"a":1}'],
  ['{"a":\u00e9~}', 'LinkedHashMap', '{a=\u00e9~}', '{"a":"\u00e9~"}'],
];

// Recorded from the same: text, message.
const ERRORS: [string, string][] = [
  ['{"a":}', 'Unexpected character (}) at position 5.'],
  ['{a', 'Unexpected End Of File position 1: null'],
  ['[a', 'Unexpected End Of File position 1: EOF'],
  ['{', 'Unexpected End Of File position 0: null'],
  ['[', 'Unexpected End Of File position 0: EOF'],
  ['{"a"', 'Unexpected End Of File position 3: null'],
  ['{"a":', 'Unexpected End Of File position 4: EOF'],
  ['{"a":1', 'Unexpected End Of File position 5: null'],
  ['{"a":1 b', 'Unexpected End Of File position 7: null'],
  ['{"a" b', 'Unexpected character (b) at position 4.'],
  ['{:1}', 'Unexpected character (:) at position 1.'],
  ['{[1]:2}', 'Unexpected character ([) at position 1.'],
  ['}', 'Unexpected character (}) at position 0.'],
  [']', 'Unexpected character (]) at position 0.'],
  [':', 'Unexpected character (:) at position 0.'],
  ['[}', 'Unexpected character (}) at position 1.'],
  ['[:', 'Unexpected character (:) at position 1.'],
  ['"a', 'Unexpected End Of File position 2: null'],
  ["'a", 'Unexpected End Of File position 2: null'],
  ['"\\u12"', 'Unexpected unicode escape sequence " at position 5.'],
  ['"\\u12x4"', 'Unexpected unicode escape sequence x at position 5.'],
  ['"a\\"', 'Unexpected End Of File position 3: null'],
  ['{"a":[}', 'Unexpected character (}) at position 6.'],
  ['{"a":"b"\u001a}', 'Unexpected End Of File position 7: null'],
  ['{a b', 'Unexpected End Of File position 3: null'],
  ['[1,2', 'Unexpected End Of File position 3: EOF'],
  ['[{]', 'Unexpected character (]) at position 2.'],
];

function className(value: Value): string {
  if (value === null) return 'null';
  if (value instanceof JavaMap) return 'LinkedHashMap';
  if (value instanceof JavaList) return value.json ? 'JSONArray' : 'ArrayList';
  if (value instanceof Double) return Number.isNaN(value.value) ? 'Float' : 'Double';
  return { string: 'String', boolean: 'Boolean', number: 'Integer', bigint: 'BigInteger' }[typeof value as 'string'];
}

describe('parseJson', () => {
  it.each(VALUES)('reads %j as a %s', (text, type, javaText, json) => {
    const value = parseJson(text);
    expect([className(value), toJavaString(value), toJson(value)]).toEqual([type, javaText, json]);
  });

  it.each(ERRORS)('refuses %j: %s', (text, message) => {
    const offset = Number(/position (\d+)/.exec(message)?.[1]);
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ name: 'JsonSyntaxError', message, offset }));
  });

  it.each(['[-.]', '[1e+]', '[1.0e999999999999999999]'])('refuses the number in %s, as Java does', (text) => {
    expect(() => parseJson(text)).toThrow(JsonSyntaxError);
  });

  it('gives numbers the class json-smart gives them', () => {
    expect(parseJson('[1, 2147483648, 9223372036854775808, 1.5, 1.1234567890123456789]')).toEqual(
      new JavaList(
        [1, new Long(2147483648n), 9223372036854775808n, new Double(1.5), new BigDecimal(11234567890123456789n, 19)],
        true,
      ),
    );
    // From 20 digits on always a BigInteger, leading zeros counted.
    expect(parseJson('00000000000000000001')).toBe(1n);
    expect(parseJson('0000000000000000001')).toBe(1);
  });

  it('reads 400 levels and refuses more', () => {
    expect(toJson(parseJson('['.repeat(400) + ']'.repeat(400)))).toHaveLength(800);
    expect(() => parseJson('[{"a":'.repeat(200) + '[')).toThrow(
      'Malicious payload, having non natural depths, parsing stoped on [ at position 1200.',
    );
  });

  it('counts levels, not objects', () => {
    expect(parseJson(`[${'{"a":1},'.repeat(1000)}]`)).toBeInstanceOf(JavaList);
  });

  it('keeps names of JavaScript prototypes as data', () => {
    const map = parseJson('{"__proto__":{"x":1},"constructor":2,"toString":3}');
    expect(map instanceof JavaMap && [...map.entries.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('refuses a number of more digits than it is willing to calculate with', () => {
    expect(() => parseJson('1'.repeat(10_001))).toThrow(JsonSyntaxError);
    expect(parseJson('1'.repeat(10_000))).toBe(BigInt('1'.repeat(10_000)));
  });
});
