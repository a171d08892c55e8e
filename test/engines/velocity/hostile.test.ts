// What a template must not do: reach the host, or use more than it is granted.
import { describe, expect, test } from 'vitest';
import { Budget } from '../../../src/engines/budget.ts';
import { LimitError } from '../../../src/engines/limit-error.ts';
import { TemplateRuntimeError, TemplateSyntaxError } from '../../../src/engines/velocity/error.ts';
import { parseTemplate } from '../../../src/engines/velocity/parse.ts';
import { render } from '../../../src/engines/velocity/render.ts';
import { createWholeScope } from './whole-language.ts';

const BODY = '{"a":[1,2,{"b":"c"}],"s":"text"}';
const grow = (times: number) => `#set($s = "aaaaaaaaaa")#foreach($i in [1..${times}])#set($s = $s + $s)#end`;
const macros = (body: (index: number) => string) => Array.from({ length: 19 }, (_, index) => body(index)).join('');

function limitOf(template: string, limits = {}): string {
  try {
    return `rendered ${render(parseTemplate(template), createWholeScope({ body: BODY }), new Budget(limits)).length}`;
  } catch (error) {
    if (error instanceof LimitError) return error.limit;
    throw error;
  }
}

/** What is printed, or the message where Java would throw, as `"x".length(1)` does. */
function outcomeOf(template: string): string {
  try {
    return render(parseTemplate(template), createWholeScope({ body: BODY, context: {} }));
  } catch (error) {
    if (error instanceof TemplateRuntimeError) return error.message;
    throw error;
  }
}

test('a smaller step limit leaves regular expressions less', () => {
  const template = '#set($s = "aaaaaaaaaaaaaa!")$s.matches("(a+)+")';
  expect(limitOf(template)).toBe('rendered 5');
  expect(limitOf(template, { steps: 20 })).toBe('steps');
});

