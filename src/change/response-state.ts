// What the writes of integration responses share: the subject of their rules and what follows for the client.

import { compared } from '../api-gateway/differences.ts';
import type { Before } from '../aws/gateway.ts';
import type { ErrorData } from '../contract/error.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { dryRun } from '../dry-run/dry-run.ts';
import { createSubject, type Subject, type Wanted, withLive } from '../dry-run/subject.ts';
import type { Snapshot } from '../live/snapshot.ts';

export const subjectOf = (wanted: Wanted, live: Snapshot | undefined): Subject =>
  live ? withLive(createSubject(wanted), live) : createSubject(wanted);

/** The response with this id; null: there is none; undefined: not read. */
export function responseById({ responses }: Snapshot, id: string | undefined): Before<IntegrationResponse> {
  return responses && (responses.find(({ IntegrationResponseId }) => IntegrationResponseId === id) ?? null);
}

/** A stored response as a request that would make it. */
export const asWanted = (
  { ApiId, IntegrationId }: { readonly ApiId?: string; readonly IntegrationId?: string },
  { IntegrationResponseId: _, ...response }: IntegrationResponse,
): Wanted => ({ ...(ApiId && { ApiId }), ...(IntegrationId && { IntegrationId }), ...(response as Wanted) });

/** The live state without one of the responses. */
export const without = (live: Snapshot, id: string | undefined): Snapshot => ({
  ...live,
  ...(live.responses && {
    responses: live.responses.filter(({ IntegrationResponseId }) => IntegrationResponseId !== id),
  }),
});

/** What the control plane says of an API or integration that is not there. */
export const unknownParent = ({ failures }: Snapshot): ErrorData | undefined =>
  failures.find(({ read, error }) => error.Type === 'NotFoundException' && /^Get(?:Api|Integration)$/.test(read))
    ?.error;

/** Codes of the errors that the rules hold against a response that was there: to have it again, they must be allowed. */
export function errorCodes(wanted: Wanted, live: Snapshot): { readonly AllowFindings?: string[] } {
  const errors = dryRun(subjectOf(wanted, live)).filter(({ Severity }) => Severity === 'error');
  const codes = [...new Set(errors.map(({ Code }) => Code))];
  return codes.length > 0 ? { AllowFindings: codes } : {};
}

const UNSENT = { Attempts: 0, Retryable: false, Effect: 'none' } as const;

/** The error of a key that another response has. */
export function conflict(wanted: Wanted, { responses }: Snapshot): ErrorData | undefined {
  const existing = responses?.find(({ IntegrationResponseKey: key }) => key && key === wanted.IntegrationResponseKey);
  return (
    existing && {
      ...UNSENT,
      Type: 'ConflictException',
      Message: 'An integration response with this key exists already.',
      Explanation:
        'Seen in the live state, so nothing was sent. Choose another key, or use update_integration_response.',
      ...compared(existing, wanted),
    }
  );
}

/** The error of an id that was looked for in the live state in vain. */
export const missing = (noun: string, id: string): ErrorData => ({
  ...UNSENT,
  Type: 'NotFoundException',
  Message: `There is no ${noun} ${id}.`,
  Explanation: 'Seen in the live state, so nothing was sent. describe_websocket_api shows what is there.',
});
