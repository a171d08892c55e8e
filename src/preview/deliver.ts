import { errorFrame, framesOf, MAX_FRAME_BYTES, MAX_MESSAGE_BYTES } from '../api-gateway/frames.ts';
import type { Failure, Preview } from '../contract/preview.ts';
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

const NOTHING = { ClientReceives: null, Bytes: 0, Frames: 0 };

/** How a mapped or passed-through answer reaches the client. */
export function deliver(answer: Payload, { eventType, twoWay, statusCode }: Occasion, addNote: AddNote): Delivery {
  if (eventType === 'DISCONNECT') {
    addNote('delivery', 'documented', 'The connection is closed: nothing can be returned.');
    return NOTHING;
  }
  if (eventType === 'CONNECT') {
    const opens = statusCode >= 200 && statusCode < 300;
    addNote(
      'delivery',
      opens ? 'observed' : 'inferred',
      opens
        ? 'The connection opens; the client is not shown the body.'
        : `The guide asks for an answer of 200 on $connect: with ${statusCode} the connection is probably refused.`,
    );
    return NOTHING;
  }
  if (!twoWay) {
    addNote('delivery', 'documented', 'The route has no route response, so it is one-way: the answer is dropped.');
    return NOTHING;
  }
  const Bytes = byteLength(answer);
  if (Bytes > MAX_MESSAGE_BYTES) {
    const Reason = `The answer has ${Bytes} bytes; a message may have ${MAX_MESSAGE_BYTES}. The connection is closed with code 1009.`;
    addNote('size', 'documented', Reason);
    return { ...NOTHING, Failure: { Reason, Limit: 'message size' } };
  }
  addNote('delivery', 'documented', 'The route is two-way, so the answer is sent.');
  if (answer.isBase64) {
    addNote('delivery', 'inferred', 'Whether bytes are sent as a binary frame is not published.');
  } else if (answer.text === '') {
    addNote('delivery', 'observed', 'An empty answer is sent as an empty message.');
  }
  const Frames = framesOf(Bytes);
  if (Frames > 1) {
    addNote('size', 'documented', `${Bytes} bytes are split into frames of ${MAX_FRAME_BYTES} bytes.`);
  }
  return { ClientReceives: answer.text, Bytes, Frames };
}

/** What the client gets when the gateway itself fails; one-way routes do not hold it back. */
export function deliverFailure(Failure: Failure, occasion: Occasion, addNote: AddNote): Delivery {
  const { eventType, connectionId, requestId } = occasion;
  if (eventType === 'CONNECT') {
    addNote('delivery', 'documented', 'The integration fails, so the connection is refused.');
    return { ...NOTHING, Failure };
  }
  if (eventType === 'DISCONNECT') {
    addNote('delivery', 'documented', 'The connection is closed: nothing can be returned.');
    return { ...NOTHING, Failure };
  }
  addNote('delivery', 'observed', 'A failure of the gateway is sent as an error frame, on one-way routes too.');
  const ClientReceives = errorFrame(connectionId, requestId);
  return { ClientReceives, Bytes: Buffer.byteLength(ClientReceives), Frames: 1, Failure };
}
