import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSelectionExpression } from '../../src/api-gateway/selection-expression.ts';

const text = (offset: number, value: string) => ({ kind: 'text', offset, text: value });
const variable = (offset: number, braced: boolean, name: string, path: string) => ({
  kind: 'variable',
  offset,
  braced,
  name,
  path,
});

describe('parseSelectionExpression', () => {
  test.each([
    ['', []],
    ['200', [text(0, '200')]],
    ['\\$default', [text(0, '$default')]],
    ['a\\$b\\c', [text(0, 'a$b\\c')]],
    ['request.body.action', [text(0, 'request.body.action')]],
    ['${integration.response.statuscode}', [variable(0, true, 'integration.response.statuscode', '')]],
    ['$integration.response.statuscode', [variable(0, false, 'integration.response.statuscode', '')]],
    ['$integration.response.statusCode', [variable(0, false, 'unknown', 'integration.response.statusCode')]],
    ['$request.body.detail-type', [variable(0, false, 'request.body', 'detail-type')]],
    ['$request.body[2]', [variable(0, false, 'request.body', '[2]')]],
    ["$request.body['a b'].c!", [variable(0, false, 'request.body', "['a b'].c"), text(22, '!')]],
    ['$request.body', [variable(0, false, 'request.body', '')]],
    ['$request.bodyguard', [variable(0, false, 'unknown', 'request.bodyguard')]],
    ['${request.body.version}-beta', [variable(0, true, 'request.body', 'version'), text(23, '-beta')]],
    [
      '$request.body.a/$request.body.b',
      [variable(0, false, 'request.body', 'a'), text(15, '/'), variable(16, false, 'request.body', 'b')],
    ],
    ['${integration.response.header.x-kind}', [variable(0, true, 'integration.response.header', 'x-kind')]],
    ['$integration.response.header.', [variable(0, false, 'unknown', 'integration.response.header.')]],
    [
      '${integration.response.multivalueheader.Set-Cookie}',
      [variable(0, true, 'integration.response.multivalueheader', 'Set-Cookie')],
    ],
    ['$default', [variable(0, false, 'unknown', 'default')]],
    ['${context.routeKey}', [variable(0, true, 'unknown', 'context.routeKey')]],
  ])('%s', (source, parts) => {
    expect(parseSelectionExpression(source)).toEqual({ source, parts, problems: [] });
  });

  test.each([
    ['a ${request.body', [text(0, 'a ${request.body')], [{ kind: 'unclosed-brace', offset: 2 }]],
    ['${}', [text(0, '${}')], [{ kind: 'empty-name', offset: 0 }]],
    ['cost $ 5', [text(0, 'cost $ 5')], [{ kind: 'empty-name', offset: 5 }]],
    ['a$', [text(0, 'a$')], [{ kind: 'empty-name', offset: 1 }]],
  ])('%s is no expression, and says where', (source, parts, problems) => {
    expect(parseSelectionExpression(source)).toEqual({ source, parts, problems });
  });

  test('takes any text, and loses nothing but the escapes', () => {
    const pieces = fc.constantFrom('$', '{', '}', '\\', '[', ']', '.', 'request.body', 'a-b', ' ', "'", '\u{1f600}');
    fc.assert(
      fc.property(fc.array(pieces), (chosen) => {
        const source = chosen.join('');
        const { parts } = parseSelectionExpression(source);
        const offsets = parts.map(({ offset }) => offset);
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
        const written = parts.map((part) => {
          if (part.kind === 'text') return part.text;
          const named = part.name === 'unknown' || part.path === '' ? '' : part.path;
          expect(source.slice(part.offset)).toMatch(part.braced ? /^\$\{/ : /^\$[^{]/);
          return part.name === 'unknown' ? part.path : `${part.name}${named.startsWith('[') ? '' : '.'}${named}`;
        });
        const bare = (value: string) => value.replace(/[${}\\.]/g, '');
        expect(bare(written.join(''))).toBe(bare(source));
      }),
    );
  });
});
