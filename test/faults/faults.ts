// The faults of the schedules, and the seeded choice among them.
import { type Fault, PASS } from '../support/fault-proxy.ts';
import { ODD_ANSWERS } from './odd-answers.ts';

/** mulberry32: numbers in [0, 1) that are the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(next: () => number, choices: readonly T[]): T {
  const choice = choices[Math.floor(next() * choices.length)];
  if (choice === undefined) throw new Error('nothing to pick from');
  return choice;
}

const http = (status: number, headers: string, body: string) => ({
  bytes: `HTTP/1.1 ${status} X\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
});
const json = (status: number, type: string, message: string, headers = '') =>
  http(
    status,
    `content-type: application/json\r\nx-amzn-errortype: ${type}\r\n${headers}`,
    JSON.stringify({ message }),
  );
const page = (status: number) =>
  http(status, 'content-type: text/html\r\n', `<html><body><h1>${status}</h1></body></html>`);

/** Answers that say that nothing was done: only ever given without passing the request on. */
export const REFUSALS: readonly Fault[] = [
  ...['', 'retry-after: 0\r\n', 'retry-after: 1\r\n', 'retry-after: 3600\r\n', 'x-amz-retry-after: 50\r\n'].map(
    (headers): Fault => ({
      name: `429 ${headers.trim()}`,
      reaches: false,
      reply: json(429, 'TooManyRequestsException', 'Too Many Requests', headers),
    }),
  ),
  { name: '429 in HTML', reaches: false, reply: page(429) },
  {
    name: 'concurrent modification',
    reaches: false,
    reply: json(409, 'ConflictException', 'Unable to complete operation due to concurrent modification.'),
  },
  { name: '403', reaches: false, reply: json(403, 'AccessDeniedException', 'User: x is not authorized') },
];

/** The same words after the request was carried out: somebody on the way repeats it, or answers in the place of the service. */
export const LATE_REFUSALS: readonly Fault[] = [
  ...REFUSALS.filter(({ name }) => name !== '403'),
  ...[400, 407, 414, 431, 499].map(
    (status): Fault => ({ name: `${status} in HTML`, reaches: true, reply: page(status) }),
  ),
  {
    name: '400 with a foreign request id',
    reaches: true,
    reply: http(400, 'content-type: application/json\r\nx-amzn-requestid: foreign\r\n', '{"message":"Bad Request"}'),
  },
  {
    name: '401 of a proxy in JSON',
    reaches: true,
    reply: http(401, 'content-type: application/json\r\n', '{"message":"Unauthorized"}'),
  },
  { name: '409 with another text', reaches: true, reply: json(409, 'ConflictException', 'Taken.') },
].map((fault) => ({ ...fault, name: `done, then ${fault.name}`, reaches: true }));

/** What the service says to a deletion that somebody on the way sends once more. */
export const REPEATED: Fault = {
  name: 'done, then 404',
  reaches: true,
  reply: json(404, 'NotFoundException', 'Invalid identifier specified'),
};

const LOST: readonly Fault['reply'][] = [
  ...ODD_ANSWERS.map(([, bytes]) => ({ bytes })),
  ...[500, 502, 503, 504].flatMap((status) => [
    json(status, 'InternalFailure', 'oops'),
    page(status),
    http(status, '', ''),
  ]),
  http(200, '', ''),
  http(200, 'content-type: application/json\r\n', '{}'),
  http(200, 'content-type: application/json\r\n', '[]'),
  http(200, 'content-type: application/json\r\n', '{"items":{"0":7}}'),
  http(200, 'content-type: application/json\r\n', '{"items":[{}]}'),
  http(201, 'content-type: application/json\r\n', '{"integrationResponseId":"abc","integrationRes'),
  http(200, 'content-type: application/json\r\ncontent-encoding: gzip\r\n', 'not gzip'),
  http(302, 'location: http://127.0.0.1:1/\r\n', ''),
  'close',
  'reset',
  'silence',
  'half',
  'drip',
  'hangup',
];

const label = (reply: Fault['reply']) => (typeof reply === 'string' ? reply : reply.bytes.toString().slice(0, 40));

/** Losses after which a create may or may not have been carried out; reads are lost in the same ways. */
export function loss(next: () => number): Fault {
  const reply = pick(next, LOST);
  const reaches = reply === 'half' || reply === 'drip' || reply === 'hangup' || next() < 0.5;
  const name = `${reaches ? 'done' : 'not done'}, then ${label(reply)}`;
  return next() < 0.05 ? { ...CRASH, reaches } : { name, reaches, reply };
}

/** The endpoint goes away, and comes back: until then connections are refused. */
const CRASH: Fault = { name: 'crash', reaches: true, reply: 'reset', down: 400 };

/** Carried out late, perhaps after the client has given up. */
export const lateness = (next: () => number, most: number): Fault => {
  const late = Math.round(next() * most);
  return { ...PASS, name: `late by ${late} ms`, late };
};
