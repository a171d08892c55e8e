import { describe, expect, test } from 'vitest';
import { compared, differences } from '../../src/api-gateway/differences.ts';
import type { IntegrationResponse } from '../../src/contract/integration-response.ts';

describe('differences', () => {
  test.each<[existing: IntegrationResponse, wanted: IntegrationResponse]>([
    [{}, {}],
    [{ IntegrationResponseId: 'a', IntegrationResponseKey: '$default' }, { IntegrationResponseKey: '$default' }],
    [{ ResponseTemplates: {} }, {}],
    [{}, { ResponseParameters: {} }],
    [{ ResponseTemplates: { a: '' } }, { ResponseTemplates: {} }],
    [{}, { ResponseTemplates: { a: '' } }],
    [{ TemplateSelectionExpression: '' }, {}],
  ])('none between %j and %j', (existing, wanted) => {
    expect(differences(existing, wanted)).toEqual([]);
  });

  test('each member and each entry by itself', () => {
    const existing: IntegrationResponse = {
      IntegrationResponseKey: '/200/',
      ContentHandlingStrategy: 'CONVERT_TO_TEXT',
      ResponseParameters: { 'method.response.header.X': "'a'", 'method.response.header.Y': "'b'" },
      ResponseTemplates: { $default: 'old', same: 'x' },
    };
    const wanted: IntegrationResponse = {
      IntegrationResponseKey: '$default',
      TemplateSelectionExpression: '200',
      ResponseParameters: { 'method.response.header.X': "'c'", 'method.response.header.Z': "'d'" },
      ResponseTemplates: { $default: 'new', same: 'x' },
    };
    expect(differences(existing, wanted)).toEqual([
      { Path: ['IntegrationResponseKey'], Existing: '/200/', Wanted: '$default' },
      { Path: ['ContentHandlingStrategy'], Existing: 'CONVERT_TO_TEXT' },
      { Path: ['TemplateSelectionExpression'], Wanted: '200' },
      { Path: ['ResponseParameters', 'method.response.header.X'], Existing: "'a'", Wanted: "'c'" },
      { Path: ['ResponseParameters', 'method.response.header.Y'], Existing: "'b'" },
      { Path: ['ResponseParameters', 'method.response.header.Z'], Wanted: "'d'" },
      { Path: ['ResponseTemplates', '$default'], Existing: 'old', Wanted: 'new' },
    ]);
  });
});

describe('what an error shows of the response that holds the key', () => {
  const response = (length: number) => ({
    IntegrationResponseId: 'abc123',
    IntegrationResponseKey: '$default',
    ResponseTemplates: { $default: 'x'.repeat(length) },
  });
  const shownLength = (length: number) => JSON.stringify(compared(response(length), response(length))).length;
  /** The template with which the whole is exactly as long as may be shown. */
  const most = 1_000_000 - shownLength(0);

  test('all of it, with the differences', () => {
    const wanted = { ...response(1), ResponseTemplates: { $default: 'y' } };
    expect(compared(response(1), wanted)).toEqual({
      Existing: response(1),
      Differences: [{ Path: ['ResponseTemplates', '$default'], Existing: 'x', Wanted: 'y' }],
    });
    expect(compared(response(most), response(most))).toEqual({ Existing: response(most), Differences: [] });
  });

  test('beyond a million characters its id and key', () => {
    expect(compared(response(most + 1), response(1))).toEqual({
      Existing: { IntegrationResponseId: 'abc123', IntegrationResponseKey: '$default' },
    });
  });
});
