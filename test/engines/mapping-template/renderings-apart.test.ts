// What one rendering does to the values it is given never reaches the next: every method of every table is tried on every
// kind of value.
import { describe, expect, test } from 'vitest';
import { METHOD_TABLES } from '../../../src/engines/java/methods/class-of.ts';
import type { MethodTable } from '../../../src/engines/java/methods/method-table.ts';
import { FUNCTION_NAMES } from '../../../src/engines/json-path/function.ts';
import { INPUT_METHODS } from '../../../src/engines/mapping-template/input.ts';
import { createScope } from '../../../src/engines/mapping-template/scope.ts';
import { UTIL_METHODS } from '../../../src/engines/mapping-template/util.ts';
import { TemplateRuntimeError } from '../../../src/engines/velocity/error.ts';
import { FOREACH_METHODS } from '../../../src/engines/velocity/foreach-scope.ts';
import { parseTemplate } from '../../../src/engines/velocity/parse.ts';
import { render } from '../../../src/engines/velocity/render.ts';
import type { Scope } from '../../../src/engines/velocity/rendering.ts';
import type { Template } from '../../../src/engines/velocity/tree.ts';

const newScope = (): Scope =>
  createScope({
    body: '{"list":[3,1,2],"map":{"b":1,"a":{"c":[2,1]}},"lists":[[2,1],{"a":1}],"text":"ba","n":7,"long":12345678901,"double":1.5,"big":123456789012345678901,"decimal":1e400,"true":true}',
    context: { map: { b: 1, a: { c: [2, 1] } }, list: [3, 1, 2] },
    stageVariables: { b: 'x', a: 'y' },
    params: { header: { b: 'x', a: 'y' } },
  });

/** Everything a rendering is given. */
const SHOW = `|$input.json('$') $input.path('$') $context $context.list $stageVariables $input.params()`;

const PLACES = ["$input.path('$')", '$context', '$stageVariables', '$input.params().header'];
const MAPS = [...PLACES, "$input.path('$.map')", "$input.path('$.lists[1]')", '$context.map', '$input.params()'];
const LISTS = ["$input.path('$.list')", "$input.path('$.lists')", "$input.path('$.lists[0]')", '$context.list'];
const PARTS = ['keySet()', 'values()', 'entrySet()'];

/** Values, by what a template writes before it has them in `$v`. */
const RECEIVERS: readonly string[] = [
  ...[...MAPS, ...LISTS].map((value) => `#set($v = ${value})`),
  ...PLACES.flatMap((map) => PARTS.map((part) => `#set($v = ${map}.${part})`)),
  ...PLACES.flatMap((map) => PARTS.map((part) => `#set($v = ${map}.${part}.iterator())#set($x = $v.next())`)),
  ...PLACES.map((map) => `#foreach($e in ${map}.entrySet())#set($v = $e)#end`),
  ...LISTS.slice(0, 1).flatMap((list) => [
    `#set($v = ${list}.iterator())#set($x = $v.next())`,
    `#set($v = ${list}.listIterator())#set($x = $v.next())`,
    `#set($v = ${list}.subList(0, 1))`,
    `#set($v = ${list}.toArray())`,
    `#set($v = ${list}.clone())`,
  ]),
  `#foreach($x in ${LISTS[0]})#set($v = $foreach)#end`,
  ...['text', 'n', 'long', 'double', 'big', 'decimal', 'true'].map((name) => `#set($v = $input.path('$.${name}'))`),
  '#set($v = $input.body.charAt(0))',
  '#set($v = $input.body.class)',
  '#set($v = $input)',
  '#set($v = $util)',
];

const TABLES: readonly MethodTable[] = [...METHOD_TABLES, FOREACH_METHODS, INPUT_METHODS, UTIL_METHODS];

/** Arguments that fit a parameter of this type, as a template writes them. */
function argumentsFor(type: string): readonly string[] {
  if (type === 'int' || type === 'long' || type === 'double') return ['0', '1'];
  if (type.endsWith('[]') || type === 'Collection') return ['[3, "x"]', '[]'];
  if (type === 'Map') return ['{"z" : 1}'];
  if (type === 'Comparator') return ['null'];
  return ['"a"', '1'];
}

/** All calls of a method with arguments that fit its overloads. */
function callsOf(table: MethodTable): string[] {
  return [...table].flatMap(([name, overloads]) =>
    overloads.flatMap(({ parameters }) =>
      parameters
        .reduce<string[][]>(
          (lists, type) => lists.flatMap((list) => argumentsFor(type).map((argument) => [...list, argument])),
          [[]],
        )
        .map((list) => `${name}(${list.join(', ')})`),
    ),
  );
}

const CALLS: readonly string[] = [...new Set(TABLES.flatMap(callsOf))];

/** What the template shows at its end; undefined where it throws before. */
function shown(template: Template, scope: Scope): string | undefined {
  try {
    const text = render(template, scope);
    return text.slice(text.indexOf('|'));
  } catch (error) {
    if (error instanceof TemplateRuntimeError) return undefined;
    throw error;
  }
}

/** Parsed once: it is rendered after every change. */
const SHOWING = parseTemplate(SHOW);
const UNTOUCHED = shown(SHOWING, newScope());
const scope = newScope();

/** Whether the template changes what it is given; it must not change what the next one is given. */
function changes(template: string): boolean {
  const own = shown(parseTemplate(template + SHOW), scope);
  if (shown(SHOWING, scope) !== UNTOUCHED)
    throw new Error(`The next rendering finds what this one has done: ${template}`);
  return own !== undefined && own !== UNTOUCHED;
}

describe('the next rendering finds everything as it was, after', () => {
  const mutators = new Set<string>();

  test.each(RECEIVERS)('every method of %s', (receiver) => {
    for (const call of CALLS) {
      if (changes(`${receiver}#set($y = $v.${call})`)) mutators.add(call.slice(0, call.indexOf('(')));
    }
  });

  test('those that change something, as some do', () => {
    expect([...mutators]).toEqual(
      expect.arrayContaining(['add', 'clear', 'put', 'putAll', 'remove', 'retainAll', 'set', 'setValue', 'sort']),
    );
  });

  test.each(FUNCTION_NAMES)('the JSONPath function %s', (name) => {
    const call = `$input.path('$.list.${name}(4)')`;
    expect(changes(`#set($y = ${call})`)).toBe(name === 'append');
  });

  test.each([...MAPS, ...LISTS])('#set of what is in %s', (value) => {
    const set = `#set($v = ${value})#set($v.x = 1)#set($v["a"] = 2)#set($v[0] = 9)`;
    expect(changes(set)).toBe(true);
    expect(changes(`#set($v = ${value})#foreach($e in $v)#set($e.x = 1)#set($e[0] = 9)#end`)).toBeTypeOf('boolean');
    expect(changes(`#set($v = ${value})#foreach($e in $v.entrySet())#set($e.value = 2)#end`)).toBeTypeOf('boolean');
  });
});
