import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/engines/json-path/json.ts';
import { readPath } from '../../../src/engines/json-path/json-path.ts';
import { parsePath } from '../../../src/engines/json-path/parse-path.ts';
import { ERROR, MISSING, read } from './read.ts';

// Where versions of Jayway JsonPath and other libraries differ: what 2.9.0 gives.
const VERSION_2_9: [string, string][] = [
  ['name', '"Ann"'],
  ['$["name"]', '"Ann"'],
  ["$['name','n']", '{"name":"Ann","n":7}'],
  ['$.list[-1]', '30'],
  ['$.list[::2]', ERROR],
  ['$.list.length()', '3'],
  ['$.items.length()', '3'],
  ['$.list.sum()', '60.0'],
  ['$.list.max()', '30.0'],
  ['$.items[?(@.id=="a")]', '[{"id":"a","b":1,"tags":["t1","t2"]}]'],
  ['$.items[?(@.z==null)]', '[{"id":"c","b":3,"z":null}]'],
  ['$.items[?(@.id =~ /[ab]/)].id', '["a","b"]'],
  ["$.items[?(@.id in ['a','c'])].id", '["a","c"]'],
  ['$.items[?(@.b>$.max)].id', '["c"]'],
  ['$.items[(@.length-1)]', ERROR],
  ['$.items[?(@.tags.length()>1)].id', '["a"]'],
  ['$.items[0]["id"]', '"a"'],
  ['$.items[', '[{"id":"a","b":1,"tags":["t1","t2"]},{"id":"b","b":2},{"id":"c","b":3,"z":null}]'],
  ['$.', ERROR],
  ['$..', ERROR],
  ['$.name.length()', 'null'],
  ['$.obj.keys()', '["a","c"]'],
  ['$.items[?b>1]', ERROR],
  ['obj.a', '1'],
  ['@.name', '"Ann"'],
  ['$ .name', ERROR],
  ['$.items [0].id', ERROR],
];

// Recorded from Jayway JsonPath 2.10.0.
const PATHS: [string, string][] = [
  ['name', '"Ann"'],
  ['$.name', '"Ann"'],
  ["$['name']", '"Ann"'],
  ['$["name"]', '"Ann"'],
  ["$['a b']", '1'],
  ["$['x.y']", '2'],
  ["$['it\\'s']", '3'],
  ['$["it\'s"]', '3'],
  ['$.z', 'null'],
  ['$.z.x', MISSING],
  ['$.missing', MISSING],
  ['$.missing.x', MISSING],
  ['$.name.x', MISSING],
  ['$.__proto__.x', '1'],
  ['$.constructor', '"c"'],
  ['$.toString', MISSING],
  ['$.items.length', MISSING],
  ["$['name','n']", '{"name":"Ann","n":7}'],
  ["$['name','missing']", '{"name":"Ann"}'],
  ["$['missing']", MISSING],
  ["$['obj','name'].a", '[1]'],
  ["$[ 'name' ]", '"Ann"'],
  ["$['name',]", ERROR],
  ["$['name' 'n']", ERROR],
  ['$.list[0]', '10'],
  ['$.list[-1]', '30'],
  ['$.list[3]', MISSING],
  ['$.list[-4]', MISSING],
  ['$.list[0,2]', '[10,30]'],
  ['$.list[0, -1]', '[10,30]'],
  ['$.list[1:]', '[20,30]'],
  ['$.list[:2]', '[10,20]'],
  ['$.list[:-1]', '[10,20]'],
  ['$.list[-2:]', '[20,30]'],
  ['$.list[0:2]', '[10,20]'],
  ['$.list[-2:-1]', '[20]'],
  ['$.list[5:]', '[]'],
  ['$.list[::2]', ERROR],
  ['$.list[:]', ERROR],
  ['$.list[1:2:3]', '[20]'],
  ['$.list[*]', '[10,20,30]'],
  ['$.list.*', '[10,20,30]'],
  ['$.list[ 1 ]', '20'],
  ['$.list[a]', ERROR],
  ['$.list[(@.length-1)]', ERROR],
  ['$.name[0]', MISSING],
  ['$.obj[0]', MISSING],
  ['$.obj.*', '[1,{"d":2}]'],
  ['$.obj[*]', '[1,{"d":2}]'],
  ['$.items[*].id', '["a","b","c"]'],
  ['$.items[*].z', '[null]'],
  ['$.items.*.tags[0]', '["t1"]'],
  ['$.items[0,1].id', '["a","b"]'],
  ['$..id', '["a","b","c"]'],
  ['$..b', '[1,2,3]'],
  ['$..d', '[2]'],
  ['$..missing', '[]'],
  ['$..[0]', '[10,1,{"id":"a","b":1,"tags":["t1","t2"]},"t1",[1,2],1,3,4]'],
  ['$..[0].id', '["a"]'],
  ['$..tags[1]', '["t2"]'],
  ['$..*.d', '[]'],
  ['$.obj..*', '[1,{"d":2},2]'],
  ['$.deep..[1]', '[[3,[4,5]],2,[4,5],5]'],
  ['$.deep[*][0]', '[1,3]'],
  ["$..['a','c']", '[{"a":1,"c":{"d":2}}]'],
  ['$..', ERROR],
  ['$.', ERROR],
  ['$.items[', '[{"id":"a","b":1,"tags":["t1","t2"]},{"id":"b","b":2},{"id":"c","b":3,"z":null}]'],
  ['$.items[0', ERROR],
  ['$.name]', MISSING],
  ['$name', ERROR],
  ['name.', ERROR],
  [' $.name', ERROR],
  ['$.name ', '"Ann"'],
  ['$ .name', ERROR],
  ['$.items [0].id', ERROR],
  [
    '$.*a',
    '["Ann",7,null,"",1,2,3,[10,20,30],[1,"1",1.0,null,true,"a"],[{"id":"a","b":1,"tags":["t1","t2"]},{"id":"b","b":2},{"id":"c","b":3,"z":null}],{"a":1,"c":{"d":2}},2,[[1,2],[3,[4,5]]],[],{"x":1},"c"]',
  ],
  ['$...id', ERROR],
];

describe('readPath', () => {
  it.each([...VERSION_2_9, ...PATHS])('%s gives %s', (path, result) => {
    expect(read(path)).toBe(result);
  });

  it('finds nothing in null', () => {
    expect(readPath(null, '$')).toBeUndefined();
  });

  it.each([
    ['$.a[x]', 3],
    ['$.a b', 2],
    ["$['a'", 4],
    ['$.a[?(@.b ==== 1)]', 10],
    ["$.a[?(@['b)]", 8],
    ['a b', 0],
  ])('says where %s is wrong', (path, offset) => {
    expect(() => readPath(parseJson('{}'), path)).toThrow(expect.objectContaining({ offset }));
  });
});

describe('a path is definite or not', () => {
  it.each([
    ['$', true],
    ['$.a.b[0]', true],
    ["$['a','b']", true],
    ["$['a','b'].c", false],
    ['$.a[0,1]', false],
    ['$.a[0:1]', false],
    ['$.a[*]', false],
    ['$..a', false],
    ['$..a.sum()', true],
    ['$.a[?(@.b)]', false],
    ['$.a.length()', true],
  ])('%s: %s', (path, definite) => {
    expect(parsePath(path).definite).toBe(definite);
  });
});
