import { describe, expect, test } from 'vitest';
import { parseKey } from '../../src/api-gateway/response-key.ts';
import type { Note } from '../../src/contract/preview.ts';
import { selectResponse, textToMatch } from '../../src/preview/select-response.ts';

const STEPS = 100_000;

function select(keys: readonly string[], text: string, steps = STEPS) {
  const notes: Note[] = [];
  const candidates = keys.map((key) => ({ response: { IntegrationResponseKey: key }, key: parseKey(key) }));
  const selection = selectResponse(candidates, text, steps, (Step, Basis, Text) => notes.push({ Step, Basis, Text }));
  return { matching: selection.candidates, chosen: selection.chosen?.response.IntegrationResponseKey, notes };
}

describe('selectResponse', () => {
  test.each([
    [['$default', '/4\\d\\d/'], '404', ['/4\\d\\d/'], '/4\\d\\d/', 'documented'],
    [['$default', '/4\\d\\d/'], '200', [], '$default', 'documented'],
    [['/40/'], '404', [], undefined, 'observed'],
    [[], '200', [], undefined, 'observed'],
    [['/4\\d{2}/', '/404/'], '404', ['/4\\d{2}/', '/404/'], '/404/', 'inferred'],
    [['$default', '/.*/'], '', ['/.*/'], '/.*/', 'documented'],
    [['$default', '/.+/'], '', [], '$default', 'documented'],
    [['$default', '/.*404.*/'], 'first\nfoo 404 bar', [], '$default', 'documented'],
    [['$default', '/(\\n|.)+404.*/'], 'first\nfoo 404 bar', ['/(\\n|.)+404.*/'], '/(\\n|.)+404.*/', 'documented'],
    [['/(?i)NOT\\h+found/'], 'not found', ['/(?i)NOT\\h+found/'], '/(?i)NOT\\h+found/', 'documented'],
  ])('%j and %j: %j, %s (%s)', (keys, text, matching, chosen, basis) => {
    const selection = select(keys, text);
    expect(selection).toMatchObject({ matching, chosen });
    expect(selection.notes.at(-1)).toMatchObject({ Step: 'response', Basis: basis });
  });

  test.each([
    ['200', 'neither'],
    ['/[/', 'no Java pattern'],
  ])('%s matches nothing, and a note says so', (key, words) => {
    const { chosen, notes } = select([key, '$default'], '200');
    expect(chosen).toBe('$default');
    expect(notes).toContainEqual({ Step: 'match', Basis: 'inferred', Text: expect.stringContaining(words) });
  });

  test('a pattern that takes too many steps is not tried to the end', () => {
    const { matching, chosen, notes } = select(['/(a+)+\\1b/', '/a*!/', '$default'], `${'a'.repeat(40)}!`);
    expect(matching).toEqual(['/a*!/']);
    expect(chosen).toBe('/a*!/');
    expect(notes[0]?.Text).toContain('not tried');
  });
});

describe('textToMatch', () => {
  test.each([
    ['status', 'HTTP', {}, '200', 'documented'],
    ['status', 'MOCK', { StatusCode: 404 }, '404', 'documented'],
    ['status', 'AWS', { StatusCode: 400, ErrorMessage: 'x' }, '400', 'observed'],
    ['errorMessage', 'AWS', { StatusCode: 200, Body: '{"ok":true}' }, '', 'documented'],
    ['errorMessage', 'AWS', { ErrorMessage: 'x not found' }, 'x not found', 'documented'],
    ['errorMessage', 'AWS', { Body: '{"errorMessage":"late","errorType":"E"}' }, 'late', 'documented'],
    ['errorMessage', 'AWS', { Body: '{"errorMessage":"late"' }, '', 'documented'],
    ['errorMessage', 'AWS', { Body: '{"errorMessage":"late"}', ErrorMessage: 'given' }, 'given', 'documented'],
  ] as const)('%s of type %s, %o: %j', (matched, type, outcome, text, basis) => {
    const bases: string[] = [];
    expect(textToMatch(matched, type, outcome, (_, Basis) => bases.push(Basis))).toBe(text);
    expect(bases[0]).toBe(basis);
  });

  test('an error message that is not matched is commented on', () => {
    const texts: string[] = [];
    textToMatch('status', 'AWS', { ErrorMessage: 'x' }, (_, __, text) => texts.push(text));
    expect(texts[1]).toMatch(/^ErrorMessage is not used/);
  });
});
