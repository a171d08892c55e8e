// The backends of the seeded chat API, so that it answers from the first message.
import { randomUUID } from 'node:crypto';
import type { BackendAnswer } from '../../contract/preview.ts';
import { seeds } from '../../sandbox/seed-data.ts';

type Backend = (body: string) => BackendAnswer;

const ROOMS = ['general', 'support'];
const json = (StatusCode: number, body: object): BackendAnswer => ({
  StatusCode,
  Headers: { 'Content-Type': 'application/json' },
  Body: JSON.stringify(body),
});

/** Takes `{"text": …, "room"?: …}`. */
function postMessage(body: string): BackendAnswer {
  const { text, room = ROOMS[0] } = membersOf(body);
  if (typeof text !== 'string' || text === '') return json(422, { error: 'text is missing' });
  if (!ROOMS.includes(String(room))) return json(404, { error: `no room ${String(room)}` });
  return json(201, { id: randomUUID(), room, text });
}

/** Takes `{"action": …}` or any text. */
function command(body: string): BackendAnswer {
  const { action = body } = membersOf(body);
  const name = String(action).slice(0, 60);
  if (/^(?:help|hello|hi)$/i.test(name.trim()))
    return { Body: JSON.stringify({ text: 'Actions: ping, sendMessage, listRooms' }) };
  const errorMessage = `command ${name} not found`;
  return { Body: JSON.stringify({ errorMessage, errorType: 'Error', stackTrace: [] }), ErrorMessage: errorMessage };
}

const FUNCTION =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function';

/** By integration URI. */
const BACKENDS: ReadonlyMap<string, Backend> = new Map<string, Backend>([
  ['arn:aws:apigateway:us-east-1:dynamodb:action/PutItem', () => json(200, {})],
  [`${FUNCTION}:team-chat-disconnect/invocations`, () => ({ StatusCode: 200, Body: '' })],
  [`${FUNCTION}:team-chat-command/invocations`, command],
  ['https://messages.chat.example.com/v1/messages', postMessage],
  ['https://rooms.chat.example.com/v1/rooms', () => json(200, { rooms: ROOMS })],
]);

/** undefined: the API is none of the seeded ones, or has no such backend. */
export const seededBackend = (apiId: string, uri: string): Backend | undefined =>
  seeds.some((seed) => seed.apiId === apiId) ? BACKENDS.get(uri) : undefined;

function membersOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
