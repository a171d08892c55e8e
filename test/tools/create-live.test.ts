// What a create says of the live state is the same whether or not an error stops it.
import { describe, expect, test } from 'vitest';
import type { CreateResult } from '../../src/contract/create.ts';
import { createIntegrationResponse } from '../../src/tools/create-integration-response.ts';
import { type ApiDescription, makeApi, PONG } from '../support/api-state.ts';
import { startEdge } from '../support/edge.ts';
import { deny, runTool } from '../support/run-tool.ts';

async function dryRun(described: ApiDescription, args: object, path?: RegExp): Promise<CreateResult> {
  const edge = await startEdge(path && deny(path));
  const ids = await makeApi(edge.sandbox.endpoint, described);
  return (await runTool(createIntegrationResponse, edge.endpoint, { ...ids, ...args, DryRun: true })) as CreateResult;
}

const oneWay: ApiDescription = { routes: [{ RouteKey: 'ping' }], stages: [{ StageName: 's', deployed: true }] };
const sound = { ...PONG, IntegrationResponseKey: '/5\\d\\d/' };
const errors: [string, object][] = [
  ['a key that is taken', PONG],
  ['a key of no form', { ...PONG, IntegrationResponseKey: '404' }],
  ['a template that breaks', { ...sound, ResponseTemplates: { $default: '#if(' } }],
];

describe.each(errors)('stopped by %s', (_, stopped) => {
  test('the warnings, the reads and the next steps of the same state', async () => {
    const live = (result: CreateResult) => {
      const codes = result.Findings.filter(({ Severity }) => Severity !== 'error').map(({ Code }) => Code);
      const ids = /\b(?:[a-z0-9]{6,10}|http:\S+)\b/g;
      return {
        codes: codes.filter((code) => /route|stage/.test(code)),
        Checks: result.Checks,
        steps: JSON.stringify(result.NextSteps).replace(ids, ''),
      };
    };
    const [valid, invalid] = [await dryRun(oneWay, sound), await dryRun(oneWay, stopped)];
    expect([valid.Status, invalid.Status]).toEqual(['valid', 'invalid']);
    expect(live(invalid)).toEqual(live(valid));
    expect(live(invalid)).toMatchObject({ codes: ['one-way-route', 'stage-manual'], Checks: { Live: 'done' } });
    expect(invalid.NextSteps.length).toBeGreaterThan(1);
  });

  test('what its warnings need and was not read makes it partial', async () => {
    const result = await dryRun(oneWay, stopped, /\/routeresponses$/);
    expect(result).toMatchObject({
      Status: 'invalid',
      Checks: { Live: 'partial', Reason: expect.stringContaining('GetRouteResponses') },
    });
    expect(result.Findings.map(({ Code }) => Code)).not.toContain('one-way-route');
  });
});
