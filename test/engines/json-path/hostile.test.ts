import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJavaString } from '../../../src/engines/java/to-string.ts';
import { InvalidPathError } from '../../../src/engines/json-path/error.ts';
import { JsonSyntaxError, parseJson, toJson } from '../../../src/engines/json-path/json.ts';
import { readPath } from '../../../src/engines/json-path/json-path.ts';
import { exceeded, LimitError } from '../../../src/engines/limit-error.ts';
import { untimed } from '../untimed.ts';

const nested = parseJson('['.repeat(300) + ']'.repeat(300));
const wide = parseJson(`{"items":[${'{"id":1,"tags":["a"]},'.repeat(2000)}]}`);

describe('bounds', () => {
  it.each([
    ['scans of scans', '$..*..*..*..*', nested, 'steps'],
    ['scans in a filter', '$.items[?(@..* in [1] || $..id.length() in $..id)]', wide, 'steps'],
    ['a list compared with each element', '$.items[?(@.id in $.items[*].id)]', wide, 'steps'],
    ['a catastrophic pattern', `$.items[?('${'a'.repeat(40)}!' =~ /(a|aa)+/)]`, wide, 'steps'],
    ['a long path', '$' + '.a'.repeat(501), wide, 'depth'],
    ['parentheses', `$[?(${'('.repeat(30_000)}@.a${')'.repeat(30_000)})]`, wide, 'depth'],
    ['negations', `$[?(${'!'.repeat(30_000)}@.a)]`, wide, 'depth'],
    ['filters in filters', '$' + '[?(@'.repeat(5000) + ')]'.repeat(5000), wide, 'depth'],
  ] as const)('stops at %s', (_, path, document, limit) => {
    const budget = untimed(400_000);
    expect(() => readPath(document, path, budget)).toThrow(expect.objectContaining({ name: 'LimitError', limit }));
  });

  it('stops in a list that was appended to itself', () => {
    const document = parseJson('{"a":[1]}');
    readPath(document, '$.a.append($.a)');
    expect(() => readPath(document, '$..x')).toThrow(exceeded('depth', 1000));
  });

  it('scans a document as deep as JSON may be', () => {
    const document = parseJson('{"a":'.repeat(399) + '{"id":1}' + '}'.repeat(399));
    expect(readPath(document, '$..id')).toEqual(expect.objectContaining({ items: [1] }));
  });
});

const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: fc.constantFrom(...'{}[]:,"\'\\ 01-+.eEantrufls\u0001\u001a\u00e9~/x') }),
);

describe('any text', () => {
  it('parses or is refused with a position', () => {
    fc.assert(
      fc.property(json, (text) => {
        try {
          const value = parseJson(text);
          expect(typeof toJavaString(value) + typeof toJson(value)).toBe('stringstring');
        } catch (error) {
          expect(error).toBeInstanceOf(JsonSyntaxError);
          expect((error as JsonSyntaxError).offset).toBeLessThanOrEqual(text.length + 1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('writes what JSON.parse reads as the same', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(JSON.stringify(JSON.parse(toJson(parseJson(text))))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('reads a path or refuses it', () => {
    const document = parseJson('{"a":[{"b":1,"c":"x"},{"b":2.5,"c":null}],"b":"s","__proto__":{"a":[1]}}');
    const piece = fc.constantFrom(
      ...['$', '@', '.', '..', '[', ']', '(', ')', '?', '*', ',', ':', '"', "'", '\\', '/', ' ', '-', '!', '&&', '||'],
      ...[
        'a',
        'b',
        'c',
        '0',
        '1',
        '==',
        '=~',
        '<',
        ' in ',
        ' size ',
        'length()',
        'sum(',
        '[?(',
        ')]',
        '@.b',
        '__proto__',
      ],
      ...['constructor', 'null', 'true', '{}'],
    );
    const paths = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => `$.a${pieces.join('')}`),
      fc.array(piece, { maxLength: 8 }).map((pieces) => `$.a[?(${pieces.join('')})]`),
      fc.string(),
    );
    fc.assert(
      fc.property(paths, (path) => {
        try {
          const value = readPath(document, path);
          if (value !== undefined) toJavaString(value);
        } catch (error) {
          expect(error instanceof InvalidPathError || error instanceof LimitError).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', '__proto__', '__defineGetter__'])(
    'finds no %s where the document has none',
    (name) => {
      const document = parseJson('{"map":{},"list":[1],"text":"x","number":1}');
      for (const path of [`$.${name}`, `$.map.${name}`, `$.list.${name}`, `$.text.${name}`, `$.number['${name}']`]) {
        expect(readPath(document, path)).toBeUndefined();
      }
    },
  );
});
