import { facts } from '../facts/facts.ts';
import type { AddNote } from './add-note.ts';

/** A body on its way: text, or bytes written in base64. */
export interface Payload {
  readonly text: string;
  readonly isBase64: boolean;
}

/** Bytes the payload has on the wire. */
export const byteLength = ({ text, isBase64 }: Payload): number =>
  Buffer.byteLength(text, isBase64 ? 'base64' : 'utf8');

/** Whether a text is base64 of the standard alphabet, padded or not, as `java.util.Base64` decodes it. */
export function isBase64(text: string): boolean {
  const parts = /^([A-Za-z0-9+/]*)(={0,2})$/.exec(text);
  if (!parts) return false;
  const [, { length: digits } = '', { length: padding } = ''] = parts;
  return digits % 4 !== 1 && (padding === 0 || (digits + padding) % 4 === 0);
}

/** `CONVERT_TO_TEXT`: bytes become base64 text (developer guide, binary media types); text stays as it is. */
export function convertToText(payload: Payload, addNote: AddNote): Payload {
  if (payload.isBase64) {
    addNote(
      'content handling',
      facts['convert-to-text'],
      'CONVERT_TO_TEXT: the binary body becomes base64 text; that a template then sees this text is inferred.',
    );
  } else {
    addNote('content handling', 'inferred', 'CONVERT_TO_TEXT: the body is text already.');
  }
  return { text: payload.text, isBase64: false };
}

/** `CONVERT_TO_BINARY`: base64 text becomes bytes; undefined where the text is no base64. */
export function convertToBinary(payload: Payload, addNote: AddNote): Payload | undefined {
  if (payload.isBase64) {
    addNote('content handling', 'inferred', 'CONVERT_TO_BINARY: the body is binary already.');
    return payload;
  }
  if (!isBase64(payload.text)) return undefined;
  addNote(
    'content handling',
    facts['convert-to-binary'],
    'CONVERT_TO_BINARY: the base64 text becomes bytes; that this comes after the template is inferred.',
  );
  return { text: payload.text, isBase64: true };
}
