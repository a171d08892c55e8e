// What a finding about the arguments says: what was seen, why it matters here, what to write instead.
import { describe, expect, test } from 'vitest';
import { z } from 'zod/v3';
import { parseArguments } from '../../src/arguments/parse-arguments.ts';
import { CreateArgumentsSchema } from '../../src/contract/create.ts';
import { DescribeArgumentsSchema } from '../../src/contract/describe.ts';
import { PreviewArgumentsSchema } from '../../src/contract/preview.ts';
import { pageOfFinding } from '../../src/facts/own-page.ts';

const SOUND = { ApiId: 'a1b2c3d4e5', IntegrationId: 'abc123', IntegrationResponseKey: '$default' };
const AWS_TYPE =
  'The AWS client would pass a wrong type on, and the control plane refuse it as a SerializationException.';
const OWN_TYPE = 'This tool reads it in no other type.';
const EMPTY = 'An empty value cannot name anything; the AWS client would send it as it stands.';
const NAMES = `Argument names are spelled as AWS documents them; known here are ${Object.keys(CreateArgumentsSchema.shape).join(', ')}.`;
const UNREAD = 'Members of other names are not read.';

function createFindings(members: object) {
  const parsed = parseArguments(CreateArgumentsSchema, { ...SOUND, ...members });
  return parsed.ok ? [] : parsed.findings;
}

function previewFindings(raw: object) {
  const parsed = parseArguments(PreviewArgumentsSchema, raw);
  return parsed.ok ? [] : parsed.findings;
}

test('every one is an error by the documents', () => {
  expect(createFindings({ ApiId: 5 })).toMatchObject([
    { Severity: 'error', Basis: 'documented', Source: pageOfFinding('wrong-type'), Path: ['ApiId'] },
  ]);
});

describe('create_integration_response', () => {
  test.each<[members: object, Code: string, Message: string, Why: string, Fix: string]>([
    [{ ApiId: undefined }, 'missing-argument', 'ApiId is missing.', 'The control plane requires it.', 'Give ApiId.'],
    [{ ApiId: '' }, 'empty-argument', 'ApiId is empty.', EMPTY, 'Give ApiId.'],
    [{ ApiId: 5 }, 'wrong-type', 'ApiId must be a string, not the number 5.', AWS_TYPE, 'Give ApiId as a string.'],
    [
      { ApiId: true },
      'wrong-type',
      'ApiId must be a string, not the boolean true.',
      AWS_TYPE,
      'Give ApiId as a string.',
    ],
    [{ ApiId: ['a'] }, 'wrong-type', 'ApiId must be a string, not a list.', AWS_TYPE, 'Give ApiId as a string.'],
    [
      { ApiId: { Ref: 'A' } },
      'wrong-type',
      'ApiId must be a string, not an object.',
      AWS_TYPE,
      'Give ApiId as a string.',
    ],
    [
      { TemplateSelectionExpression: null },
      'wrong-type',
      'TemplateSelectionExpression must be a string, not null.',
      AWS_TYPE,
      'Leave TemplateSelectionExpression out or give a string.',
    ],
    [
      { ResponseTemplates: 'x' },
      'wrong-type',
      'ResponseTemplates must be a map of strings, not the text "x".',
      AWS_TYPE,
      'Give ResponseTemplates as a map of strings.',
    ],
    [
      { ResponseTemplates: { $default: 5 } },
      'wrong-type',
      '$default must be a string, not the number 5.',
      AWS_TYPE,
      'Give $default as a string.',
    ],
    [
      { DryRun: 'yes' },
      'wrong-type',
      'DryRun must be a boolean, not the text "yes".',
      OWN_TYPE,
      'Give DryRun as a boolean.',
    ],
    [
      { AllowFindings: [5] },
      'wrong-type',
      'AllowFindings[0] must be a string, not the number 5.',
      OWN_TYPE,
      'Give AllowFindings[0] as a string.',
    ],
    [
      { ContentHandlingStrategy: 'TEXT' },
      'not-in-enum',
      'ContentHandlingStrategy is "TEXT". Did you mean CONVERT_TO_TEXT?',
      'Only CONVERT_TO_BINARY, CONVERT_TO_TEXT are known.',
      'Write CONVERT_TO_TEXT.',
    ],
    [
      { ContentHandlingStrategy: 'PASSTHROUGH' },
      'not-in-enum',
      'ContentHandlingStrategy is "PASSTHROUGH".',
      'Only CONVERT_TO_BINARY, CONVERT_TO_TEXT are known.',
      'Write one of CONVERT_TO_BINARY, CONVERT_TO_TEXT.',
    ],
    [{ Foo: 1 }, 'unknown-argument', 'There is no argument "Foo".', NAMES, 'Remove it.'],
    [
      { responseTemplates: 'x' },
      'unknown-argument',
      'There is no argument "responseTemplates". Did you mean ResponseTemplates?',
      NAMES,
      'Rename it to ResponseTemplates.',
    ],
    [{ apiId: 'x' }, 'unknown-argument', 'There is no argument "apiId". Did you mean ApiId?', NAMES, 'Remove it.'],
  ])('%j: %s', (members, Code, Message, Why, Fix) => {
    expect(createFindings(members)).toMatchObject([{ Code, Message, Why, Fix }]);
  });

  test('a value under a name that is only close', () => {
    expect(createFindings({ dry_run: true })).toMatchObject([
      {
        Message: 'DryRun is missing: its value stands under "dry_run".',
        Why: UNREAD,
        Fix: 'Write "dry_run" as DryRun.',
      },
      { Message: 'There is no argument "dry_run". Did you mean DryRun?' },
    ]);
  });
});

