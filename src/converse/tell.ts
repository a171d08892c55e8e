// What came back, in words: status, findings in the order of likelihood, and the steps that would mend it.
import type { Route } from '@aws-sdk/client-apigatewayv2';
import { readGatewayResponse } from '../api-gateway/gateway-response.ts';
import type { Step } from '../change/step.ts';
import type { Finding } from '../contract/finding.ts';
import type { Prediction, SendResult } from '../contract/send.ts';
import type { Target } from '../contract/target.ts';
import { facts } from '../facts/facts.ts';
import { ownPage } from '../facts/own-page.ts';
import { isTwoWay, nameOf } from '../live/reach.ts';
import { quote } from '../text/quote.ts';
import { internalErrorCauses, refusalCauses, told } from './causes.ts';
import type { Conversation } from './converse.ts';
import type { Predicted } from './predict.ts';
import type { Around } from './read-around.ts';

export interface Told {
  readonly Status: SendResult['Status'];
  readonly Summary: string;
  readonly findings: readonly Finding[];
  readonly steps: readonly Step[];
}

export interface Case {
  readonly around: Around;
  readonly conversation: Conversation;
  readonly predicted: Predicted | undefined;
  readonly backend: Target['Backend'];
  readonly apiId: string;
  readonly waitSeconds: number;
}

/** Says it for a connection that was made or refused; without either there is nothing to say. */
export function tell(given: Case): Told {
  const { conversation, around, predicted } = given;
  if (conversation.handshakeStatus !== 101) return refusal(given);
  const { frames } = conversation;
  const [frame] = frames;
  const route = routeText(around);
  const differs = predicted && !predicted.prediction.Agrees ? [difference(predicted.prediction, given)] : [];
  const agrees = predicted?.prediction.Agrees ? ' It is what the preview says.' : '';
  const closed = closeFindings(conversation);
  if (!frame) return silence(given, route, agrees, [...closed, ...differs]);
  const problems = frames.flatMap(({ Text = '', IsErrorFrame }) => (IsErrorFrame ? errorFindings(Text, given) : []));
  const [first] = problems;
  const count = frames.length === 1 ? 'one frame' : `${frames.length} frames`;
  const summary = first
    ? `The gateway itself answered: ${quote(readGatewayResponse(frame.Text ?? '')?.message ?? 'see Frames')}. Likeliest: ${first.Message} ${first.Fix}`
    : `${count.charAt(0).toUpperCase()}${count.slice(1)} came, the first after ${frame.Milliseconds} ms.`;
  return {
    Status: 'answered',
    Summary: `${summary} ${route}${agrees}`,
    findings: [...problems, ...closed, ...differs],
    steps: [],
  };
}

const routeText = ({ route, value, live }: Around): string => {
  if (!live.routes) return 'Which route the message selects could not be read.';
  if (!route)
    return `No route takes the message: its expression gives ${quote(value ?? '', 40)}, and there is no $default.`;
  const twoWay = isTwoWay(live, route);
  const way = twoWay === undefined ? '' : twoWay ? ', which is two-way' : ', which is one-way';
  return `The message selects route ${nameOf(route)}${way}.`;
};

function silence(
  { around, conversation, apiId, waitSeconds }: Case,
  route: string,
  agrees: string,
  closed: Finding[],
): Told {
  const isOneWay = around.route && isTwoWay(around.live, around.route) === false;
  const lost = conversation.close ? ` The connection was closed with ${conversation.close.code}.` : '';
  const Summary = `Nothing came within ${waitSeconds} s.${lost} ${route}${agrees}`;
  if (closed.length > 0) return { Status: 'silent', Summary, findings: closed, steps: [] };
  if (isOneWay && around.route) {
    const finding = told({
      Code: 'one-way-silence',
      Severity: 'warning',
      fact: facts['one-way'],
      Message: `Route ${nameOf(around.route)} has no route response, so its answers are dropped.`,
      Fix: 'Create its route response $default, and deploy.',
    });
    return { Status: 'silent', Summary, findings: [finding], steps: [routeResponse(apiId, around.route)] };
  }
  const finding = told({
    Code: 'no-answer',
    Severity: 'warning',
    fact: facts['timeout-frame'],
    Message:
      'A two-way route answers, or the gateway does: what is slow has not ended yet, or the stage serves an earlier deployment.',
    Fix: 'Give a longer WaitSeconds, or deploy the API to the stage.',
  });
  return { Status: 'silent', Summary, findings: [finding], steps: [] };
}