describe('a limit is named', () => {
  test.each([
    ['iterations', '#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])x#end#end#end'],
    ['elements', '#foreach($i in [1..3000000])x#end'],
    ['elements', '#set($a = [-2147483648..2147483647])'],
    ['elements', '#set($l = [1])#foreach($i in [1..100])#set($x = $l.addAll($l))#end'],
    ['length', `${grow(100)}$s.length()`],
    ['length', '#set($s = "x")#foreach($i in [1..100])#set($s = "$s$s")#end'],
    ['length', `${grow(15)}#foreach($i in [1..1000])$s#end`],
    ['length', `${grow(10)}$s.replace("a", $s)`],
    ['length', `${grow(10)}$s.replace("", $s)`],
    ['length', '#set($s = "a")$s.repeat(2147483647)'],
    ['length', '#set($l = [1])#foreach($i in [1..40])#set($l = [$l, $l])#end$l'],
    ['steps', '#set($l = [1])#foreach($i in [1..40])#set($l = [$l, $l])#end$l.hashCode()'],
    [
      'steps',
      `#set($l = [1])#set($k = [1])#foreach($i in [1..40])#set($l = [$l, $l])#set($k = [$k, $k])#end#if($l == $k)x#end`,
    ],
    ['steps', `${grow(10)}$s.replaceAll("(?=(.*))", "$1$1$1$1")`],
    ['digits', '#set($n = 9999999999999999999999)#foreach($i in [1..100])#set($n = $n * $n)#end'],
    ['digits', '#set($n = 9223372036854775808)$n.pow(2147483647)'],
    ['digits', '#set($n = 9223372036854775808)$n.shiftLeft(2147483647)'],
    [
      'steps',
      '#set($b = 9223372036854775808)#set($n = $b.pow(500))#foreach($i in [1..5000])#set($x = $n.add($b).gcd($n))#end',
    ],
    ['steps', '#foreach($i in [1..5000])#set($x = $context.put($i, $i))#end'],
    ['length', '#set($s = "a")$s.indent(2147483647)'],
    ['depth', "#set($s = '#evaluate($s)')#evaluate($s)"],
    ['depth', '#set($l = [])#set($x = $l.add([$l]))$l'],
    ['depth', '#set($l = [])#set($x = $l.add([$l]))$l.hashCode()'],
    ['depth', `#if(${'('.repeat(100_000)}true${')'.repeat(100_000)})x#end`],
    ['depth', '#if(true)'.repeat(50_000)],
    ['depth', `#set($a = ${'['.repeat(100_000)}`],
    ['depth', `#set($a = ${'{1:'.repeat(100_000)}`],
    ['depth', `#set($a = ${'[$a.b('.repeat(100_000)}`],
    ['depth', `#if(${'!'.repeat(100_000)}true)x#end`],
    ['depth', `$a${'.b($a'.repeat(50_000)}`],
    ['depth', `$a${'[$a'.repeat(50_000)}`],
    ['depth', `#set($a = 1${'+1'.repeat(100_000)})`],
    ['depth', `#set($a = "${'#if(true)'.repeat(30_000)}")`],
  ])('%s: %s', (limit, template) => {
    expect(limitOf(template, { time: Number.POSITIVE_INFINITY })).toBe(limit);
  });

  test.each([
    ['three calls in each of nineteen macros', `${macros((i) => `#macro(m${i})${`#m${i + 1}()`.repeat(3)}#end`)}#m0()`],
    ['three uses in each of nineteen blocks', `${macros((i) => `#define($d${i})${`$d${i + 1}`.repeat(3)}#end`)}$d0`],
    ['a text that evaluates itself, longer each time', "#set($s = '#set($s = $s + $s)#evaluate($s)')#evaluate($s)"],
    ['a search through a long list', '#set($l = [1..99999])#foreach($i in [1..9999])#set($x = $l.contains(0))#end'],
    [
      'catastrophic expressions',
      '#foreach($i in [1..9999])#set($x = $s.matches("(a+)+b"))#end'.replace('#', `${grow(2)}#`),
    ],
  ])('steps: %s', (_, template) => {
    expect(limitOf(template, { steps: 20_000, time: Number.POSITIVE_INFINITY })).toMatch(/^(steps|length|depth)$/);
  });

  test('time: the clock is looked at', () => {
    expect(limitOf('#foreach($i in [1..9999])x#end', { time: -1 })).toBe('time');
  });

  test('the message says what was too much', () => {
    const run = () =>
      render(parseTemplate('#foreach($i in [1..9])x#end'), createWholeScope({}), new Budget({ iterations: 5 }));
    expect(run).toThrow('It needs more than 5 passes through its loops');
  });
});

describe('long input is parsed in linear time', () => {
  test.each(['\\', '$', '#', '#*', '#[[', '${', '$#', '#a ', '##', ') ', '#set', '$a.b', '$!', '"', '\\#', '$\\'])(
    '%s',
    (piece) => {
      const outcome = () => {
        try {
          return parseTemplate(piece.repeat(30_000)).nodes.length;
        } catch (error) {
          return error;
        }
      };
      const result = outcome();
      expect(typeof result === 'number' || result instanceof TemplateSyntaxError).toBe(true);
    },
  );
});

describe('nothing of JavaScript is reachable', () => {
  const NAMES = [
    'constructor',
    'prototype',
    'toLocaleString',
    'valueOf',
    'call',
    'apply',
    'bind',
    'length',
    'then',
    'methods',
    'entries',
    'items',
    'value',
    'budget',
  ];
  const VALUES = [
    '$s',
    '$l',
    '$m',
    '$n',
    '$d',
    '$b',
    '$c',
    '$k',
    '$it',
    '$cls',
    '$f',
    '$blk',
    '$arr',
    '$input',
    '$util',
    '$context',
    '$stageVariables',
  ];
  const SET =
    '#set($s = "x")#set($l = [1])#set($m = {"k": 1})#set($n = 1)#set($d = 1.5)#set($b = true)#set($c = $s.charAt(0))#set($k = $m.keySet())' +
    '#set($it = $l.iterator())#set($cls = $s.class)#set($arr = $s.split(","))#foreach($x in [1])#set($f = $foreach)#end#define($blk)x#end';

  test.each(VALUES)('%s', (value) => {
    for (const name of NAMES) {
      const template = `${SET}[${value}.${name}.${name}][${value}.${name}("return 1")("x")][${value}["${name}"]][${value}["__proto__"]]#set(${value}.${name} = 1)`;
      expect(outcomeOf(template)).not.toMatch(/function|native|\[object|=>|Symbol/);
    }
  });

  test('names of Object.prototype are data', () => {
    const template =
      '#set($m = {})#set($m["__proto__"] = "p")#set($m.constructor = "c")$m $m["__proto__"] $m.constructor $m.toString|';
    expect(render(parseTemplate(template), createWholeScope({}))).toBe('{__proto__=p, constructor=c} p c |');
    expect({}).not.toHaveProperty('p');
  });

  test('names of Object.prototype in a payload, in the context and in parameters', () => {
    const context = JSON.parse('{"__proto__":{"x":1},"constructor":"c"}');
    const scope = createWholeScope({ body: '{"__proto__":"b"}', context, params: { header: context } });
    const template =
      "$input.path('$')['__proto__'] $context['__proto__'].x $context.constructor $input.params('constructor') $context.hasOwnProperty|";
    expect(render(parseTemplate(template), scope)).toBe('b 1 c c |');
  });
});
