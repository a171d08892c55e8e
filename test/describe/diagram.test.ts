import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RouteSummary, StageSummary } from '../../src/contract/describe.ts';
import { diagram } from '../../src/describe/diagram.ts';

const INTEGRATION = {
  IntegrationId: 'd2h6j8t',
  IntegrationType: 'MOCK',
  KeysMatch: 'status code',
  Responses: [{ IntegrationResponseKey: '/404/' }, { IntegrationResponseKey: '$default' }],
} as const;
const route = (RouteKey: string, members: Partial<RouteSummary> = {}): RouteSummary => ({
  RouteId: 'r1',
  RouteKey,
  TwoWay: true,
  Integration: { ...INTEGRATION, Responses: [...INTEGRATION.Responses] },
  ...members,
});

test('routes, responses in matching order, what becomes of them, and stages', () => {
  const Routes = [
    route('ping'),
    route('quiet', { TwoWay: false, Integration: { IntegrationId: 'd2h6j8t' } }),
    route('$connect', {
      TwoWay: false,
      Integration: { IntegrationId: 'p1', IntegrationType: 'AWS_PROXY', KeysMatch: 'nothing' },
    }),
  ];
  const Stages: StageSummary[] = [
    { StageName: 'prod', State: 'stale', DeployedAt: '2026-03-09T14:02:18.000Z' },
    { StageName: 'dev', State: 'automatic' },
  ];
  expect(diagram({ Routes, Unrouted: [{ IntegrationId: 'u1', IntegrationType: 'HTTP', Responses: [] }], Stages })).toBe(
    `flowchart LR
  R0(["ping"]) -->|"two-way"| I0
  R1(["quiet"]) -->|"one-way"| I0
  R2(["#36;connect"]) -->|"handshake"| I1
  I0["MOCK d2h6j8t"]
  I0 --> I0K0["1: /404/"]
  I0K0 --> answered
  I0K0 --> dropped
  I0 --> I0K1["2: #36;default"]
  I0K1 --> answered
  I0K1 --> dropped
  I1["AWS#95;PROXY p1"]
  I1 -->|"passes through"| handshake
  I2["HTTP u1 (no route)"]
  I2 -->|"no key matches"| failed
  answered{{"the client is answered"}}
  dropped{{"one-way: the answer is dropped"}}
  handshake{{"the connection opens or is refused"}}
  failed{{"Internal server error"}}
  subgraph stages["Stages"]
    S0["prod: stale of 2026-03-09T14:02:18.000Z"]
    S1["dev: automatic"]
  end`,
  );
});

test('what was not read is said', () => {
  const { TwoWay: _, ...unread } = route('ping', { Integration: { IntegrationId: 'i', IntegrationType: 'HTTP' } });
  const text = diagram({ Routes: [unread], Stages: [{ StageName: 's' }] });
  expect(text).toContain('-->|"not known"| I0');
  expect(text).toContain('"integration responses not read"');
  expect(text).toContain('"s: deployment not read"');
});

test('an empty API is an empty chart', () => {
  expect(diagram({})).toBe('flowchart LR');
});

test('names are data: no quote, markup, directive or line of theirs comes through', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '"]\n  click R0 "javascript:alert(1)"',
      '<img src=x onerror=alert(1)>',
      '%%{init: {}}%%',
      '```',
      '`**x**`',
      '#quot;',
      'end',
      '\u202e\u0000',
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (RouteKey, id, key, StageName) => {
      const Integration = { IntegrationId: id, IntegrationType: key, Responses: [{ IntegrationResponseKey: key }] };
      const text = diagram({ Routes: [route(RouteKey, { Integration })], Stages: [{ StageName }] });
      const frame = text.replaceAll(/"(?:[\p{L}\p{N} .:/,()-]|#\d+;)+"/gu, '""');
      expect(frame).not.toMatch(/[^ -~\n]|[<>`%;#]{2}|javascript|%%/);
      for (const line of frame.split('\n'))
        expect(line).toMatch(
          /^( {2}){0,2}(flowchart LR|subgraph stages\[""\]|end|\w+(\(\[""\]\)|\[""\]|\{\{""\}\})?( -->(\|""\|)? \w+(\[""\])?)?)$/,
        );
    }),
  );
});
