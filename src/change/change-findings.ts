// The findings that the writes give beside the rules of the dry run: the facts of each, once.
import type { Basis, Finding, Severity } from '../contract/finding.ts';

export interface FindingFacts {
  readonly severity: Severity;
  /** One line for the catalogue. */
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  readonly basis: Basis;
  /** The page that states the fact. */
  readonly source: string;
}

const REFERENCE = 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference';
const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';
const RESPONSE = `${REFERENCE}/apis-apiid-integrations-integrationid-integrationresponses-integrationresponseid.html`;
const ROUTE_RESPONSES = `${GUIDE}/apigateway-websocket-api-route-response.html`;
const DEPLOYMENTS = `${GUIDE}/apigateway-set-up-websocket-deployment.html`;

export const CHANGE_FINDINGS = {
  'path-id': {
    severity: 'error',
    summary: 'An id of a response, route, stage or deployment cannot be one in a URL path.',
    why: 'The id becomes part of the URL path as it stands; another resource would be meant.',
    fix: 'Give the id alone, as describe_websocket_api shows it.',
    basis: 'inferred',
    source: RESPONSE,
  },
  'unknown-integration-response': {
    severity: 'error',
    summary: 'The integration has no response with this id.',
    why: 'The control plane would answer NotFoundException.',
    fix: 'Take the id from describe_websocket_api.',
    basis: 'documented',
    source: RESPONSE,
  },
  'nothing-changes': {
    severity: 'info',
    summary: 'The update asks for what is there already.',
    why: 'PATCH leaves members that are absent as they are, and merges maps by key.',
    fix: 'Give the members that are to become different.',
    basis: 'observed',
    source: RESPONSE,
  },
  'update-keeps-entries': {
    severity: 'warning',
    summary: 'An update gives an empty map, which takes nothing away.',
    why: 'PATCH merges maps by key: an empty map changes nothing. Seen with other maps of API Gateway V2.',
    fix: 'To be rid of entries, delete the response and create it anew without them: delete_integration_response has the create in its NextSteps.',
    basis: 'inferred',
    source: 'https://github.com/go-to-k/cdkd/issues/1160',
  },
  'update-empties-entry': {
    severity: 'warning',
    summary: 'An update gives an empty text for an entry of a map.',
    why: 'With other maps of API Gateway V2 an empty text takes the entry away; for this map that is not published.',
    fix: 'Look at IntegrationResponse afterwards. To be sure, delete the response and create it anew without the entry: delete_integration_response has the create in its NextSteps.',
    basis: 'inferred',
    source: 'https://github.com/go-to-k/cdkd/issues/1160',
  },
  'left-to-default': {
    severity: 'info',
    summary: 'What the deleted response answered is answered by $default from then on.',
    why: '$default takes whatever no pattern matches.',
    fix: 'Look at what it sends: preview_integration_response shows it.',
    basis: 'documented',
    source: `${GUIDE}/apigateway-websocket-api-integration-responses.html`,
  },
  'left-unmatched': {
    severity: 'warning',
    summary: 'After the deletion no response takes what no pattern matches.',
    why: 'An outcome of the integration that nothing matches ends in the frame "Internal server error".',
    fix: 'Give the integration a response with the key $default.',
    basis: 'observed',
    source: `${GUIDE}/apigateway-websocket-api-integration-responses.html`,
  },
  'unknown-route-id': {
    severity: 'error',
    summary: 'The API has no route with this id.',
    why: 'The control plane would answer NotFoundException.',
    fix: 'Take the RouteId from describe_websocket_api; a route key is not an id.',
    basis: 'documented',
    source: `${REFERENCE}/apis-apiid-routes-routeid.html`,
  },
  'event-route': {
    severity: 'error',
    summary: 'A route response for $connect or $disconnect.',
    why: 'The answer of $connect opens or refuses the connection, that of $disconnect goes to nobody: neither is a message.',
    fix: 'Give the id of a route for messages.',
    basis: 'documented',
    source: ROUTE_RESPONSES,
  },
  'route-response-exists': {
    severity: 'error',
    summary: 'The route has a route response already.',
    why: 'A route has one route response, with the key $default: it answers already.',
    fix: 'Leave it: the route is two-way.',
    basis: 'documented',
    source: ROUTE_RESPONSES,
  },
  'unknown-route-response': {
    severity: 'error',
    summary: 'The route has no route response with this id.',
    why: 'The control plane would answer NotFoundException.',
    fix: 'Take the id from Before, or leave it: without route response the route is one-way.',
    basis: 'documented',
    source: `${REFERENCE}/apis-apiid-routes-routeid-routeresponses-routeresponseid.html`,
  },
  'route-answers': {
    severity: 'info',
    summary: 'What the clients of a route receive once it is two-way.',
    why: 'With its route response, a route sends every answer of its integration to the client.',
    fix: 'See with preview_integration_response what arrives.',
    basis: 'documented',
    source: ROUTE_RESPONSES,
  },
  'route-falls-silent': {
    severity: 'info',
    summary: 'What the clients of a route receive once it is one-way.',
    why: 'Without its route response a route drops the answers of its integration.',
    fix: 'Keep the route response if clients wait for an answer.',
    basis: 'documented',
    source: ROUTE_RESPONSES,
  },
  'unknown-deployment-stage': {
    severity: 'error',
    summary: 'The API has no stage with this name.',
    why: 'A deployment goes live only on a stage.',
    fix: 'Name a stage that is there, or give CreateStage true.',
    basis: 'documented',
    source: DEPLOYMENTS,
  },
  'unknown-deployment': {
    severity: 'error',
    summary: 'The API has no deployment with this id.',
    why: 'A stage can only be put back to a deployment that is there.',
    fix: 'Take the DeploymentId from describe_websocket_api or from Before.',
    basis: 'documented',
    source: DEPLOYMENTS,
  },
  'stage-takes-no-deployment': {
    severity: 'error',
    summary: 'DeploymentId for a stage with AutoDeploy.',
    why: 'The control plane answers that the deployment cannot be set, because AutoDeploy is enabled.',
    fix: 'Undo the changes themselves; the stage then deploys them.',
    basis: 'observed',
    source: 'https://github.com/go-to-k/cdk-real-drift/issues/667',
  },
  'stage-deploys-itself': {
    severity: 'info',
    summary: 'The stage has AutoDeploy: it needs no deployment by hand.',
    why: 'With AutoDeploy every change goes live by itself, within about half a minute.',
    fix: 'Nothing needs to be done.',
    basis: 'observed',
    source: DEPLOYMENTS,
  },
  'deploys-everything': {
    severity: 'info',
    summary: 'Since when changes have been collecting that a deployment takes live.',
    why: 'A deployment is a snapshot of the whole API: all changes go live with it, whoever made them.',
    fix: 'Ask the others who work on this API, if there are any.',
    basis: 'documented',
    source: DEPLOYMENTS,
  },
  'takes-back': {
    severity: 'info',
    summary: 'What a stage loses when it is put back to an earlier deployment.',
    why: 'A deployment is a snapshot of the whole API: all that was deployed after it leaves the stage.',
    fix: 'Deploy again without DeploymentId to go forward.',
    basis: 'documented',
    source: DEPLOYMENTS,
  },
} as const satisfies Record<string, FindingFacts>;

export type ChangeCode = keyof typeof CHANGE_FINDINGS;

/** The finding; `Fix` and `Replace` where they depend on what was seen. */
export function found(
  Code: ChangeCode,
  Path: Finding['Path'],
  Message: string,
  more: { readonly Fix?: string; readonly Replace?: unknown } = {},
): Finding {
  const { severity, why, fix, basis, source } = CHANGE_FINDINGS[Code];
  return { Code, Severity: severity, Path, Message, Why: why, Fix: fix, ...more, Basis: basis, Source: source };
}
