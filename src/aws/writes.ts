// How to find out, for each write, whether it was applied: what is there now, held against what was there before the call.
import type { Deployment, GetStageResponse, RouteResponse } from '@aws-sdk/client-apigatewayv2';
import { compared, differences } from '../api-gateway/differences.ts';
import { patched } from '../api-gateway/patched.ts';
import type { Effect, ErrorData } from '../contract/error.ts';
import type {
  CreateIntegrationResponseRequest,
  IntegrationResponse,
  UpdateIntegrationResponseRequest,
} from '../contract/integration-response.ts';
import type { Before, CallOptions, Gateway, Reply, StageBefore } from './gateway.ts';
import type { InputOf, OperationName } from './operations.ts';
import type { Seen } from './write-once.ts';

/** One kind of write. */
export interface Write<Name extends OperationName, Value, Known> {
  readonly operation: Name;
  readonly effect: Exclude<Effect, 'none' | 'unknown'>;
  /** What is written, in words: "the integration response". */
  readonly noun: string;
  /** Why a repetition does no harm, as the end of a sentence; absent: it may. */
  readonly repeatable?: string;
  /** Whether the answer is one to this request. */
  readonly isAnswer: (answer: Value, input: InputOf<Name>) => boolean;
  readonly look: (
    gateway: Gateway,
    input: InputOf<Name>,
    before: Known,
    options: CallOptions,
  ) => Promise<Reply<Seen<Value>>>;
}

/** What a list tells; of what is not there itself there are none. */
const seeAll = async <Item, Value>(
  read: Promise<Reply<Item[]>>,
  tell: (items: readonly Item[]) => Seen<Value>,
): Promise<Reply<Seen<Value>>> => {
  const reply = await read;
  if (!reply.ok && reply.error.Type === 'NotFoundException') return { ok: true, value: tell([]) };
  return reply.ok ? { ok: true, value: tell(reply.value) } : reply;
};

/** What a read by id tells, "not found" included. */
const seeOne = async <Read, Value>(
  read: Promise<Reply<Read>>,
  tell: (value: Read | undefined) => Seen<Value>,
): Promise<Reply<Seen<Value>>> => {
  const reply = await read;
  if (!reply.ok && reply.error.Type === 'NotFoundException') return { ok: true, value: tell(undefined) };
  return reply.ok ? { ok: true, value: tell(reply.value) } : reply;
};

const NOT_APPLIED = { kind: 'not applied' } as const;

/** The same resource is there now: this call's doing unless it was there before, or nobody looked. */
const same = <T extends object>(value: T, before: Before<unknown>): Seen<T> => {
  if (before === null) return { kind: 'applied', value };
  return { kind: before === undefined ? 'unclear' : 'not applied', Existing: plain(value) };
};

const plain = (value: object): NonNullable<ErrorData['Existing']> => ({ ...value });

export const createIntegrationResponse: Write<
  'CreateIntegrationResponse',
  IntegrationResponse,
  Before<IntegrationResponse>
> = {
  operation: 'CreateIntegrationResponse',
  effect: 'created',
  noun: 'the integration response',
  repeatable: 'keys are unique',
  isAnswer: ({ IntegrationResponseKey }, input) => IntegrationResponseKey === input.IntegrationResponseKey,
  look: (gateway, input, before, options) =>
    seeAll(gateway.getIntegrationResponses(String(input.ApiId), String(input.IntegrationId), options), (list) => {
      const wanted = input as CreateIntegrationResponseRequest;
      const existing = list.find(({ IntegrationResponseKey: key }) => key === wanted.IntegrationResponseKey);
      if (!existing) return NOT_APPLIED;
      // Keys are unique: another one in its place was made by somebody else, so ours was not, and will not be.
      if (differences(existing, wanted).length > 0) return { ...NOT_APPLIED, ...compared(existing, wanted) };
      return same(existing, before);
    }),
};

export const updateIntegrationResponse: Write<
  'UpdateIntegrationResponse',
  IntegrationResponse,
  Before<IntegrationResponse>
> = {
  operation: 'UpdateIntegrationResponse',
  effect: 'updated',
  noun: 'the change',
  repeatable: 'the same change made twice is made once',
  isAnswer: ({ IntegrationResponseId }, input) => IntegrationResponseId === input.IntegrationResponseId,
  look: (gateway, input, before, options) =>
    seeOne(
      gateway.getIntegrationResponse(
        String(input.ApiId),
        String(input.IntegrationId),
        String(input.IntegrationResponseId),
        options,
      ),
      (existing) => {
        if (!existing) return NOT_APPLIED;
        const change = input as UpdateIntegrationResponseRequest;
        const wanted = patched(before ?? existing, change);
        const left = differences(existing, wanted);
        if (before) {
          const changed = differences(existing, before);
          // The change changes nothing: there is nothing to wait for.
          if (changed.length + left.length === 0) return { ...NOT_APPLIED, ...compared(existing, wanted) };
          if (left.length === 0) return { kind: 'applied', value: existing };
          if (changed.length === 0) return NOT_APPLIED;
        } else if (left.length > 0) return NOT_APPLIED; // an update that was applied would show
        return { kind: 'unclear', ...compared(existing, wanted) };
      },
    ),
};

