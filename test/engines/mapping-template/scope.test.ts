import { describe, expect, test } from 'vitest';
import { createScope, type ScopeOptions } from '../../../src/engines/mapping-template/scope.ts';
import { parseTemplate } from '../../../src/engines/velocity/parse.ts';
import { render } from '../../../src/engines/velocity/render.ts';

const print = (template: string, options: ScopeOptions = {}) => render(parseTemplate(template), createScope(options));

describe('$context', () => {
  test('has every variable documented for WebSocket templates by default', () => {
    const names = [
      ...[
        'apiId',
        'authorizer.principalId',
        'connectedAt',
        'connectionId',
        'domainName',
        'eventType',
        'extendedRequestId',
      ],
      ...[
        'identity.sourceIp',
        'identity.userAgent',
        'messageId',
        'requestId',
        'requestTime',
        'requestTimeEpoch',
        'routeKey',
        'stage',
        'status',
      ],
    ];
    for (const name of names) expect(print(`$context.${name}`), name).not.toBe('');
    expect(print('$context.requestTime')).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
    expect(print('$context.requestId')).toBe(print('$context.extendedRequestId'));
  });

  test('requestTimeEpoch is a number one can calculate with', () => {
    expect(
      print('#set($t = $context.requestTimeEpoch + 86400)$t', { context: { requestTimeEpoch: 1652722217711 } }),
    ).toBe('1652722304111');
  });

  test('is replaced whole', () => {
    expect(print('$context.apiId|$context.stage', { context: { stage: 'test' } })).toBe('|test');
  });

  test('keeps the order of a HashMap, as the reference does', () => {
    const header = { Host: 'h', Accept: 'a', 'X-Forwarded-For': 'x', 'User-Agent': 'u', Via: 'v' };
    const template = "#foreach($k in $input.params().get('header').keySet())$k #end";
    expect(print(template, { params: { header } })).toBe('Accept User-Agent X-Forwarded-For Host Via ');
  });
});

describe('renderings do not touch each other', () => {
  const BODY = '{"list":[1,2,2],"map":{"a":1},"text":"x"}';
  const scope = createScope({ body: BODY, context: { map: {} } });

  test.each([
    '$input.path("$.list").add(3)',
    '$input.path("$.list").add(0, 3)',
    '$input.path("$.list").addAll([3])',
    '$input.path("$.list").set(0, 9)',
    '$input.path("$.list").remove(0)',
    '$input.path("$.list").removeAll([2])',
    '$input.path("$.list").retainAll([2])',
    '$input.path("$.list").clear()',
    '$input.path("$.map").put("b", 1)',
    '$input.path("$.map").putAll({"b": 1})',
    '$input.path("$.map").putIfAbsent("b", 1)',
    '$input.path("$.map").replace("a", 2)',
    '$input.path("$.map").remove("a")',
    '$input.path("$.map").clear()',
    '$input.path("$.map").keySet().remove("a")',
    '$input.path("$.map").values().clear()',
    '$input.path("$.map").entrySet().retainAll([])',
    '#foreach($e in $input.path("$.map").entrySet())$e.setValue(2)#end',
    '#foreach($e in $input.path("$.map").entrySet())#set($e.value = 2)#end',
    '#set($i = $input.path("$.list").iterator())$i.next()$i.remove()',
    '#set($r = $input.path("$"))#set($r.text = "y")#set($r.list[0] = 9)#set($r.map["a"] = 2)',
    '#set($context.map.x = 1)',
  ])('%s', (change) => {
    const read = parseTemplate("$input.json('$') $context.map");
    const before = render(read, scope);
    const changed = render(parseTemplate(`${change}#set($done = 1)$input.json('$') $context.map`), scope);
    expect(changed.endsWith(before)).toBe(false);
    expect(render(read, scope)).toBe(before);
  });
});

describe('$input and $util', () => {
  test('an empty payload is an empty object', () => {
    expect(print("$input.body $input.path('$') $input.json('$')")).toBe('{} {} {}');
  });

  test('parameters are looked for in the path, the query string, the headers', () => {
    const params = { header: { a: 'h', b: 'h' }, querystring: { a: 'q' }, path: {} };
    expect(print("$input.params('a') $input.params('b') [$input.params('c')]", { params })).toBe('q h []');
  });

  test('half a surrogate pair becomes a question mark where bytes are needed', () => {
    const body = '"a\ud83d"';
    expect(print("$util.urlEncode($input.path('$')) $util.base64Encode($input.path('$'))", { body })).toBe('a%3F YT8=');
  });
});
