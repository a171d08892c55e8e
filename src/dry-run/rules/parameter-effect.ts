import { facts } from '../../facts/facts.ts';
import { routesOf } from '../../live/reach.ts';
import { parameters } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterEffect: Rule = {
  code: 'parameter-effect',
  severity: 'info',
  summary: '`ResponseParameters` set headers, which WebSocket messages do not have.',
  why: 'A WebSocket frame has no headers (RFC 6455), so a header can matter only in the answer to the handshake; what it does there is not published.',
  facts: [facts['parameter-effect'], facts['parameter-on-connect']],
  about: ['ResponseParameters'],
  example: { refused: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } }, corrected: {} },
  check({ wanted, live, matched }) {
    const routes = routesOf(live, wanted.IntegrationId);
    const handshakeOnly = routes.length > 0 && routes.every(({ RouteKey }) => RouteKey === '$connect');
    if (parameters(wanted).length === 0 || matched === 'nothing' || handshakeOnly) return [];
    return [
      {
        Path: ['ResponseParameters'],
        Message: 'These headers reach no client with a message, except possibly with the answer to $connect.',
        Fix: 'Put what the client needs into the message with a template.',
      },
    ];
  },
};
