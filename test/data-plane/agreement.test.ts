// Whatever an API looks like and whatever a client says, the frame is what the preview says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyedResponse } from '../../src/api-gateway/response-key.ts';
import { selectRoute } from '../../src/api-gateway/select-route.ts';
import { preview } from '../../src/preview/preview.ts';
import { createApi, mock, startGateway, until } from './gateway.ts';

const RUNS = Number(process.env['AGREEMENT_RUNS'] ?? 300);

const templates = fc.oneof(
  fc.constantFrom(
    'plain',
    '',
    '{"a":1}',
    "$input.json('$')",
    '$input.body',
    '$context.routeKey/$context.stage/$context.apiId/$context.eventType',
    '$stageVariables.flavour $stageVariables.none',
    '#foreach($i in [1..3])$i,#end',
    "#set($x = $input.path('$.a'))$x",
    "$util.escapeJavaScript('é\"/')",
    '#if(',
    "$input.path('$[')",
    '#if($context.routeKey == "a")one#{else}other#end',
    "$util.base64Encode('é')",
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(40_000, 140_000).map((length) => `#foreach($i in [1..${length / 1000}])${'x'.repeat(1000)}#end`),
);
const keys = fc.constantFrom('$default', '/200/', '/2\\d\\d/', '/[45]\\d\\d/', '/.*/', '/404/', 'odd', '/(/.*');
const expressions = fc.constantFrom(
  undefined,
  '\\$default',
  '${integration.response.statuscode}',
  '$request.body.kind',
  'a',
  '$context.x',
);
const response = fc.record(
  {
    IntegrationResponseKey: keys,
    ResponseTemplates: fc.dictionary(fc.constantFrom('$default', 'a', '200', 'application/json'), templates, {
      maxKeys: 3,
    }),
    TemplateSelectionExpression: expressions,
    ContentHandlingStrategy: fc.constantFrom(
      undefined,
      undefined,
      'CONVERT_TO_TEXT' as const,
      'CONVERT_TO_BINARY' as const,
    ),
  },
  { requiredKeys: ['IntegrationResponseKey'] },
);
const route = fc.record({
  oneWay: fc.boolean(),
  status: fc.constantFrom(
    '{"statusCode":200}',
    '{"statusCode":404}',
    '{statusCode: 503}',
    '{"statusCode":"x"}',
    '',
    '#if(',
    '{"statusCode":$input.path(\'$.code\')}',
  ),
  responses: fc.uniqueArray(response, { selector: (one) => one.IntegrationResponseKey, maxLength: 3 }),
});
const apis = fc.record({
  routes: fc.dictionary(fc.constantFrom('a', 'b', '$default', '7'), route, { minKeys: 1 }),
  messages: fc.array(
    fc.oneof(
      fc
        .record({
          action: fc.constantFrom('a', 'b', 'c', 7, ''),
          kind: fc.constantFrom('a', '200', null),
          code: fc.constantFrom(200, 404, 'x'),
        })
        .map((value) => JSON.stringify(value)),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.json(),
    ),
    { minLength: 1, maxLength: 6 },
  ),
});

const lowerFirst = (member: object) =>
  Object.fromEntries(
    Object.entries(member)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );

test(`${RUNS} API states`, { timeout: 600_000 }, async () => {
  const gateway = await startGateway({ write: () => undefined });
  const accepted = (key: string) => key !== '/(/.*';
  await fc.assert(
    fc.asyncProperty(apis, async ({ routes, messages }) => {
      const given = Object.entries(routes).map(([key, { oneWay, status, responses }]) => ({
        key,
        oneWay,
        integration: mock(status),
        responses: responses.filter((one) => accepted(one.IntegrationResponseKey)) as KeyedResponse[],
      }));
      const { id, stage } = await createApi(
        gateway,
        given.map((one) => ({ ...one, responses: one.responses.map(lowerFirst) })),
      );
      const client = await gateway.connect(stage);
      const received: string[] = [];
      client.socket.on('message', (data: Buffer, isBinary) =>
        received.push(isBinary ? data.toString('base64') : data.toString()),
      );
      const expected: string[] = [];
      for (const message of messages) {
        client.socket.send(message);
        const { routeKey } = selectRoute(
          '$request.body.action',
          message,
          given.map(({ key }) => key),
        );
        const taken = given.find(({ key }) => key === routeKey);
        const frame = taken
          ? predicted(taken, message, id)
          : '{"message": "Forbidden", "connectionId":…, "requestId":…}';
        if (frame !== null) expected.push(frame);
      }
      client.socket.ping();
      await new Promise((resolve) => client.socket.once('pong', resolve));
      await until(() => received.length >= expected.length);
      expect(received.map(anonymous)).toEqual(expected);
      client.socket.terminate();
      await gateway.call('DELETE', `/v2/apis/${id}`);
    }),
    { numRuns: RUNS },
  );
});

type Taken = {
  key: string;
  oneWay: boolean;
  integration: ReturnType<typeof mock>;
  responses: readonly KeyedResponse[];
};

function predicted({ key, oneWay, integration, responses }: Taken, message: string, apiId: string): string | null {
  const [made] = preview({
    responses,
    integrationType: 'MOCK',
    requestSide: {
      RequestTemplates: integration.requestTemplates,
      TemplateSelectionExpression: integration.templateSelectionExpression,
    },
    outcomes: [{}],
    clientMessage: message,
    destinations: [
      {
        routeKey: key,
        isReached: true,
        twoWay: !oneWay,
        context: { apiId, stage: 's', routeKey: key, eventType: 'MESSAGE' },
        stageVariables: { flavour: 'sour' },
        notes: [],
      },
    ],
  });
  if (made?.ClientReceives == null) return null;
  // Bytes are compared: the preview shows base64 as the template wrote it, padded or not.
  const isBinary = made.OutputIsBase64 && !made.Failure;
  return isBinary ? Buffer.from(made.ClientReceives, 'base64').toString('base64') : anonymous(made.ClientReceives);
}

/** The ids of a connection and of a request are the gateway's own. */
const anonymous = (frame: string): string => frame.replace(/"(connectionId|requestId)":"[^"]*"/g, '"$1":…');
