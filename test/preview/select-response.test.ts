import { describe, expect, test } from 'vitest';
import { parseKey } from '../../src/api-gateway/response-key.ts';
import type { Note } from '../../src/contract/preview.ts';
import { noteOf } from '../../src/preview/add-note.ts';
import { selectResponse, textToMatch } from '../../src/preview/select-response.ts';

const STEPS = 100_000;

function select(keys: readonly string[], text: string, steps = STEPS) {
  const notes: Note[] = [];
  const candidates = keys.map((key) => ({ response: { IntegrationResponseKey: key }, key: parseKey(key) }));
  const selection = selectResponse(candidates, text, steps, (...note) => notes.push(noteOf(...note)));
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
    [['$default', '/.*404.*/'], 'first\nfoo 404 bar', [], '$default', 'inferred'],
    [['$default', '/(\\n|.)+404.*/'], 'first\nfoo 404 bar', ['/(\\n|.)+404.*/'], '/(\\n|.)+404.*/', 'documented'],
    [['/(?i)NOT\\h+found/'], 'not found', ['/(?i)NOT\\h+found/'], '/(?i)NOT\\h+found/', 'documented'],
  ])('%j and %j: %j, %s (%s)', (keys, text, matching, chosen, basis) => {
    const selection = select(keys, text);
    expect(selection).toMatchObject({ matching, chosen });
    expect(selection.notes.at(-1)).toMatchObject({ Step: 'response', Basis: basis });
  });

  test.each([
    ['/BadRequest/', 'BadRequest: x', /"\/BadRequest\/" is found at 0–10/],
    ['/40/', '404', /found at 0–2/],
    ['/four|hundred/', 'a hundred', /found at 2–9/],
    ['/.*401.*/', 'first\n401', /line break at 5/],
    ['/.*401.*/', 'first 401\r\nsecond', /line break at 9/],
  ])('%s almost matches %j', (key, text, words) => {
    const { matching, chosen, notes } = select([key, '$default'], text);
    expect([matching, chosen]).toEqual([[], '$default']);
    expect(notes).toMatchObject([
      { Step: 'match', Basis: 'inferred', Text: expect.stringMatching(words) },
      { Step: 'response', Basis: 'inferred' },
    ]);
  });

  test.each([
    ['/x*/', 'BadRequest'],
    ['/.*401.*/', 'first\n402'],
    ['/(?s).*401.*/', 'first\n402'],
    ['BadRequest', 'BadRequest'],
    ['/BadRequest/', ''],
  ])('%s does not even almost match %j', (key, text) => {
    const { notes } = select([key, '$default'], text);
    expect(notes.filter(({ Text }) => /found at|line break/.test(Text))).toEqual([]);
  });

  test('of several that match, each is named with the observation that speaks for it', () => {
    const { notes } = select(['/4\\d\\d/', '/404/'], '404');
    expect(notes.at(-1)?.Text).toMatch(/"\/404\/", the last listed, as once seen on a WebSocket API; .*REST API/);
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
    ['status', 'HTTP', {}, '503', 'documented'],
    ['status', 'MOCK', {}, '503', 'documented'],
    ['status', 'AWS', { ErrorMessage: 'x' }, '503', 'observed'],
    ['errorMessage', 'AWS', { Body: '{"ok":true}' }, '', 'documented'],
    ['errorMessage', 'AWS', { ErrorMessage: 'x not found' }, 'x not found', 'documented'],
    ['errorMessage', 'AWS', { Body: '{"errorMessage":"late","errorType":"E"}' }, 'late', 'documented'],
    ['errorMessage', 'AWS', { Body: '{"errorMessage":"late"' }, '', 'documented'],
    ['errorMessage', 'AWS', { Body: '{"errorMessage":"late"}', ErrorMessage: 'given' }, 'given', 'documented'],
  ] as const)('%s of type %s, %o: %j', (matched, type, outcome, text, basis) => {
    const notes: Note[] = [];
    expect(textToMatch(matched, type, 503, outcome, (...note) => notes.push(noteOf(...note)))).toBe(text);
    expect(notes[0]?.Basis).toBe(basis);
  });

  test('an error message that is not matched is commented on', () => {
    const texts: string[] = [];
    textToMatch('status', 'AWS', 200, { ErrorMessage: 'x' }, (_, __, text) => texts.push(text));
    expect(texts[1]).toMatch(/^ErrorMessage is not used/);
  });
});
