// JSONPaths of templates: which are none, which the versions read differently, how they are put right.
import { describe, expect, test } from 'vitest';
import {
  correctedPath,
  difference,
  isRefusedByAll,
  pathProblem,
  pathsOf,
  readPath,
} from '../../src/dry-run/template/template-json-path.ts';
import { InvalidPathError } from '../../src/engines/json-path/error.ts';
import { parseTemplate } from '../../src/engines/velocity/parse.ts';

test('the paths written out in a template, with their places', () => {
  const source = `$input.path('$.a') $input.json("$.b").c $input.path($x) $input.body("$") $util.path('$') $input.path("$x") $input.path()`;
  expect(pathsOf(parseTemplate(source))).toMatchObject([
    { text: '$.a', offset: 12, literal: "'$.a'" },
    { text: '$.b', offset: 31, literal: '"$.b"' },
  ]);
});

test('a path of more than a thousand characters is not judged', () => {
  const path = (length: number) => '$.'.padEnd(length, 'a');
  expect(readPath(path(1000))).toBeDefined();
  expect(readPath(path(1001))).toBeUndefined();
  expect(difference(path(1001))).toBeUndefined();
  expect(pathProblem(path(1001))).toBeUndefined();
  expect(readPath(`$${'[?(@.a)]'.repeat(100)}`)).not.toBeInstanceOf(InvalidPathError);
});

describe('what versions make of a path', () => {
  test.each([
    ['$.a', undefined],
    ['$[0]', undefined],
    ["$['a']", undefined],
    ['$.a[?(@.b == 1)]', undefined],
    ['$["a"]', 'version 2.0 knows only single quotes in brackets'],
    ['$[ "a" ]', 'version 2.0 knows only single quotes in brackets'],
    ['$.a[?(@.b == "x")]', 'version 2.0 knows only single quotes in filters'],
    ['$.a[-1]', 'an index from the end is nothing in version 2.0'],
    ['$.a[0,-1]', 'an index from the end is nothing in version 2.0'],
    ['$.a.length()', 'version 2.0 has no functions such as length()'],
    ['$.a[?(@.b IN [1])]', 'version 2.0 has no in in filters'],
    ['$.a[?(@.b === 1)]', 'version 2.0 has no === in filters'],
    ['$.a[?(@.c == 1 && @.b nin [1])]', 'version 2.0 has no nin in filters'],
    ['$.a[?(!(@.b size 1))]', 'version 2.0 has no size in filters'],
    ['$.a[', 'version 2.0 refuses the bracket at its end, later ones pass over it'],
    ['$.a[1,]', 'version 2.0 takes it, later ones refuse it'],
    ['$.a.', undefined],
  ])('%s', (path, what) => {
    expect(difference(path)).toBe(what);
  });
});

describe('no version takes', () => {
  test.each(['', ' ', '$.a.', '$a', "$['a", '$.a[]', '$.a[?b]', '$.a[name]', '$.a b', '$.a[::2]', '$.a[*', '$.a[1'])(
    '%j',
    (path) => {
      expect(isRefusedByAll(path)).toBe(true);
      expect(pathProblem(path)).toMatch(/./);
    },
  );

  test.each(['$', '$.a', '$.a[0]', '$.a[1,]', '$.a[(@.length-1)]', '$.a[b[0]]', '$[[name]]'])(
    'but some may take %j',
    (path) => {
      expect(isRefusedByAll(path)).toBe(false);
    },
  );
});

describe('put right', () => {
  test.each([
    ["'$a'", "'$.a'"],
    ["'$.a.'", "'$.a'"],
    ["' $.a '", "'$.a'"],
    ["'$.a[b]'", `"$.a['b']"`],
    [`'$["a"]'`, `"$['a']"`],
    [`"$['a'].b."`, `"$['a'].b"`],
    [`'$["a"][b]'`, `"$['a']['b']"`],
    ["'$.a'", undefined],
    ["'$.a..'", undefined],
    ["'$.a[::2]'", undefined],
    ["'$.a[-1].'", undefined],
    [`'$["a#"]'`, undefined],
    [`'$["$a"]'`, undefined],
  ])('%s: %s', (literal, written) => {
    const source = `$input.path(${literal})`;
    const [path] = pathsOf(parseTemplate(source));
    expect(path && correctedPath(path)).toEqual(written && { offset: 12, seen: literal, written });
  });
});
