import { describe, expect, test } from 'vitest';
import { clientMessage } from '../../src/api-gateway/client-message.ts';
import type { Note } from '../../src/contract/preview.ts';
import { noteOf } from '../../src/preview/add-note.ts';
import { selectTemplate } from '../../src/preview/select-template.ts';

function select(expression: string | undefined, templates: Record<string, string> | undefined, message?: string) {
  const notes: Note[] = [];
  const response = {
    ...(expression !== undefined && { TemplateSelectionExpression: expression }),
    ...(templates && { ResponseTemplates: templates }),
  };
  const inputs = {
    statusCode: 404,
    headers: new Map([['X-Kind', 'a']]),
    message: message === undefined ? undefined : clientMessage(message),
  };
  const { expressionValue, template } = selectTemplate(response, inputs, (...note) => notes.push(noteOf(...note)));
  return { value: expressionValue, key: template?.key, source: template?.source, notes };
}

describe('selectTemplate', () => {
  test.each([
    ['no templates', undefined, undefined, undefined, undefined, 'observed'],
    ['an empty map', '200', {}, '200', undefined, 'observed'],
    ['the exact key', '${integration.response.statuscode}', { '404': 'x', $default: 'y' }, '404', '404', 'documented'],
    ['$default as fallback', '200', { '404': 'x', $default: 'y' }, '200', '$default', 'documented'],
    ['an escaped $default', '\\$default', { $default: 'y' }, '$default', '$default', 'documented'],
    ['no such key', 'nope', { yes: 'x' }, 'nope', undefined, 'inferred'],
    ['the empty value as a key', '$request.body.a', { '': 'x' }, '', '', 'documented'],
    ['names of prototypes', 'constructor', { yes: 'x' }, 'constructor', undefined, 'inferred'],
    ['only application/json', undefined, { 'application/json': 'x' }, undefined, 'application/json', 'observed'],
    ['only $default', undefined, { $default: 'x' }, undefined, '$default', 'observed'],
    ['only another', undefined, { '200': 'x' }, undefined, '200', 'observed'],
    ['both', undefined, { 'application/json': 'x', $default: 'y' }, undefined, '$default', 'inferred'],
    [
      'application/json and others',
      undefined,
      { a: 'x', 'application/json': 'y' },
      undefined,
      'application/json',
      'inferred',
    ],
    ['others only', undefined, { a: 'x', b: 'y' }, undefined, 'a', 'inferred'],
  ] as const)('%s', (_, expression, templates, value, key, basis) => {
    const selection = select(expression, templates);
    expect(selection).toMatchObject({ value, key });
    expect(selection.notes.at(-1)).toMatchObject({ Step: 'template', Basis: basis });
  });

  test('the key __proto__ is data', () => {
    const templates = JSON.parse('{"__proto__":"mine"}');
    expect(select('__proto__', templates)).toMatchObject({ key: '__proto__', source: 'mine' });
  });

  test.each([
    ['$default', 'inferred', /"\$default".*not documented/],
    ['a${context.routeKey}', 'inferred', /"\$\{context\.routeKey\}"/],
    ['${request.body', 'inferred', /brace/],
    ['cost $', 'inferred', /no name/],
    ['$request.body.a', 'documented', /there is none/],
    ['$integration.response.header.x-kind', 'inferred', /"X-Kind"/],
  ])('%s is commented on', (expression, basis, words) => {
    expect(select(expression, { $default: 'x' }).notes).toContainEqual({
      Step: 'expression',
      Basis: basis,
      Text: expect.stringMatching(words),
    });
  });
});