const routeResponse = (ApiId: string, route: Route): Step => ({
  Text: `Let route ${nameOf(route)} answer.`,
  tool: ['create_route_response', { ApiId, RouteId: route.RouteId ?? '' }],
  cli: [
    'create-route-response',
    { '--api-id': ApiId, '--route-id': route.RouteId ?? '', '--route-response-key': '$default' },
  ],
});

function refusal({ conversation, around }: Case): Told {
  const { handshakeStatus, failure } = conversation;
  const findings = refusalCauses(
    handshakeStatus,
    around.connectRoute?.AuthorizationType,
    around.connectRoute !== undefined,
  );
  const answer =
    handshakeStatus === undefined ? `(${failure?.message ?? 'no answer'})` : `with status ${handshakeStatus}`;
  const [first] = findings;
  return {
    Status: 'refused',
    Summary:
      `The handshake was refused ${answer}; nothing was sent. ${first ? `Likeliest: ${first.Message} ${first.Fix}` : ''}`.trim(),
    findings,
    steps: [],
  };
}

function errorFindings(text: string, { around, backend, predicted }: Case): Finding[] {
  switch (readGatewayResponse(text)?.message) {
    case 'Endpoint request timed out':
      return [
        told({
          Code: 'endpoint-timed-out',
          Severity: 'error',
          fact: facts['timeout-frame'],
          Message: `The integration did not answer within ${around.live.integration?.TimeoutInMillis ?? 29_000} ms.`,
          Fix: 'Make the backend faster, or raise TimeoutInMillis (29000 at most).',
        }),
      ];
    case 'Forbidden':
      return [
        around.route
          ? told({
              Code: 'message-forbidden',
              Severity: 'error',
              fact: facts['forbidden-frame'],
              Message: `${routeText(around)} The stage may serve a deployment without it.`,
              Fix: 'Deploy the API to the stage.',
            })
          : told({
              Code: 'message-forbidden',
              Severity: 'error',
              fact: facts['forbidden-frame'],
              Message: routeText(around),
              Fix: 'Send a message whose value is a route key, or create the route $default.',
            }),
      ];
    default:
      return internalErrorCauses(around.live, backend, predicted?.failure);
  }
}

function closeFindings({ close }: Conversation): Finding[] {
  switch (close?.code) {
    case undefined:
    case 1000:
      return [];
    case 1001:
      return [
        told({
          Code: 'connection-closed',
          Severity: 'warning',
          fact: facts['frame-size'],
          Message:
            'The server is going away (1001): a deployment of the stage was taken from it, or a limit of time was reached.',
          Fix: 'Connect again.',
        }),
      ];
    case 1003:
      return [
        told({
          Code: 'connection-closed',
          Severity: 'error',
          fact: facts['binary-messages'],
          Message: 'The server takes no binary messages (1003).',
          Fix: 'Send text.',
        }),
      ];
    case 1009:
      return [
        told({
          Code: 'connection-closed',
          Severity: 'error',
          fact: facts['frame-size'],
          Message: 'The message is too large (1009): a frame has 32 KB at most, and a message 128 KB.',
          Fix: 'Send less at once.',
        }),
      ];
    default:
      return [
        told({
          Code: 'connection-closed',
          Severity: 'warning',
          fact: facts['error-frame'],
          Message: `The server closed the connection with code ${close?.code}.`,
          Fix: 'See the logs of the backend: @connections can close one.',
        }),
      ];
  }
}

function difference({ Difference }: Prediction, { around, backend }: Case): Finding {
  const where = Difference
    ? `at character ${Difference.Offset}: ${quote(Difference.Predicted, 60)} was predicted, ${quote(Difference.Received, 60)} came`
    : '';
  const snapshot = around.live.stages?.some(({ AutoDeploy }) => !AutoDeploy)
    ? ' A stage without AutoDeploy may serve an earlier deployment: deploy first.'
    : '';
  return told({
    Code: 'prediction-differs',
    Severity: 'warning',
    fact: facts['engine-version'],
    Message: `The preview and the frame differ ${where}.`,
    Fix: `${backend === 'aws' ? 'What AWS does is right.' : 'This is a defect of the sandbox or of the preview.'}${snapshot} If it stays, report both with the integration response as an issue: ${ownPage('README.md')}.`,
  });
}
