import { describe, expect, test } from 'vitest';
import { byteLength, convertToBinary, convertToText, isBase64 } from '../../src/preview/content-handling.ts';

const text = (value: string) => ({ text: value, isBase64: false });
const binary = (value: string) => ({ text: value, isBase64: true });
const addNote = () => undefined;

describe('content handling', () => {
  test.each([
    ['', true],
    ['AAEC', true],
    ['/+8=', true],
    ['/+8', true],
    ['AA==', true],
    ['AA=', false],
    ['A', false],
    ['AAAA=', false],
    ['AA EC', false],
    ['{"a":1}', false],
    ['-_8=', false],
  ])('%j is base64: %s', (value, expected) => {
    expect(isBase64(value)).toBe(expected);
  });

  test('CONVERT_TO_TEXT shows bytes as base64 and leaves text', () => {
    expect(convertToText(binary('AAEC'), addNote)).toEqual(text('AAEC'));
    expect(convertToText(text('häh'), addNote)).toEqual(text('häh'));
  });

  test('CONVERT_TO_BINARY reads base64, and nothing else', () => {
    expect(convertToBinary(text('AAEC'), addNote)).toEqual(binary('AAEC'));
    expect(convertToBinary(binary('AAEC'), addNote)).toEqual(binary('AAEC'));
    expect(convertToBinary(text('{}'), addNote)).toBeUndefined();
  });

  test.each([
    [text('häh'), 4],
    [binary('AAEC'), 3],
    [binary('/+8'), 2],
    [text(''), 0],
  ])('%o has %i bytes', (payload, bytes) => {
    expect(byteLength(payload)).toBe(bytes);
  });
});
