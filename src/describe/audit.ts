// The dry run over what exists: every integration response judged as if it were about to be created.

import { matchedText } from '../api-gateway/matched-text.ts';
import type { Finding } from '../contract/finding.ts';
import { dryRun } from '../dry-run/dry-run.ts';
import { createSubject, withLive } from '../dry-run/subject.ts';
import { Budget } from '../engines/budget.ts';
import type { ApiState } from '../live/read-api.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';

/**
 * Errors and warnings of all responses that were read. Their paths name the resource:
 * `["integrations", id, "integrationresponses", id, member…]`. What holds for a whole integration is said once.
 */
export function audit(apiId: string, state: ApiState): Finding[] {
  const budget = new Budget(JUDGING);
  return state.integrations.flatMap(({ IntegrationId = '' }) => {
    const existing = state.responses.get(IntegrationId);
    if (existing === undefined) return [];
    const path = ['integrations', IntegrationId];
    const findings = existing.flatMap(({ IntegrationResponseId = '', ...members }) => {
      const wanted = { ApiId: apiId, IntegrationId, ...members } as Parameters<typeof createSubject>[0];
      const live = snapshot(state, IntegrationId, IntegrationResponseId);
      return dryRun(withLive(createSubject(wanted, budget), live)).flatMap((finding): Finding[] => {
        if (finding.Severity === 'info') return [];
        const { Replace: _, ...rest } = finding;
        const Path =
          finding.Path.length > 0 ? [...path, 'integrationresponses', IntegrationResponseId, ...finding.Path] : path;
        return [{ ...rest, Path }];
      });
    });
    return [...withoutResponse(state, IntegrationId, path), ...distinct(findings)];
  });
}

/** Steps and milliseconds for all responses together. */
const JUDGING = { steps: 40_000_000, time: 2000 };

/** The live state as it is without the response in question. */
function snapshot(state: ApiState, integrationId: string, responseId: string): Snapshot {
  const integration = state.integrations.find(({ IntegrationId }) => IntegrationId === integrationId);
  return {
    api: state.api,
    ...(integration && { integration }),
    responses: (state.responses.get(integrationId) ?? []).filter(
      ({ IntegrationResponseId }) => IntegrationResponseId !== responseId,
    ),
    routes: state.allRoutes,
    routeResponses: state.routeResponses,
    stages: state.stages,
    failures: [],
  };
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ Code, Path, Message }) => {
    const identity = JSON.stringify([Code, Path, Message]);
    return !seen.has(identity) && seen.add(identity);
  });
}

/** A non-proxy integration without any integration response: no rule of a create can meet it. */
function withoutResponse(state: ApiState, integrationId: string, Path: string[]): Finding[] {
  const integration = state.integrations.find(({ IntegrationId }) => IntegrationId === integrationId);
  if (!integration || matchedText(integration) === 'nothing' || state.responses.get(integrationId)?.length !== 0)
    return [];
  return [
    {
      Code: 'no-integration-response',
      Severity: 'warning',
      Path,
      Message: `Integration ${quote(integrationId)} (${integration.IntegrationType}) has no integration response.`,
      Why: 'Every outcome of a non-proxy integration then ends in "Internal server error".',
      Fix: 'Create one with the key $default.',
      Basis: 'documented',
      Source:
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html',
    },
  ];
}
