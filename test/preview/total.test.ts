import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewDrafts } from '../support/preview-drafts.ts';

const pieces = fc.constantFrom(
  ...['$', '{', '}', '(', ')', '[', ']', '/', '\\', '*', '"', "'", '.', ' ', '\n', '\0', '\u{1f600}', '\ud800'],
  ...[
    '$default',
    '2\\d\\d',
    '200',
    '#if',
    '#end',
    '#set($a = ',
    '#foreach($i in $input.path("$"))',
    '$i',
    '$!a.b',
    'true',
  ],
  ...[
    "$input.json('$.a')",
    '$input.body',
    '$util.parseJson(',
    '$context',
    '__proto__',
    'constructor',
    '{"a":[1,null]}',
  ],
  ...['${request.body.a}', '$integration.response.header.', '(a+)+', '\\1'],
);
const text = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const response = fc.record({
  IntegrationResponseKey: fc.oneof(fc.constantFrom('$default', '/2\\d\\d/', '/.*/'), text),
  ContentHandlingStrategy: optional(fc.constantFrom('CONVERT_TO_TEXT', 'CONVERT_TO_BINARY')),
  ResponseTemplates: optional(fc.dictionary(fc.oneof(fc.constantFrom('$default', ''), text), text, { maxKeys: 3 })),
  TemplateSelectionExpression: optional(text),
});
const outcome = fc.record({
  StatusCode: optional(fc.integer({ min: 100, max: 599 })),
  Headers: optional(fc.dictionary(text, text, { maxKeys: 2 })),
  Body: optional(text),
  BodyIsBase64: optional(fc.boolean()),
  ErrorMessage: optional(text),
  TimedOut: optional(fc.boolean()),
});

test('any responses and outcomes have a preview, and what arrives is counted', () => {
  fc.assert(
    fc.property(
      fc.record({
        responses: fc.array(response, { maxLength: 4 }),
        integrationType: fc.constantFrom('HTTP', 'MOCK', 'AWS', 'AWS_PROXY'),
        integrationUri: fc.constantFrom(
          undefined,
          'arn:aws:apigateway:x:lambda:path/2015-03-31/functions/f/invocations',
        ),
        outcomes: fc.array(outcome, { minLength: 1, maxLength: 3 }),
        clientMessage: optional(text),
        context: optional(fc.dictionary(text, fc.jsonValue())),
        stageVariables: optional(fc.dictionary(text, text)),
        twoWay: fc.boolean(),
      }),
      (request) => {
        const previews = previewDrafts(request);
        expect(previews).toHaveLength(request.outcomes.length);
        for (const { ClientReceives, Output, OutputIsBase64, Failure, Bytes, Frames } of previews) {
          expect(Frames === 0).toBe(ClientReceives === null);
          const encoding = OutputIsBase64 ? 'base64' : 'utf8';
          expect(Bytes).toBe(Buffer.byteLength(ClientReceives ?? '', encoding));
          if (!Failure) expect([null, Output]).toContain(ClientReceives);
          expect(Output === null).toBe(Failure !== undefined);
        }
      },
    ),
    { numRuns: 500 },
  );
});
