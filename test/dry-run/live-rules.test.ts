// The rules about the live state together: one cause, one finding.
import { describe, expect, test } from 'vitest';
import { exampleSubject, soundCall } from '../../src/dry-run/example.ts';
import { type Rule, runRules } from '../../src/dry-run/rule.ts';
import { connectRefused } from '../../src/dry-run/rules/connect-refused.ts';
import { connectRoute } from '../../src/dry-run/rules/connect-route.ts';
import { disconnectRoute } from '../../src/dry-run/rules/disconnect-route.ts';
import { duplicateKey } from '../../src/dry-run/rules/duplicate-key.ts';
import { httpApi } from '../../src/dry-run/rules/http-api.ts';
import { missingCredentials } from '../../src/dry-run/rules/missing-credentials.ts';
import { mockRequestTemplate } from '../../src/dry-run/rules/mock-request-template.ts';
import { noRoute } from '../../src/dry-run/rules/no-route.ts';
import { noStage } from '../../src/dry-run/rules/no-stage.ts';
import { notChecked } from '../../src/dry-run/rules/not-checked.ts';
import { oneWayRoute } from '../../src/dry-run/rules/one-way-route.ts';
import { proxyIntegration } from '../../src/dry-run/rules/proxy-integration.ts';
import { routeSelectionWithoutResponse } from '../../src/dry-run/rules/route-selection-without-response.ts';
import { stageDeployFailed } from '../../src/dry-run/rules/stage-deploy-failed.ts';
import { stageManual } from '../../src/dry-run/rules/stage-manual.ts';
import { stageNotDeployed } from '../../src/dry-run/rules/stage-not-deployed.ts';
import { unknownApi } from '../../src/dry-run/rules/unknown-api.ts';
import { unknownIntegration } from '../../src/dry-run/rules/unknown-integration.ts';
import { createSubject, withLive } from '../../src/dry-run/subject.ts';

const rules: readonly Rule[] = [
  unknownApi,
  httpApi,
  unknownIntegration,
  duplicateKey,
  proxyIntegration,
  missingCredentials,
  mockRequestTemplate,
  noRoute,
  routeSelectionWithoutResponse,
  oneWayRoute,
  connectRefused,
  connectRoute,
  disconnectRoute,
  noStage,
  stageNotDeployed,
  stageManual,
  stageDeployFailed,
  notChecked,
];
const codes = (subject: Parameters<typeof runRules>[1]) => runRules(rules, subject).map(({ Code }) => Code);

describe('rules about the live state', () => {
  test('a sound call has no finding', () => {
    expect(codes(exampleSubject({}, {}))).toEqual([]);
  });

  test('nothing read, nothing found', () => {
    expect(codes(createSubject(soundCall))).toEqual([]);
    expect(codes(createSubject({}))).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.code, rule] as const))(
    'the example of %s has this finding alone',
    (code, rule) => {
      const also = code === 'connect-refused' ? ['connect-route'] : [];
      expect(codes(exampleSubject(rule.example, rule.example.refused))).toEqual([code, ...also]);
    },
  );

  test('empty members, as a foreign control plane may send them, are judged without a crash', () => {
    const live = {
      api: {} as never,
      integration: {},
      responses: [{}],
      routes: [{} as never, { Target: 'integrations/abc123' } as never],
      routeResponses: new Map([['', [{} as never]]]),
      stages: [{} as never],
    };
    expect(codes(exampleSubject({ live }, {}))).toEqual(['one-way-route', 'stage-not-deployed']);
    expect(codes(withLive(createSubject({}), { ...live, failures: [] }))).toEqual(['no-route', 'stage-not-deployed']);
  });
});