export const deleteIntegrationResponse: Write<'DeleteIntegrationResponse', undefined, Before<IntegrationResponse>> = {
  operation: 'DeleteIntegrationResponse',
  effect: 'deleted',
  noun: 'the deletion',
  repeatable: 'what is gone cannot be deleted twice',
  isAnswer: () => true,
  look: (gateway, input, before, options) =>
    seeOne(
      gateway.getIntegrationResponse(
        String(input.ApiId),
        String(input.IntegrationId),
        String(input.IntegrationResponseId),
        options,
      ),
      (existing) => gone(existing, before),
    ),
};

/** What it means for a deletion that the resource is there, or gone. */
function gone(existing: object | undefined, before: Before<unknown>): Seen<undefined> {
  if (existing) return NOT_APPLIED;
  if (before === null) return NOT_APPLIED;
  return before === undefined ? { kind: 'unclear' } : { kind: 'applied', value: undefined };
}

export const createRouteResponse: Write<'CreateRouteResponse', RouteResponse, Before<RouteResponse>> = {
  operation: 'CreateRouteResponse',
  effect: 'created',
  noun: 'the route response',
  repeatable: 'a route has one route response',
  isAnswer: ({ RouteResponseKey }, input) => RouteResponseKey === input.RouteResponseKey,
  look: (gateway, input, before, options) =>
    seeAll(gateway.getRouteResponses(String(input.ApiId), String(input.RouteId), options), (list) => {
      const existing = list.find(({ RouteResponseKey: key }) => key === input.RouteResponseKey);
      return existing ? same(existing, before) : NOT_APPLIED;
    }),
};

export const deleteRouteResponse: Write<'DeleteRouteResponse', undefined, Before<RouteResponse>> = {
  operation: 'DeleteRouteResponse',
  effect: 'deleted',
  noun: 'the deletion',
  repeatable: 'what is gone cannot be deleted twice',
  isAnswer: () => true,
  look: (gateway, input, before, options) =>
    seeAll(gateway.getRouteResponses(String(input.ApiId), String(input.RouteId), options), (list) =>
      gone(
        list.find(({ RouteResponseId: id }) => id === input.RouteResponseId),
        before,
      ),
    ),
};

export const createDeployment: Write<'CreateDeployment', Deployment, StageBefore> = {
  operation: 'CreateDeployment',
  effect: 'deployed',
  noun: 'the deployment',
  isAnswer: ({ DeploymentId }) => DeploymentId !== undefined,
  look: async (gateway, input, { deployments }, options) => {
    const [list, stage] = await Promise.all([
      gateway.getDeployments(String(input.ApiId), options),
      gateway.getStage(String(input.ApiId), String(input.StageName), options),
    ]);
    if (!stage.ok && stage.error.Type === 'NotFoundException') return { ok: true, value: NOT_APPLIED };
    if (!list.ok) return list;
    if (!stage.ok) return stage;
    const known = deployments && new Set(deployments.map(({ DeploymentId }) => DeploymentId));
    const isOurs = (each: Deployment) =>
      !each.AutoDeployed && !known?.has(each.DeploymentId) && (each.Description ?? '') === (input.Description ?? '');
    const candidates = list.value.filter(isOurs);
    const running = candidates.find(({ DeploymentId }) => DeploymentId === stage.value.DeploymentId);
    if (candidates.length === 0) return { ok: true, value: NOT_APPLIED };
    // Several new ones, or one that the stage does not run, may be another's.
    if (known && running && candidates.length === 1) return { ok: true, value: { kind: 'applied', value: running } };
    return { ok: true, value: { kind: 'unclear', Existing: plain(running ?? candidates[0] ?? {}) } };
  },
};

export const createStage: Write<'CreateStage', GetStageResponse, Before<GetStageResponse>> = {
  operation: 'CreateStage',
  effect: 'created',
  noun: 'the stage',
  repeatable: 'names of stages are unique',
  isAnswer: ({ StageName }, input) => StageName === input.StageName,
  look: (gateway, input, before, options) =>
    seeOne(gateway.getStage(String(input.ApiId), String(input.StageName), options), (existing) => {
      if (!existing) return NOT_APPLIED;
      if ((existing.AutoDeploy ?? false) !== (input.AutoDeploy ?? false)) {
        return { ...NOT_APPLIED, Existing: plain(existing) };
      }
      return same(existing, before);
    }),
};

export const updateStage: Write<'UpdateStage', GetStageResponse, Before<GetStageResponse>> = {
  operation: 'UpdateStage',
  effect: 'deployed',
  noun: 'the change of the stage',
  repeatable: 'the same change made twice is made once',
  isAnswer: ({ StageName }, input) => StageName === input.StageName,
  look: (gateway, input, before, options) =>
    seeOne(gateway.getStage(String(input.ApiId), String(input.StageName), options), (existing) => {
      if (!existing) return NOT_APPLIED;
      const { DeploymentId: now } = existing;
      if (before && now === before.DeploymentId) {
        return now === input.DeploymentId ? { ...NOT_APPLIED, Existing: plain(existing) } : NOT_APPLIED;
      }
      if (before && now === input.DeploymentId) return { kind: 'applied', value: existing };
      if (!before && now !== input.DeploymentId) return NOT_APPLIED; // a change that was applied would show
      return { kind: 'unclear', Existing: plain(existing) };
    }),
};
