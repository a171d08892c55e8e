// The dry run over what exists: every integration response judged as if it were about to be created.
import { matchedText } from '../api-gateway/matched-text.ts';
import type { Finding } from '../contract/finding.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { bySeverity, dryRun } from '../dry-run/dry-run.ts';
import { createSubject, type Wanted, withLive } from '../dry-run/subject.ts';
import { Budget } from '../engines/budget.ts';
import { type ApiState, snapshotOf } from '../live/read-api.ts';
import { quote } from '../text/quote.ts';
import { auditStages, isAboutStages } from './audit-stages.ts';

/**
 * All that the dry run finds in what was read, by severity. Paths name the resource:
 * `["integrations", id, "integrationresponses", id, member…]`. What holds for a whole integration or a stage is said once.
 */
export function audit(apiId: string, state: ApiState): Finding[] {
  const budget = new Budget(JUDGING);
  const findings = [...state.responses].flatMap(([integrationId, existing]) => [
    ...withoutResponse(state, integrationId),
    ...distinct(existing.flatMap((response) => judge(apiId, integrationId, response, state, budget))),
  ]);
  return [...findings, ...auditStages(state)].sort(bySeverity);
}

/** Steps and milliseconds for all responses together. */
const JUDGING = { steps: 40_000_000, time: 2000 };

function judge(
  apiId: string,
  integrationId: string,
  response: IntegrationResponse,
  state: ApiState,
  budget: Budget,
): Finding[] {
  const { IntegrationResponseId, ...members } = response;
  const wanted = { ApiId: apiId, IntegrationId: integrationId, ...members } as Wanted;
  const subject = withLive(createSubject(wanted, budget), snapshotOf(state, integrationId, IntegrationResponseId));
  return dryRun(subject).flatMap(({ Replace: _, ...finding }): Finding[] =>
    isAboutStages(finding) ? [] : [{ ...finding, Path: [...pathOf(integrationId, response), ...finding.Path] }],
  );
}

const pathOf = (integrationId: string, { IntegrationResponseId = '' }: IntegrationResponse): string[] => [
  'integrations',
  integrationId,
  'integrationresponses',
  IntegrationResponseId,
];

/**
 * What holds for the integration, said once: a finding about nothing of a response, about the id of the integration, or
 * in the same words about the key of several responses, which are not alike.
 */
function distinct(findings: readonly Finding[]): Finding[] {
  const words = ({ Code, Message }: Finding) => JSON.stringify([Code, Message]);
  const told = new Map<string, number>();
  for (const finding of findings) told.set(words(finding), (told.get(words(finding)) ?? 0) + 1);
  const said = new Set<string>();
  return findings.flatMap((finding): Finding[] => {
    const [collection, id, , , member] = finding.Path;
    const ofKeys = member === 'IntegrationResponseKey' && (told.get(words(finding)) ?? 0) > 1;
    if (member !== undefined && member !== 'IntegrationId' && !ofKeys) return [finding];
    if (said.has(words(finding))) return [];
    said.add(words(finding));
    return [{ ...finding, Path: [collection, id].flatMap((step) => step ?? []) }];
  });
}

/** A non-proxy integration without any integration response: no rule of a create can meet it. */
function withoutResponse(state: ApiState, integrationId: string): Finding[] {
  const { integration, responses } = snapshotOf(state, integrationId);
  if (!integration || matchedText(integration) === 'nothing' || responses?.length !== 0) return [];
  return [
    {
      Code: 'no-integration-response',
      Severity: 'warning',
      Path: ['integrations', integrationId],
      Message: `Integration ${quote(integrationId)} (${integration.IntegrationType}) has no integration response.`,
      Why: 'Every outcome of a non-proxy integration then ends in "Internal server error".',
      Fix: 'Create one with the key $default.',
      Basis: 'documented',
      Source:
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html',
    },
  ];
}