describe('preview_integration_response', () => {
  const LIST_BOUND = 'The bound keeps one call affordable.';
  test.each<[raw: object, Code: string, Message: string, Why: string, Fix: string]>([
    [{}, 'missing-argument', 'Outcomes is missing.', 'This tool cannot work without it.', 'Give Outcomes.'],
    [{ Outcomes: [] }, 'empty-argument', 'Outcomes is empty.', EMPTY, 'Give Outcomes.'],
    [
      { Outcomes: Array(21).fill({}) },
      'out-of-range',
      'Outcomes must have at most 20 entries.',
      LIST_BOUND,
      'Give at most 20 entries.',
    ],
    [
      { Outcomes: [{ StatusCode: 99 }] },
      'out-of-range',
      'StatusCode must be at least 100.',
      'No other number means anything here.',
      'Give at least 100.',
    ],
    [
      { Outcomes: [{ StatusCode: 600 }] },
      'out-of-range',
      'StatusCode must be at most 599.',
      'No other number means anything here.',
      'Give at most 599.',
    ],
    [
      { Outcomes: [{}], Responses: [{ IntegrationResponseKey: 5 }] },
      'wrong-type',
      'IntegrationResponseKey must be a string, not the number 5.',
      AWS_TYPE,
      'Give IntegrationResponseKey as a string.',
    ],
    [
      { Outcomes: [{}], Context: null },
      'wrong-type',
      'Context must be an object, not null.',
      OWN_TYPE,
      'Leave Context out or give an object.',
    ],
  ])('%j: %s', (raw, Code, Message, Why, Fix) => {
    expect(previewFindings(raw)).toMatchObject([{ Code, Message, Why, Fix }]);
  });

  test('an expected text has a length', () => {
    const schema = z.object({ Name: z.string().min(2).max(3) }).strict();
    const messages = ['a', 'abcd'].map((Name) => parseArguments(schema, { Name }));
    expect(messages).toMatchObject([
      { findings: [{ Code: 'out-of-range', Message: 'Name must have at least 2 characters.' }] },
      { findings: [{ Code: 'out-of-range', Message: 'Name must have at most 3 characters.' }] },
    ]);
  });
});

describe('describe_websocket_api', () => {
  test.each<[raw: object, Code: string, Path: string]>([
    [{ ApiId: '' }, 'empty-argument', 'ApiId'],
    [{ RouteKey: '' }, 'empty-argument', 'RouteKey'],
    [{ IntegrationId: '' }, 'empty-argument', 'IntegrationId'],
    [{ Region: '' }, 'empty-argument', 'Region'],
    [{ Foo: 1 }, 'unknown-argument', 'Foo'],
  ])('%j: %s', (raw, Code, Path) => {
    expect(parseArguments(DescribeArgumentsSchema, raw)).toMatchObject({ findings: [{ Code, Path: [Path] }] });
  });

  test('every argument is optional', () => {
    const all = { ApiId: 'a', RouteKey: 'b', IntegrationId: 'c', Region: 'd', Profile: 'e' };
    for (const raw of [undefined, {}, all]) expect(parseArguments(DescribeArgumentsSchema, raw).ok).toBe(true);
  });
});
