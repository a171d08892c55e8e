// A deployment is carried out after the call that made it was answered.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deployment, GetStageResponse } from '@aws-sdk/client-apigatewayv2';
import type { CallOptions, Gateway, Reply } from '../aws/gateway.ts';
import type { ErrorData } from '../contract/error.ts';

/** Bound on the wait, in milliseconds: with the reads and the write before it a call stays under a host's 60 s. */
const LIMIT_MS = 20_000;
/** Between two looks. */
const PAUSE_MS = 1000;

/** The deployment that the stage runs, and the stage. */
export interface Deployed {
  readonly deployment: Deployment;
  readonly stage: GetStageResponse;
}

/** Waits until the deployment that the stage was given is there, or has failed. */
export async function waitForDeployment(
  gateway: Gateway,
  { ApiId, StageName }: { readonly ApiId: string; readonly StageName: string },
  assigned: GetStageResponse,
  options: CallOptions,
): Promise<Reply<Deployed>> {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    // A new stage with AutoDeploy gets its deployment a moment later.
    const stage = assigned.DeploymentId
      ? ({ ok: true, value: assigned } as const)
      : await gateway.getStage(ApiId, StageName, options);
    if (!stage.ok) return { ok: false, error: unsure(stage.error) };
    const { DeploymentId } = stage.value;
    const reply = DeploymentId === undefined ? undefined : await gateway.getDeployment(ApiId, DeploymentId, options);
    if (reply && !reply.ok) return { ok: false, error: unsure(reply.error) };
    const deployment = reply?.value;
    if (deployment?.DeploymentStatus === 'FAILED') return { ok: false, error: failed(deployment) };
    if (deployment && deployment.DeploymentStatus !== 'PENDING') {
      return { ok: true, value: { deployment, stage: stage.value } };
    }
    if (options.signal.aborted) return { ok: false, error: pending('Cancelled', deployment) };
    if (performance.now() + PAUSE_MS > end) return { ok: false, error: pending('TimeoutError', deployment) };
    options.progress?.(`Deployment ${DeploymentId ?? ''} of stage ${StageName} is pending`);
    await sleep(PAUSE_MS, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

const LOOK = 'describe_websocket_api shows what the stage runs.';

/** The stage was given the deployment; what became of it could not be read. */
const unsure = (error: ErrorData): ErrorData => ({
  ...error,
  Effect: 'unknown',
  Explanation: `The deployment was made; whether it is carried out could not be read. ${error.Explanation} ${LOOK}`,
});

const pending = (Type: 'Cancelled' | 'TimeoutError', deployment: Deployment | undefined): ErrorData => ({
  Type,
  Message: `Deployment ${deployment?.DeploymentId ?? ''} is pending.`,
  Attempts: 1,
  Retryable: false,
  Effect: 'unknown',
  Explanation: `The deployment was made and is not carried out yet. ${LOOK}`,
});

const failed = ({ DeploymentId, DeploymentStatusMessage = '' }: Deployment): ErrorData => ({
  Type: 'ServiceError',
  Message: DeploymentStatusMessage,
  Attempts: 1,
  Retryable: false,
  Effect: 'none',
  Explanation: `Deployment ${DeploymentId} failed: ${DeploymentStatusMessage || 'the control plane does not say why'}. Correct that and deploy again.`,
});
