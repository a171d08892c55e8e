// What stands between this integration response and a client that sees the answer, in order, as AWS CLI calls.
import type { Route } from '@aws-sdk/client-apigatewayv2';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import type { Target } from '../contract/target.ts';
import type { Subject } from '../dry-run/subject.ts';
import { mockProblem } from '../live/mock-request.ts';
import { isUsed, nameOf, oneWayRoutes, routesOf, stagesOf, takesMessages } from '../live/reach.ts';
import { quote, visible } from '../text/quote.ts';
import { shell } from '../text/shell.ts';

/** Stages for which a command is written out; the quota is 10. */
const MAX_STAGES = 10;
/** Longer commands are not worth showing. */
const MAX_COMMAND = 2000;

/** An option of the AWS CLI; `true`: one without a value. */
type Options = Readonly<Record<string, string | true | undefined>>;

/** Steps for the resulting state; `created` adds how to undo it. */
export function nextSteps(subject: Subject, target: Target, created?: IntegrationResponse): string[] {
  const { ApiId = '', IntegrationId = '' } = subject.wanted;
  const step = (text: string, command: string, options: Options): string =>
    `${text}${awsCall(command, { '--api-id': ApiId, ...options }, target)}`;
  const undo = created?.IntegrationResponseId
    ? [
        step('To undo the create', 'delete-integration-response', {
          '--integration-id': IntegrationId,
          '--integration-response-id': created.IntegrationResponseId,
        }),
      ]
    : [];
  return [...requestTemplate(subject, step), ...route(subject, step), ...stages(subject, step), ...undo];
}

type Step = (text: string, command: string, options: Options) => string;

function requestTemplate(subject: Subject, step: Step): string[] {
  const { live, wanted } = subject;
  const { integration } = live;
  if (!integration || !isUsed(subject) || !mockProblem(integration)?.lacksDefault) return [];
  return [
    step('Give the MOCK integration a status code', 'update-integration', {
      '--integration-id': wanted.IntegrationId,
      '--request-templates': JSON.stringify({ $default: '{"statusCode":200}' }),
      '--template-selection-expression':
        integration.TemplateSelectionExpression === undefined ? '\\$default' : undefined,
    }),
  ];
}

function route(subject: Subject, step: Step): string[] {
  const { live, wanted } = subject;
  const Target = `integrations/${wanted.IntegrationId}`;
  if (live.routes && isUsed(subject) && routesOf(live, wanted.IntegrationId).length === 0) {
    return untargeted(live.routes, Target, step);
  }
  return oneWayRoutes(subject).map((each) =>
    step(`Let route ${nameOf(each)} answer`, 'create-route-response', {
      '--route-id': each.RouteId,
      '--route-response-key': '$default',
    }),
  );
}

function untargeted(routes: readonly Route[], Target: string, step: Step): string[] {
  // A route that has a target serves something else, and must not be turned away from it.
  const [free, ...others] = routes.filter((each) => each.RouteId && !each.Target && takesMessages(each));
  if (!free || others.length > 0) {
    return [
      step('Create a route to the integration, with a key of your own for ROUTE_KEY', 'create-route', {
        '--route-key': 'ROUTE_KEY',
        '--target': Target,
      }),
      'Let that route answer: create its route response $default with the RouteId that create-route prints.',
    ];
  }
  return [
    step(`Point route ${nameOf(free)} at the integration`, 'update-route', {
      '--route-id': free.RouteId,
      '--target': Target,
    }),
    step(`Let route ${nameOf(free)} answer, unless it has a route response`, 'create-route-response', {
      '--route-id': free.RouteId,
      '--route-response-key': '$default',
    }),
  ];
}

function stages(subject: Subject, step: Step): string[] {
  if (subject.live.stages?.length === 0 && isUsed(subject)) {
    return [
      step('Create a stage that deploys every change', 'create-stage', {
        '--stage-name': 'dev',
        '--auto-deploy': true,
      }),
    ];
  }
  const manual = stagesOf(subject).filter(({ AutoDeploy }) => !AutoDeploy);
  const steps = manual.slice(0, MAX_STAGES).map(({ StageName = '' }) =>
    step(`Deploy to stage ${quote(StageName)}, with all other changes since its last deployment`, 'create-deployment', {
      '--stage-name': StageName,
    }),
  );
  const more = manual.length - steps.length;
  return more > 0 ? [...steps, `Deploy to the other ${more} stages without AutoDeploy likewise.`] : steps;
}

/**
 * `: ` and a command for a POSIX shell. Where a name from the account cannot be shown in full, or the AWS CLI would take it
 * for a file to read, there is no command that can be trusted: then nothing but a word about it.
 */
function awsCall(command: string, options: Options, { Region, Profile, Endpoint, Backend }: Target): string {
  const unsafe = Object.values(options).some(
    (value) => typeof value === 'string' && /^(?:fileb?|https?):\/\//.test(value),
  );
  const all: Options = {
    ...options,
    '--region': Region,
    '--profile': Profile,
    '--endpoint-url': Endpoint && !AWS_ENDPOINT.test(Endpoint) ? Endpoint : undefined,
    '--no-sign-request': Backend === 'sandbox' ? true : undefined,
  };
  const words = Object.entries(all).flatMap(([name, value]) => {
    if (value === undefined) return [];
    // Behind "=" a value that begins with a dash is not taken for an option.
    return value === true ? [name] : [`${name}${value.startsWith('-') ? '=' : ' '}${shell(value)}`];
  });
  const text = [`aws apigatewayv2 ${command}`, ...words].join(' ');
  return unsafe || visible(text, MAX_COMMAND) !== text
    ? ' (by hand: its name cannot stand in a command).'
    : `: ${text}`;
}

/** The endpoint that follows from the region. */
const AWS_ENDPOINT = /^https:\/\/apigateway\.[\w-]+\.amazonaws\.com(?:\.cn)?\/?$/;
