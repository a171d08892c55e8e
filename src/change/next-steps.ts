// What stands between an integration response and a client that sees the answer, in order.
import type { Route } from '@aws-sdk/client-apigatewayv2';
import type { Subject } from '../dry-run/subject.ts';
import { mockProblem } from '../live/mock-request.ts';
import { isUsed, nameOf, oneWayRoutes, routesOf, takesMessages } from '../live/reach.ts';
import { deploySteps } from './deploy-steps.ts';
import type { Step } from './step.ts';

/** The steps for the resulting state. */
export function nextSteps(subject: Subject): Step[] {
  const { ApiId = '' } = subject.wanted;
  return [
    ...requestTemplate(subject),
    ...route(subject),
    ...(isUsed(subject) ? deploySteps(ApiId, subject.live.stages) : []),
  ];
}

function requestTemplate(subject: Subject): Step[] {
  const { ApiId, IntegrationId } = subject.wanted;
  const { integration } = subject.live;
  if (!integration || !isUsed(subject) || !mockProblem(integration)?.lacksDefault) return [];
  return [
    {
      Text: 'Give the MOCK integration a request template with a status code.',
      cli: [
        'update-integration',
        {
          '--api-id': ApiId,
          '--integration-id': IntegrationId,
          '--request-templates': JSON.stringify({ $default: '{"statusCode":200}' }),
          '--template-selection-expression':
            integration.TemplateSelectionExpression === undefined ? '\\$default' : undefined,
        },
      ],
    },
  ];
}

/** The step that makes a route two-way. */
const routeResponseStep = (ApiId: string, Text: string, RouteId: string): Step => ({
  Text,
  tool: ['create_route_response', { ApiId, RouteId }],
  cli: ['create-route-response', { '--api-id': ApiId, '--route-id': RouteId, '--route-response-key': '$default' }],
});

function route(subject: Subject): Step[] {
  const { live, wanted } = subject;
  const { ApiId = '' } = wanted;
  if (live.routes && isUsed(subject) && routesOf(live, wanted.IntegrationId).length === 0) {
    return untargeted(live.routes, ApiId, `integrations/${wanted.IntegrationId}`);
  }
  return oneWayRoutes(subject).map((each) =>
    routeResponseStep(ApiId, `Let route ${nameOf(each)} answer.`, each.RouteId ?? ''),
  );
}

function untargeted(routes: readonly Route[], ApiId: string, Target: string): Step[] {
  // A route that has a target serves something else, and must not be turned away from it.
  const [free, ...others] = routes.filter((each) => each.RouteId && !each.Target && takesMessages(each));
  if (!free || others.length > 0) {
    const { cli } = routeResponseStep(ApiId, '', 'ROUTE_ID');
    return [
      {
        Text: 'Create a route to the integration, with a key of your own for ROUTE_KEY.',
        cli: ['create-route', { '--api-id': ApiId, '--route-key': 'ROUTE_KEY', '--target': Target }],
      },
      {
        Text: 'Let that route answer: create its route response $default, with the RouteId that create-route prints for ROUTE_ID.',
        ...(cli && { cli }),
      },
    ];
  }
  return [
    {
      Text: `Point route ${nameOf(free)} at the integration.`,
      cli: ['update-route', { '--api-id': ApiId, '--route-id': free.RouteId, '--target': Target }],
    },
    routeResponseStep(ApiId, `Let route ${nameOf(free)} answer, unless it has a route response.`, free.RouteId ?? ''),
  ];
}
