// One event on its way through a route, and its `$context`.
import { randomBytes } from 'node:crypto';

/** What is known of a client from its handshake on. */
export interface Client {
  readonly connectionId: string;
  /** Milliseconds since 1970. */
  readonly connectedAt: number;
  readonly apiId: string;
  readonly stageName: string;
  readonly domainName: string;
  readonly sourceIp: string;
  readonly userAgent: string;
}

export interface RouteEvent {
  readonly client: Client;
  readonly routeKey: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** As `$context` shows it, and as a Lambda function of a proxy integration gets it. */
  readonly context: Readonly<Record<string, unknown>> & { readonly requestId: string };
  /** undefined on `$connect` and `$disconnect`. */
  readonly message: string | undefined;
  /** Of the handshake, on `$connect` alone. */
  readonly handshake: Handshake | undefined;
}

export interface Handshake {
  /** Names as the client spelled them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** An id as the service makes them: fifteen characters and `=`. */
export const newId = (): string => `${randomBytes(11).toString('base64url')}=`;

/** `$context` of an event that happens now; `more` is what this kind of event has besides. */
export function contextOf(
  client: Client,
  routeKey: string,
  eventType: string,
  more: object = {},
): RouteEvent['context'] {
  const now = new Date();
  const requestId = newId();
  const { sourceIp, userAgent, stageName, ...ids } = client;
  return {
    ...ids,
    eventType,
    extendedRequestId: requestId,
    identity: { sourceIp, userAgent },
    messageDirection: 'IN',
    requestId,
    requestTime: requestTime(now),
    requestTimeEpoch: now.getTime(),
    routeKey,
    stage: stageName,
    ...more,
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `16/May/2022:17:30:17 +0000`, the format of the Common Log. */
function requestTime(date: Date): string {
  const [day, time = ''] = date.toISOString().split('T');
  const [year, month, dayOfMonth] = (day ?? '').split('-');
  return `${dayOfMonth}/${MONTHS[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}
