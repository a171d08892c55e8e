// Quotas of WebSocket APIs (developer guide): they speak of messages sent to the gateway; that answers keep them is inferred.

/** Of a frame. */
export const MAX_FRAME_BYTES = 32 * 1024;
/** Of a message. */
export const MAX_MESSAGE_BYTES = 128 * 1024;

/** Frames of a message; an empty message is one empty frame. */
export const framesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / MAX_FRAME_BYTES));
