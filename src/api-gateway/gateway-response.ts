// What the gateway itself sends a client, for a failure of its own: recorded from the service, spacing and all.

type Failure = 'Internal server error' | 'Endpoint request timed out' | 'Forbidden';

/** The frame for a failure; an integration that is too slow has a text of its own, and no integration response is asked. */
export const gatewayResponse = (message: Failure, connectionId: string, requestId: string): string =>
  `{"message": ${JSON.stringify(message)}, "connectionId":${JSON.stringify(connectionId)}, "requestId":${JSON.stringify(requestId)}}`;

export interface GatewayResponse {
  readonly message: string;
  readonly connectionId: string;
  readonly requestId: string;
}

/** A frame that the gateway itself sent; undefined: it came from the backend. */
export function readGatewayResponse(frame: string): GatewayResponse | undefined {
  const [, message, connectionId, requestId] = FRAME.exec(frame) ?? [];
  return message === undefined || connectionId === undefined || requestId === undefined
    ? undefined
    : { message, connectionId, requestId };
}

const FRAME = /^\{\s*"message":\s*"([^"]*)",\s*"connectionId":\s*"([^"]*)",\s*"requestId":\s*"([^"]*)"\s*\}$/;
