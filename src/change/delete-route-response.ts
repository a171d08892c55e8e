import type { RouteResponse } from '@aws-sdk/client-apigatewayv2';
import type { Before } from '../aws/gateway.ts';
import type { Finding } from '../contract/finding.ts';
import type { DeleteRouteResponseArguments, DeleteRouteResponseResult } from '../contract/route-response.ts';
import { checksOfReads } from '../live/gathered.ts';
import { nameOf } from '../live/reach.ts';
import { quote } from '../text/quote.ts';
import type { Change } from './change.ts';
import { found } from './change-findings.ts';
import { deploySteps } from './deploy-steps.ts';
import { missing } from './response-state.ts';
import { judgeRoute, type RouteState, readRoute, routeOf, unknownRoute } from './route-state.ts';
import type { Step } from './step.ts';

type Args = DeleteRouteResponseArguments;

export const deleteRouteResponse: Change<
  Args,
  RouteState,
  undefined,
  'deleted',
  Pick<DeleteRouteResponseResult, 'Before'>
> = {
  done: 'deleted',
  judge: (args, state) => [...judgeRoute(args, state), ...(state ? aboutLoss(args, state) : [])],
  read: readRoute,
  readMore: async (_gateway, _args, state) => state,
  send: (gateway, { ApiId, RouteId, RouteResponseId }, state, options) =>
    gateway.deleteRouteResponse({ ApiId, RouteId, RouteResponseId }, byId(state, RouteResponseId), options),
  checks: checksOfReads,
  foreseen: (args, state) =>
    unknownRoute(args, state) ??
    (byId(state, args.RouteResponseId) === null ? missing('route response', args.RouteResponseId) : undefined),
  tell: ({ RouteId }) => `Deleted the route response: route ${RouteId} is one-way.`,
  steps(args, state, { written }) {
    const before = byId(state, args.RouteResponseId);
    return [
      ...(state.stages?.length ? deploySteps(args.ApiId, state.stages) : []),
      ...(written && before ? [createAgainStep(args, before)] : []),
    ];
  },
  members(args, state) {
    const before = byId(state, args.RouteResponseId);
    return before ? { Before: before } : {};
  },
};

function byId({ routeResponses }: RouteState, id: string | undefined): Before<RouteResponse> {
  return routeResponses && (routeResponses.find(({ RouteResponseId }) => RouteResponseId === id) ?? null);
}

function aboutLoss(args: Partial<Args>, state: RouteState): Finding[] {
  const route = routeOf(state, args.RouteId);
  const before = byId(state, args.RouteResponseId);
  if (!route || before === undefined) return [];
  if (before === null) {
    const Message = `Route ${nameOf(route)} has no route response ${quote(args.RouteResponseId ?? '')}.`;
    return [found('unknown-route-response', ['RouteResponseId'], Message)];
  }
  return [found('route-falls-silent', ['RouteId'], `Clients of route ${nameOf(route)} receive nothing from it then.`)];
}

/** The tool makes a route response of its key alone; one with models can be made again by the AWS CLI only. */
function createAgainStep(
  { ApiId, RouteId }: Args,
  { RouteResponseId: _, ModelSelectionExpression, ResponseModels, ResponseParameters, ...response }: RouteResponse,
): Step {
  const models = { ModelSelectionExpression, ResponseModels, ResponseParameters };
  const isPlain = Object.values(models).every((value) => value === undefined);
  return {
    Text: 'Undo the deletion: make the route two-way again.',
    Kind: 'undo',
    ...(isPlain && { tool: ['create_route_response', { ApiId, RouteId }] }),
    cli: ['create-route-response', { '--cli-input-json': JSON.stringify({ ApiId, RouteId, ...response, ...models }) }],
  };
}
