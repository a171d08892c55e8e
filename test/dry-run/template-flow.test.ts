// What a template takes the answer of the backend to be, and where it prints what.
import { describe, expect, test } from 'vitest';
import { flowOf } from '../../src/dry-run/template/template-flow.ts';
import { sampleOf } from '../../src/dry-run/template/template-shape.ts';
import { parseTemplate } from '../../src/engines/velocity/parse.ts';

const flow = (source: string) => flowOf(parseTemplate(source));

describe('the answer has what the template reads: objects, lists of two, texts in quotes, numbers outside of them', () => {
  test.each<[template: string, answer: unknown]>([
    ['$input.path("$.name")', { name: 1 }],
    ['{"name": "$input.path("$.name")"}', { name: 'text' }],
    ['$input.path("$.a.b") $input.path("$.a.c")', { a: { b: 1, c: 1 } }],
    ['$input.json("$.a")', { a: 'text' }],
    ['{"a": $input.json("$.a")}', { a: 'text' }],
    ['$input.path("$.list[0].id")', { list: [{ id: 1 }, { id: 1 }] }],
    ['$input.path("$.list[*].id")', { list: [{ id: 'text' }, { id: 'text' }] }],
    ['$input.path("$..id")', 'text'],
    ['$input.path("$.list.length()")', { list: 'text' }],
    ["$input.path(\"$['a','b']\")", 'text'],
    ['$input.path("$.list[?(@.x)].y")', { list: [{ y: 'text' }, { y: 'text' }] }],
    ['#foreach($i in $input.path("$.items"))$i.id#end', { items: [{ id: 1 }, { id: 1 }] }],
    ['#foreach($i in $input.path("$.items"))"$i"#end', { items: ['text', 'text'] }],
    ['#foreach($i in $input.path("$"))$i#end', [1, 1]],
    ['#set($x = $input.path("$.x"))$x.y', { x: { y: 1 } }],
    ['#set($x = $input.path("$.x"))#set($x = $input.path("$.z"))$x.y', { x: 'text', z: { y: 1 } }],
    ['#set($x.y = 1)$x.z', 'text'],
    ['$input.path("$").a.b', { a: { b: 1 } }],
    ['$input.path("$")["a"]', { a: 1 }],
    ['$input.path("$").get("a")', { a: 1 }],
    ['$input.path("$.l").get(0).a', { l: [{ a: 1 }, { a: 1 }] }],
    ['$input.path("$.l")[0].a', { l: [{ a: 1 }, { a: 1 }] }],
    ['$input.path("$.l")["$x"].a', { l: 'text' }],
    ['$input.path("$.m").keySet()', { m: { name: 'text' } }],
    ['$input.path("$.m").entrySet()', { m: { name: 'text' } }],
    ['$input.path("$.l").size()', { l: ['text', 'text'] }],
    ['$input.path("$.t").length()', { t: 'text' }],
    ['$input.path("$.t").isEmpty()', { t: 'text' }],
    ['$input.path("$.t").replaceAll("a","b").b', { t: 'text' }],
    ['#if($input.path("$.a") == "x")y#end', { a: 'x' }],
    ['#if("x" == $input.path("$.a"))y#end', { a: 'x' }],
    ['#if($input.path("$.a") != 5)y#end', { a: 5 }],
    ['#if($input.path("$.a") == true)y#end', { a: true }],
    ['#if($input.path("$.a") == "")y#end', { a: 'text' }],
    ['#if($input.path("$.a") == $null)y#end', { a: 'text' }],
    ['#if($input.path("$.a") > 5)y#end', { a: 1 }],
    ['#if(5 <= $input.path("$.a"))y#end', { a: 1 }],
    ['#set($n = $input.path("$.n") * 2)', { n: 1 }],
    ['#set($n = $input.path("$.n") + 2)', { n: 'text' }],
    ['#if($input.path("$.a") && $input.path("$.b"))y#end', { a: 'text', b: 'text' }],
    ['#if($input.path("$.a") == "x" && $input.path("$.b") > 1)y#end', { a: 'x', b: 1 }],
    ['#if(!($input.path("$.a") > 1))y#end', { a: 1 }],
    ['#set($l = [$input.path("$.a.b"), 1])', { a: { b: 'text' } }],
    ['#set($m = {"k": $input.path("$.a.b")})', { a: { b: 'text' } }],
    ['#foreach($i in [1..$input.path("$.n")])x#end', { n: 1 }],
    ['#set($s = "a $input.path(\'$.a.b\')")', { a: { b: 1 } }],
    ['$util.escapeJavaScript($input.path("$.t"))', { t: 'text' }],
    ['$util.parseJson($input.path("$.j")).a', { j: '{"a":1}' }],
    ['$util.parseJson($input.body).a', { a: 1 }],
    ['$util.parseJson($input.json("$.j")).a', { j: { a: 1 } }],
    ['$util.parseJson("x").a', 'text'],
    ['$util.parseJson().a', 'text'],
    ['$input.body', 1],
    ['"$input.body"', 'text'],
    ['#macro(m $a)$a $input.path("$.x.y")#end', { x: { y: 1 } }],
    ['#define($d)$input.path("$.x.y")#end', { x: { y: 1 } }],
    ['#@m($input.path("$.a"))$input.path("$.b.c")#end', { a: 'text', b: { c: 1 } }],
    ['#evaluate($input.path("$.a.b"))', { a: { b: 'text' } }],
    ['$input.path($p).a', 'text'],
    ['$input.path("$.").a', 'text'],
    ['$other.path("$.a")', 'text'],
    ['$input.foo("$.a")', 'text'],
    ['\\$input.path("$.a")', 'text'],
    ['#if($a)$input.path("$.a")#elseif($b)$input.path("$.b")#else$input.path("$.c")#end', { a: 1, b: 1, c: 1 }],
    [
      '#foreach($i in $input.path("$.a"))#foreach($j in $i.b)$j.c#end#end',
      { a: [{ b: [{ c: 1 }, { c: 1 }] }, { b: [{ c: 1 }, { c: 1 }] }] },
    ],
    [
      '$util.parseJson($util.parseJson($util.parseJson($input.path("$.a")).b).c).d',
      { a: '{"b":"{\\"c\\":\\"text\\"}"}' },
    ],
    ['plain', 'text'],
    ['#foreach($i in $input.path("$.x"))#end$i.y', { x: ['text', 'text'] }],
    [
      '#set($i = $input.path("$.o"))#foreach($i in $input.path("$.x"))$i.p#end$i.q',
      { o: { q: 1 }, x: [{ p: 1 }, { p: 1 }] },
    ],
    [
      '#set($n = $input.path("$.n") - 1)#set($m = 2 / $input.path("$.m"))#set($o = $input.path("$.o") % 2)',
      { n: 1, m: 1, o: 1 },
    ],
    ['#if($input.path("$.a") < 5 || $input.path("$.b") >= 5)y#end', { a: 1, b: 1 }],
    ['#set($x = $input.path("$.a") && $input.path("$.b"))', { a: 'text', b: 'text' }],
    ['#if($input.path("$.a") == "x")#elseif($input.path("$.a") == "y")#end', { a: 'x' }],
    ['#if($input.path("$.a") == "x")$input.path("$.a.b")#end', { a: { b: 1 } }],
    ['#if($input.path("$.a") == $input.path("$.b"))#end', { a: 'text', b: 'text' }],
    ['#if($input.path("$.a") == [])#end', { a: 'text' }],
    ['#if($input.path("$.t").length() > 2)$input.path("$.t")#end', { t: 'text' }],
    ['#if($input.path("$.l").size() > 2)$input.path("$.l")[0]#end', { l: [1, 1] }],
    ['$input.path("$.m").containsKey("a") $input.path("$.m").a', { m: { a: 1 } }],
    ['$input.path("$.a").b $input.path("$.a")[0]', { a: { b: 1 } }],
    [
      '$input.path("$.a")[1].get(2)',
      {
        a: [
          [1, 1],
          [1, 1],
        ],
      },
    ],
    ['$input.path("$.a").get($i)', { a: 'text' }],
    ['$input.path("$.a").get("$i").b', { a: 'text' }],
    ['$input.path("$.a").get()', { a: 'text' }],
    ['$input.path("$.a").foo().b', { a: 'text' }],
    ['$input.path("$.a")[true]', { a: 'text' }],
    [
      '$input.path("$.a[*][*][*][*]")',
      {
        a: [
          [
            [['text'], ['text']],
            [['text'], ['text']],
          ],
          [
            [['text'], ['text']],
            [['text'], ['text']],
          ],
        ],
      },
    ],
    ['#foreach($i in $input.path("$.a[*].b"))$i.c#end', { a: [{ b: { c: 1 } }, { b: { c: 1 } }] }],
    ['$input.path("$.a[?(@.b)]").c', { a: ['text', 'text'] }],
    ['$util.urlEncode($input.path("$.a")) $util.base64Encode($input.path("$.b")).x', { a: 'text', b: 'text' }],
    ['$util.parseJson($x).a $util.parseJson("$input.body").a', 1],
    ['$input["body"] $input.path', 'text'],
    ['$input.path("$.a")$input.path("$.a").b.c', { a: { b: { c: 1 } } }],
    ['#set($a = $input.path("$.a"))#set($b = $a)$b.c', { a: { c: 1 } }],
    ['#set($a = "$input.path(\'$.a\')")$a.b', { a: 1 }],
    ['"#set($a = "$input.path(\'$.a\')")$input.path("$.b")"', { a: 1, b: 'text' }],
    ['"#define($d)$input.path("$.a")#end$input.path("$.b")"', { a: 1, b: 'text' }],
    ['\\"$input.path("$.a")', { a: 1 }],
    ['#if($x)"a#else"b#end$input.path("$.a")"', { a: 'text' }],
    ['#if($x)"#elseif($y)"$input.path("$.b")"#end"$input.path("$.a")', { b: 'text', a: 1 }],
    ['{"a": "x $input.path("$.a") y", "b": $input.path("$.b")}', { a: 'text', b: 1 }],
    ['{"a": "$input.json("$.a")"}', { a: 'text' }],
  ])('%s', (source, answer) => {
    expect(JSON.parse(JSON.stringify(sampleOf(flow(source).root)))).toEqual(answer);
  });

  test('places deeper than fifty are not told apart', () => {
    const source = `$input.path("$")${'.a'.repeat(60)}`;
    expect(JSON.stringify(sampleOf(flow(source).root)).match(/a/g)).toHaveLength(50);
    expect(JSON.stringify(sampleOf(flow(source.replaceAll('.a', '[0]')).root)).match(/\[/g)?.length).toBeGreaterThan(
      50,
    );
  });
});

describe('stage variables and the authorizer have what is read of them', () => {
  test.each<[template: string, stageVariables: unknown, authorizer: unknown]>([
    ['$stageVariables.url $stageVariables["table"] ${stageVariables[\'x\']}', { url: 1, table: 1, x: 1 }, 'text'],
    ['"$context.authorizer.team" $context.authorizer.claims.sub', 'text', { team: 'text', claims: { sub: 1 } }],
    ['$context.stage $context["authorizer"].a $other.a', 'text', 'text'],
  ])('%s', (source, stageVariables, authorizer) => {
    const found = flow(source);
    expect(sampleOf(found.stageVariables)).toEqual(stageVariables);
    expect(sampleOf(found.authorizer)).toEqual(authorizer);
  });
});

describe('prints, each in quotes or not', () => {
  test.each<[template: string, prints: readonly (readonly [literal: string, quoted: boolean])[]]>([
    ['plain', []],
    ['$a', [['$a', false]]],
    [
      '{"a": "$a", "b": $b}',
      [
        ['$a', true],
        ['$b', false],
      ],
    ],
    ['"\\"$a"', [['$a', true]]],
    [
      '#if($x)"$a"#end $b',
      [
        ['$a', true],
        ['$b', false],
      ],
    ],
    [
      '"#if($x)$a#else$b#end$c"',
      [
        ['$a', true],
        ['$b', true],
        ['$c', true],
      ],
    ],
    [
      '#foreach($i in $l)"$i",#end$a',
      [
        ['$i', true],
        ['$a', false],
      ],
    ],
    [
      '"#define($d)$a#end$b"',
      [
        ['$a', false],
        ['$b', true],
      ],
    ],
    [
      '"#macro(m)$a#end$b"',
      [
        ['$a', false],
        ['$b', true],
      ],
    ],
    [
      '"#set($s = "$a")$b"',
      [
        ['$a', false],
        ['$b', true],
      ],
    ],
    ['#@m($x)"$a"#end', [['$a', true]]],
  ])('%s', (source, prints) => {
    expect(flow(source).prints.map(({ reference, quoted }) => [reference.literal, quoted])).toEqual(prints);
  });

  test.each([
    ['#set($x = $input.json("$.a"))$x', '$input.json("$.a")'],
    ['#set($x = 1)#set($x = 2)$x', undefined],
    ['#set($x = 1)$x.y', undefined],
    ['#set($x.y = 1)$x', undefined],
    ['#set($x = $a)#foreach($x in $l)$x#end', undefined],
    ['#set($x = $a)#foreach($x in $l)#end$x', '$a'],
    ['#foreach($x in $l)#end$x', undefined],
    ['$x', undefined],
  ])('%s: what its name stands for', (source, value) => {
    const print = flow(source).prints[0]?.value;
    expect(print?.kind === 'reference' ? print.literal : print).toBe(value);
  });
});

describe('conditions that ask whether a value is there', () => {
  test.each<[template: string, tests: readonly string[]]>([
    ['#if($a)#end', ['$a']],
    ['#if(!$a)#end', ['!$a']],
    ['#if($a && !$b || $c)#end', ['$a', '!$b', '$c']],
    ['#if($x == 1)#elseif($a)#end', ['$a']],
    ['#if($a == "")#end', []],
    ['#if($a && $a == "x")#end', []],
    ['#if($a && $a != "")#end', []],
    ['#if($a && $b == "x")#end', ['$a']],
    ['#if($a && "x" == $a)#end', []],
    ['#if($a > 1 && $a)#end', ['$a']],
    ['#if(true && "x")#end', []],
    ['#set($b = !$a)', []],
  ])('%s', (source, tests) => {
    const found = flow(source).tests.map(({ reference, negated }) => `${negated ? '!' : ''}${reference.literal}`);
    expect(found).toEqual(tests);
  });
});
