// The findings of send_websocket_message: what a call names that is not there, and what came back.
import type { Severity } from '../contract/finding.ts';
import type { Fact } from '../facts/fact.ts';
import { facts } from '../facts/facts.ts';

const argument = { severity: 'error', basis: 'documented' } as const;

const answer = (
  code: string,
  severity: Severity,
  { basis, source, statement }: Fact,
  summary: string,
  fix: string,
) => ({ code, severity, basis, source, summary, why: statement, fix });

export const messageFindings = [
  {
    ...argument,
    code: 'read-only',
    summary: 'The operator started the server with `--read-only`, so no message is sent.',
    why: 'What a backend does with a message cannot be taken back.',
    fix: 'Preview the answer instead, or ask the operator.',
  },
  {
    ...argument,
    code: 'not-websocket',
    summary: 'The API is no WebSocket API.',
    why: 'Its stages take no WebSocket connections.',
    fix: 'Give the id of a WebSocket API.',
  },
  {
    ...argument,
    code: 'bad-handshake',
    summary: '`Headers` or `Query` hold what no handshake can carry.',
    why: 'The handshake is an HTTP request, and would be refused or not even be sent.',
    fix: 'Leave out or change what the message names.',
  },
  answer(
    'internal-server-error',
    'error',
    facts['error-frame'],
    'The gateway or the integration failed; the findings name the causes, likeliest first.',
    'Go through the findings in their order.',
  ),
  answer(
    'endpoint-timed-out',
    'error',
    facts['timeout-frame'],
    'The integration did not answer in time.',
    'Make the backend faster, or raise `TimeoutInMillis` (29000 at most).',
  ),
  answer(
    'message-forbidden',
    'error',
    facts['forbidden-frame'],
    'No route of the deployed API takes the message.',
    'Send a message whose value is a route key, or create the route `$default`; then deploy.',
  ),
  answer(
    'one-way-silence',
    'warning',
    facts['one-way'],
    'Nothing came: the route is one-way.',
    'Create its route response `$default`, and deploy.',
  ),
  answer(
    'no-answer',
    'warning',
    facts['timeout-frame'],
    'Nothing came in the time given, although the route is two-way or not known.',
    'Give a longer `WaitSeconds`, or deploy the API to the stage.',
  ),
  answer(
    'handshake-refused',
    'error',
    facts['connect-waits'],
    'No connection was made; the findings name what the status may mean, likeliest first.',
    'Go through the findings in their order.',
  ),
  answer(
    'connection-closed',
    'warning',
    facts['frame-size'],
    'The server closed the connection; the message says with which code and why.',
    'Do what the finding names for this code.',
  ),
  answer(
    'prediction-differs',
    'warning',
    facts['engine-version'],
    'What came is not what the preview says of this MOCK integration.',
    'Deploy the API to the stage; if it stays, report both with the integration response.',
  ),
];
