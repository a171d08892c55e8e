// What stands between this integration response and a client that sees the answer, in order, as AWS CLI calls.
import type { IntegrationResponse } from '../contract/integration-response.ts';
import type { Target } from '../contract/target.ts';
import { routesOf } from './read-live.ts';
import type { Subject } from './subject.ts';

/** An argument of a POSIX shell. */
const shell = (text: string): string => (/^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** Steps for the resulting state; `created` adds how to undo it. */
export function nextSteps({ wanted, live }: Subject, target: Target, created?: IntegrationResponse): string[] {
  const { ApiId = '', IntegrationId = '' } = wanted;
  const aws = (command: string, options: Record<string, string | undefined>): string =>
    [
      `aws apigatewayv2 ${command}`,
      ...Object.entries({
        '--api-id': ApiId,
        ...options,
        '--region': target.Region,
        '--endpoint-url': custom(target),
      }).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${shell(value)}`])),
    ].join(' ');

  const routes = routesOf(live, IntegrationId);
  const steps: string[] = [];
  if (live.routes && routes.length === 0) {
    steps.push(
      `Point a route at the integration: ${aws('update-route', { '--route-id': 'ROUTE_ID', '--target': `integrations/${IntegrationId}` })}`,
    );
  }
  for (const { RouteId = '', RouteKey = '' } of routes) {
    if (live.routeResponses?.get(RouteId)?.length !== 0 || RouteKey === '$disconnect') continue;
    steps.push(
      `Let route ${RouteKey} answer: ${aws('create-route-response', { '--route-id': RouteId, '--route-response-key': '$default' })}`,
    );
  }
  for (const { StageName = '', AutoDeploy } of live.stages ?? []) {
    if (!AutoDeploy)
      steps.push(`Deploy to stage ${StageName}: ${aws('create-deployment', { '--stage-name': StageName })}`);
  }
  if (live.stages?.length === 0) {
    steps.push(`Create a stage: ${aws('create-stage', { '--stage-name': 'dev' }).replace(/$/, ' --auto-deploy')}`);
  }
  if (created?.IntegrationResponseId) {
    const ids = { '--integration-id': IntegrationId, '--integration-response-id': created.IntegrationResponseId };
    steps.push(`To undo the create: ${aws('delete-integration-response', ids)}`);
  }
  return steps;
}

/** AWS's own endpoints follow from the region. */
const custom = ({ Endpoint }: Target) =>
  Endpoint && !/\.amazonaws\.com(\.cn)?$/.test(Endpoint) ? Endpoint : undefined;
