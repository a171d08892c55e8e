// Why the gateway itself answered, for the integration behind the route: the certain causes first, then by likelihood.
import type { Integration } from '@aws-sdk/client-apigatewayv2';
import { matchedText } from '../api-gateway/matched-text.ts';
import type { Finding } from '../contract/finding.ts';
import type { Target } from '../contract/target.ts';
import type { Fact } from '../facts/fact.ts';
import { facts } from '../facts/facts.ts';
import { mockProblem } from '../live/mock-request.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { quote } from '../text/quote.ts';

interface Told extends Pick<Finding, 'Code' | 'Severity' | 'Message' | 'Fix'> {
  readonly fact: Fact;
}

/** A finding about what came back. */
export const told = ({ Code, Severity, fact, Message, Fix }: Told): Finding => ({
  Code,
  Severity,
  Path: [],
  Message,
  Why: fact.statement,
  Fix,
  Basis: fact.basis,
  Source: fact.source,
});

const LAMBDA = /:lambda:/;

/** Findings `internal-server-error`, at least one. `failure`: what the preview says of it, where the backend is known. */
export function internalErrorCauses(
  live: Snapshot,
  backend: Target['Backend'],
  failure: string | undefined,
): Finding[] {
  const cause = (fact: Fact, Message: string, Fix: string) =>
    told({ Code: 'internal-server-error', Severity: 'error', fact, Message, Fix });
  const { integration, responses = [] } = live;
  if (!integration) {
    return [
      cause(
        facts['no-route'],
        'The route has no integration that could be read.',
        'Give the route a target, `integrations/ID`.',
      ),
    ];
  }
  const found: Finding[] = [];
  const { IntegrationUri = '', IntegrationType = '' } = integration;
  if (failure)
    found.push(
      cause(facts['error-frame'], `The preview fails alike: ${failure}`, 'Mend what it names, and preview it.'),
    );
  const mock = mockProblem(integration);
  if (mock && !failure)
    found.push(
      cause(
        facts['mock-status-code'],
        `The MOCK integration ${mock.text}.`,
        'Give it a request template with a status code.',
      ),
    );
  const usesResponses = matchedText(integration) !== 'nothing';
  if (usesResponses && live.responses && responses.length === 0) {
    found.push(
      cause(
        facts['no-match-fails'],
        'The integration has no integration response.',
        'Create one with the key $default.',
      ),
    );
  } else if (
    usesResponses &&
    live.responses &&
    !responses.some(({ IntegrationResponseKey }) => IntegrationResponseKey === '$default')
  ) {
    const keys = responses.map(({ IntegrationResponseKey = '' }) => quote(IntegrationResponseKey, 30)).slice(0, 5);
    found.push(
      cause(
        facts['no-match-fails'],
        `The outcome may match none of ${keys.join(', ')}, and there is no $default.`,
        'Create a response with the key $default, or one for this outcome.',
      ),
    );
  }
  found.push(
    ...(backend === 'sandbox' ? localCauses(integration) : awsCauses(integration)).map(([message, fix]) =>
      cause(facts['error-frame'], message, fix),
    ),
  );
  if (IntegrationType === 'AWS' && !LAMBDA.test(IntegrationUri) && integration.CredentialsArn === undefined) {
    found.unshift(
      cause(
        facts['missing-credentials'],
        'The integration has no CredentialsArn.',
        'Give it a role that may call the service.',
      ),
    );
  }
  const hasTemplates = responses.some(({ ResponseTemplates = {} }) => Object.keys(ResponseTemplates).length > 0);
  if (hasTemplates && IntegrationType !== 'MOCK') {
    found.push(
      cause(
        facts['engine-render-error'],
        'A response template may fail on this answer.',
        'Preview the responses with the answer of the backend.',
      ),
    );
  }
  return found;
}

type Cause = readonly [message: string, fix: string];

