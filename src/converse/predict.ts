// What the preview says of a message whose backend is known, held against what came.
import type { Route } from '@aws-sdk/client-apigatewayv2';
import type { KeyedResponse } from '../api-gateway/response-key.ts';
import type { Frame, Prediction } from '../contract/send.ts';
import { isTwoWay } from '../live/reach.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { preview } from '../preview/preview.ts';

export interface Place {
  readonly apiId: string;
  readonly stageName: string;
  readonly message: string;
  readonly route: Route;
}

/** What only the gateway knows stands in the prediction as these marks; numbers, so that templates may count with them. */
const MARK = 7_000_000_000_000;
const UNKNOWN = [
  'requestTimeEpoch',
  'connectedAt',
  'connectionId',
  'requestId',
  'extendedRequestId',
  'messageId',
  'requestTime',
  'domainName',
] as const;
const marks = new Map(UNKNOWN.map((name, at) => [name, MARK + at]));
const NUMBERS: readonly string[] = ['requestTimeEpoch', 'connectedAt'];
const MARKS = /700000000000[0-9]/;

/** How much of both is shown from the first difference on. */
const SHOWN = 200;

export interface Predicted {
  readonly prediction: Prediction;
  /** Why the integration fails, where it does. */
  readonly failure: string | undefined;
}

/** undefined: the backend is none that is known, or what lies behind the route was not read. */
export function predict(
  live: Snapshot,
  { apiId, stageName, message, route }: Place,
  frames: readonly Frame[],
): Predicted | undefined {
  const { integration, responses } = live;
  const twoWay = isTwoWay(live, route);
  if (integration?.IntegrationType !== 'MOCK' || !responses || twoWay === undefined) return undefined;
  const stage = live.stages?.find(({ StageName }) => StageName === stageName);
  const [made] = preview({
    responses: responses.filter((each): each is KeyedResponse => each.IntegrationResponseKey !== undefined),
    integrationType: 'MOCK',
    requestSide: integration,
    outcomes: [{}],
    clientMessage: message,
    destinations: [
      {
        routeKey: route.RouteKey,
        isReached: true,
        twoWay,
        context: {
          ...Object.fromEntries([...marks].map(([name, mark]) => [name, NUMBERS.includes(name) ? mark : String(mark)])),
          apiId,
          stage: stageName,
          routeKey: route.RouteKey ?? '',
          eventType: 'MESSAGE',
          messageDirection: 'IN',
        },
        stageVariables: stage?.StageVariables,
        notes: [],
      },
    ],
  });
  if (!made) return undefined;
  // Others may send to the client too: any frame that agrees will do.
  const received = frames.map(({ Text, Base64 }) => Text ?? Base64 ?? '');
  const compared = (received.length > 0 ? received : [null]).map((frame) => compare(made.ClientReceives, frame));
  const prediction = compared.find(({ Agrees }) => Agrees) ?? compared[0];
  return prediction && { prediction, failure: made.Failure?.Reason };
}

/** A mark takes any text up to what follows it. */
function compare(predicted: string | null, received: string | null): Prediction {
  const shown = predicted === null ? null : predicted.split(MARKS).join('…');
  if (predicted === null || received === null) {
    const Agrees = predicted === received;
    return {
      ClientReceives: shown,
      Agrees,
      ...(!Agrees && {
        Difference: { Offset: 0, Predicted: cut(shown ?? '(nothing)'), Received: cut(received ?? '(nothing)') },
      }),
    };
  }
  const parts = predicted.split(MARKS);
  let offset = 0;
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const found =
      at === 0 ? 0 : isLast ? Math.max(offset, received.length - part.length) : received.indexOf(part, offset);
    if (found < 0 || !received.startsWith(part, found) || (isLast && at === 0 && part.length !== received.length)) {
      return { ClientReceives: shown, Agrees: false, Difference: difference(part, received, Math.max(offset, found)) };
    }
    offset = found + part.length;
  }
  return { ClientReceives: shown, Agrees: true };
}

function difference(part: string, received: string, from: number): Prediction['Difference'] {
  let same = 0;
  while (same < part.length && part[same] === received[from + same]) same += 1;
  return { Offset: from + same, Predicted: cut(part.slice(same)), Received: cut(received.slice(from + same)) };
}

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
