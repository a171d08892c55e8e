import { gatewayResponse } from '../api-gateway/gateway-response.ts';
import { framesOf, MAX_FRAME_BYTES, MAX_MESSAGE_BYTES } from '../api-gateway/limits.ts';
import type { Failure, Preview } from '../contract/preview.ts';
import { facts } from '../facts/facts.ts';
import type { AddNote } from './add-note.ts';
import { byteLength, type Payload } from './content-handling.ts';

/** What matters of the call beyond the answer itself. */
export interface Occasion {
  readonly eventType: string;
  readonly connectionId: string;
  readonly requestId: string;
  readonly twoWay: boolean;
  readonly statusCode: number;
}

export type Delivery = Pick<Preview, 'ClientReceives' | 'Bytes' | 'Frames' | 'Failure'>;

export const NOTHING = { ClientReceives: null, Bytes: 0, Frames: 0 } as const;

/** How a mapped or passed-through answer reaches the client. */
export function deliver(answer: Payload, { eventType, twoWay, statusCode }: Occasion, addNote: AddNote): Delivery {
  if (eventType === 'DISCONNECT') {
    addNote('delivery', facts['disconnect-is-best-effort'], 'The connection is closed: nothing can be returned.');
    return NOTHING;
  }
  if (eventType === 'CONNECT') {
    addNote(
      'delivery',
      statusCode === 200 ? facts['connect-opens'] : facts['connect-other-status'],
      handshake(statusCode),
    );
    return NOTHING;
  }
  if (!twoWay) {
    addNote('delivery', facts['one-way'], 'The answer of a one-way route is dropped.');
    return NOTHING;
  }
  const Bytes = byteLength(answer);
  if (Bytes > MAX_MESSAGE_BYTES) {
    const Reason = `The answer has ${Bytes} bytes, and a message may have ${MAX_MESSAGE_BYTES}: it cannot be delivered.`;
    addNote(
      'size',
      facts['outgoing-size'],
      'The quota is documented for messages that clients send, which close the connection with code 1009. ' +
        'What becomes of an answer that is too large is not published: it may be dropped, replaced by an error frame, or close the connection.',
    );
    return { ...NOTHING, Failure: { Reason, Limit: 'message size' } };
  }
  addNote('delivery', facts['two-way'], 'The answer of a two-way route is sent.');
  if (answer.isBase64) {
    addNote('delivery', facts['binary-answer'], 'Whether bytes are sent as a binary frame is not published.');
  } else if (answer.text === '') {
    addNote('delivery', facts['empty-message'], 'An empty answer is sent as an empty message.');
  }
  const Frames = framesOf(Bytes);
  if (Frames > 1) {
    addNote(
      'size',
      facts['outgoing-frames'],
      `The answer is longer than a frame of ${MAX_FRAME_BYTES} bytes may be. The quota is documented for messages that clients ` +
        'send; whether and where the gateway splits an answer is not published, and Frames counts as many as it would take.',
    );
  }
  return { ClientReceives: answer.text, Bytes, Frames };
}

const handshake = (statusCode: number): string =>
  statusCode >= 200 && statusCode < 300
    ? `The handshake is answered after the integration: with ${statusCode} the connection opens; the client is not shown the body.`
    : `With ${statusCode} the connection is refused, with this status: so it is documented for proxy integrations.`;

/** What the client gets when the gateway itself fails; one-way routes do not hold it back. */
export function deliverFailure(Failure: Failure, occasion: Occasion, addNote: AddNote): Delivery {
  const { eventType, connectionId, requestId } = occasion;
  if (eventType === 'CONNECT') {
    addNote('delivery', facts['connect-waits'], 'The integration fails, so the connection is refused.');
    return { ...NOTHING, Failure };
  }
  if (eventType === 'DISCONNECT') {
    addNote('delivery', facts['disconnect-is-best-effort'], 'The connection is closed: nothing can be returned.');
    return { ...NOTHING, Failure };
  }
  addNote(
    'delivery',
    facts['error-frame-on-one-way'],
    'A failure of the gateway is sent as an error frame, on one-way routes too.',
  );
  const message = Failure.Reason === TIMED_OUT ? TIMED_OUT : 'Internal server error';
  const ClientReceives = gatewayResponse(message, connectionId, requestId);
  return { ClientReceives, Bytes: Buffer.byteLength(ClientReceives), Frames: 1, Failure };
}

/** Reason of the failure, and message of its frame, where the integration does not answer in time. */
export const TIMED_OUT = 'Endpoint request timed out';
