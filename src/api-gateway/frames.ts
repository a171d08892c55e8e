// How an answer travels: WebSocket quotas of the developer guide, and the frame the gateway sends for its own failures.

/** A longer message is split into frames of this size. */
export const MAX_FRAME_BYTES = 32 * 1024;
/** A longer message closes the connection with code 1009. */
export const MAX_MESSAGE_BYTES = 128 * 1024;

/** Frames of a message; an empty message is one empty frame. */
export const framesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / MAX_FRAME_BYTES));

/** What a client gets when the gateway fails, one-way routes included; recorded from the service, spacing and all. */
export const errorFrame = (connectionId: string, requestId: string): string =>
  `{"message": "Internal server error", "connectionId":${JSON.stringify(connectionId)}, "requestId":${JSON.stringify(requestId)}}`;