function awsCauses({ IntegrationType, IntegrationUri = '' }: Integration): Cause[] {
  const type = String(IntegrationType);
  if (LAMBDA.test(IntegrationUri)) {
    const permission: Cause = [
      'API Gateway may lack the permission to invoke the function.',
      'Add lambda:InvokeFunction for apigateway.amazonaws.com and this API to the resource policy of the function.',
    ];
    return type === 'AWS_PROXY'
      ? [
          permission,
          [
            'The function may have failed, or returned no statusCode.',
            'Look at the logs of the function; return an object with statusCode.',
          ],
        ]
      : [permission];
  }
  if (type.startsWith('AWS'))
    return [['The role of the integration may lack the right to this action.', 'Check the policy of CredentialsArn.']];
  if (type.startsWith('HTTP'))
    return [
      [
        'API Gateway may not reach the backend, or gets no HTTP answer from it.',
        'Call IntegrationUri from the internet; private addresses need a VPC link.',
      ],
    ];
  return [];
}

function localCauses({ IntegrationType, IntegrationUri = '' }: Integration): Cause[] {
  const type = String(IntegrationType);
  const log = 'The execution log of the sandbox command says which.';
  if (LAMBDA.test(IntegrationUri))
    return [
      ['No function may stand in for this one, or it failed.', `Set AWS_ENDPOINT_URL_LAMBDA for the sandbox. ${log}`],
    ];
  if (type.startsWith('AWS'))
    return [
      [
        'No service may stand in for this one.',
        `Set AWS_ENDPOINT_URL_DYNAMODB or AWS_ENDPOINT_URL_SFN for the sandbox. ${log}`,
      ],
    ];
  if (type.startsWith('HTTP'))
    return [
      [
        'The backend may not be on this machine, or gives no HTTP answer.',
        `Start the sandbox with --backend PREFIX=URL. ${log}`,
      ],
    ];
  return [];
}

/** Findings `handshake-refused`: what the status of a refusal may mean. */
export function refusalCauses(
  status: number | undefined,
  authorization: string | undefined,
  hasConnect: boolean,
): Finding[] {
  return refusals(status, authorization, hasConnect).map(([message, fix]) =>
    told({ Code: 'handshake-refused', Severity: 'error', fact: facts['connect-waits'], Message: message, Fix: fix }),
  );
}

function refusals(status: number | undefined, authorization = 'NONE', hasConnect: boolean): Cause[] {
  const backend: Cause = [
    `The integration of $connect may itself have answered ${status}.`,
    'Look at its logs; preview its integration responses.',
  ];
  const behind = hasConnect ? [backend] : [];
  switch (status) {
    case 401:
      return [['The authorizer of $connect found no identity.', 'Give what it reads in Headers or Query.'], ...behind];
    case 403: {
      const denied: Cause =
        authorization === 'AWS_IAM'
          ? [
              'The credentials may not call execute-api:Invoke on $connect.',
              'Allow it in their policy, and check the region.',
            ]
          : [
              'The authorizer of $connect, or a missing API key, refused the client.',
              'Give what it wants in Headers or Query.',
            ];
      const undeployed: Cause = ['The stage may have no deployment.', 'Deploy the API to the stage.'];
      return authorization === 'NONE' ? [undeployed, denied, ...behind] : [denied, undeployed, ...behind];
    }
    case 429:
      return [['The account or the stage opens too many connections.', 'Wait a moment, and try again.']];
    case 504:
      return [['The integration of $connect did not answer in time.', 'Look at its backend, and at TimeoutInMillis.']];
    case 500:
    case 502:
    case 503:
      return [
        [
          'The integration of $connect failed: no integration response takes its outcome, the call was not permitted, or the function failed.',
          'Preview its integration responses, and look at its logs.',
        ],
      ];
    default:
      return behind.length > 0
        ? behind
        : [[`The handshake was answered with ${status}.`, 'Check the address of the stage.']];
  }
}
