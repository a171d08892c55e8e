import { expect, it } from 'vitest';
import { toJavaString } from '../../../src/engines/java/to-string.ts';
import { parseJson, toJson } from '../../../src/engines/json-path/json.ts';
import { readPath } from '../../../src/engines/json-path/json-path.ts';
import { ERROR, read } from './read.ts';

// Recorded from Jayway JsonPath 2.10.0.
const CALLS: [string, string][] = [
  ['$.list.length()', '3'],
  ['$.items.size()', '3'],
  ['$.obj.length()', '2'],
  ['$.name.length()', 'null'],
  ['$.obj.keys()', '["a","c"]'],
  ['$.list.keys()', 'null'],
  ['$.list.sum()', '60.0'],
  ['$.list.min()', '10.0'],
  ['$.list.max()', '30.0'],
  ['$.list.avg()', '20.0'],
  ['$.list.stddev()', '8.16496580927726'],
  ['$.empty.sum()', ERROR],
  ['$.name.sum()', ERROR],
  ['$.list.first()', '10'],
  ['$.list.last()', '30'],
  ['$.list.index(1)', '20'],
  ['$.list.index(-1)', '30'],
  ['$.list.index(9)', ERROR],
  ['$.empty.first()', ERROR],
  ['$.mixed.concat()', '"1a"'],
  ['$.concat($.name, "-", $.n)', '"Ann-7"'],
  ['$.sum($.list)', '60.0'],
  ['$.sum($.list, 5)', '65.0'],
  ['$.list.append(40)', '[10,20,30,40]'],
  ['$.list.nope()', ERROR],
  ['$..b.sum()', '6.0'],
  ['$..b.length()', '0'],
  ['$.items[*].b.sum()', ERROR],
  ['$.length($.list)', '16'],
  ['$.list.sum(', ERROR],
];

it.each(CALLS)('%s gives %s', (path, result) => {
  expect(read(path)).toBe(result);
});

it('gives the keys as a set, which prints as Java prints one', () => {
  const keys = readPath(parseJson('{"a":1,"b":2}'), '$.keys()');
  expect(keys !== undefined && toJavaString(keys)).toBe('[a, b]');
});

it('lets append change the document, as Jayway does', () => {
  const document = parseJson('{"list":[1]}');
  readPath(document, '$.list.append(2)');
  expect(toJson(document)).toBe('{"list":[1,2]}');
});
