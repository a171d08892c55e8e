// Answers to a create that API Gateway would not give: they prove neither that it was carried out nor that it was not.
import { gzipSync } from 'node:zlib';
import type { ErrorType } from '../../src/contract/error.ts';

const MADE = '{"integrationResponseId":"abc1234","integrationResponseKey":"$default"}';
const JSON_TYPE = 'content-type: application/json\r\n';

const head = (status: number, headers: string) => `HTTP/1.1 ${status} X\r\n${headers}\r\n`;
const http = (status: number, headers: string, body: string) =>
  head(status, `${headers}content-length: ${Buffer.byteLength(body)}\r\n`) + body;
const html = (status: number, headers = '') =>
  http(status, `content-type: text/html\r\n${headers}`, `<html><h1>${status}</h1></html>`);
const packed = gzipSync(MADE).subarray(0, 30);

/** What is odd, the bytes on the wire, and the error they become. */
export const ODD_ANSWERS: readonly (readonly [name: string, bytes: string | Buffer, type: ErrorType])[] = [
  ['a page 400', html(400), 'ServiceError'],
  ['a sign-in page 401', html(401, 'www-authenticate: Basic\r\n'), 'ServiceError'],
  ['a block page 403', html(403), 'ServiceError'],
  ['a page 404', html(404), 'ServiceError'],
  ['a proxy that wants to know who asks', html(407, 'proxy-authenticate: Basic\r\n'), 'ServiceError'],
  ['a page 408', html(408), 'TimeoutError'],
  ['a page 409', html(409), 'ServiceError'],
  ['a page 413', html(413), 'ServiceError'],
  ['a redirection for ever', html(301, 'location: http://127.0.0.1:1/\r\n'), 'ServiceError'],
  ['a redirection that keeps the method', html(307, 'location: http://127.0.0.1:1/\r\n'), 'ServiceError'],
  ['a 304', head(304, ''), 'ServiceError'],
  ['a page 200', html(200), 'ServiceError'],
  ['a page 502', html(502), 'ServiceError'],
  ['a 204', head(204, ''), 'ServiceError'],
  ['a 201 that is null', http(201, JSON_TYPE, 'null'), 'ServiceError'],
  ['a 201 that is a list', http(201, JSON_TYPE, `[${MADE}]`), 'ServiceError'],
  ['a 201 with an id that is a number', http(201, JSON_TYPE, MADE.replace('"abc1234"', '7')), 'ServiceError'],
  ['a 201 with an id that is a path', http(201, JSON_TYPE, MADE.replace('abc1234', '../..')), 'ServiceError'],
  ['a 201 for another key', http(201, JSON_TYPE, MADE.replace('$default', '/500/')), 'ServiceError'],
  ['a 201 with a byte order mark', http(201, JSON_TYPE, `\ufeff${MADE}`), 'ServiceError'],
  ['100 Continue, then a page', `${head(100, '')}${html(500)}`, 'ServiceError'],
  ['103 Early Hints, then half a body', head(103, '') + head(201, 'content-length: 99\r\n') + MADE, 'TimeoutError'],
  ['another protocol', head(101, 'upgrade: h2c\r\nconnection: upgrade\r\n'), 'TimeoutError'],
  ['another protocol than HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'NetworkError'],
  [
    'packed bytes that end early',
    Buffer.concat([
      Buffer.from(head(201, `${JSON_TYPE}content-encoding: gzip\r\ncontent-length: ${packed.length}\r\n`)),
      packed,
    ]),
    'ServiceError',
  ],
  ['a length that is too short', head(201, `${JSON_TYPE}content-length: 20\r\n`) + MADE, 'ServiceError'],
  ['a length that is too long', head(201, `${JSON_TYPE}content-length: 400\r\n`) + MADE, 'TimeoutError'],
  ['a negative length', head(201, `${JSON_TYPE}content-length: -1\r\n`) + MADE, 'NetworkError'],
  ['two lengths', head(201, 'content-length: 71\r\ncontent-length: 4\r\n') + MADE, 'NetworkError'],
  ['chunks of garbage', `${head(201, 'transfer-encoding: chunked\r\n')}5\r\nabcde\r\nzz\r\n`, 'ServiceError'],
  ['a chunk that never comes', `${head(201, 'transfer-encoding: chunked\r\n')}ffff\r\n{"integ`, 'TimeoutError'],
  ['a head that is too long', head(201, `x: ${'y'.repeat(100_000)}\r\n`), 'NetworkError'],
  ['a body beyond measure', http(201, JSON_TYPE, MADE + ' '.repeat(11 * 1024 * 1024)), 'ServiceError'],
];
