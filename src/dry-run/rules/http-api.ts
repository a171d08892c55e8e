import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';

export const httpApi: Rule = {
  code: 'http-api',
  severity: 'error',
  summary: 'The API is an HTTP API; integration responses exist for WebSocket APIs only.',
  why:
    'The control plane was seen to answer "IntegrationResponses are currently not supported for this API protocol type." ' +
    'Documented is that an HTTP API changes responses with the ResponseParameters of its integration (append, overwrite, remove; ' +
    'overwrite:statuscode).',
  facts: [facts['http-api-refused'], facts['http-api-parameters']],
  about: [],
  example: { refused: {}, live: { api: { ApiId: 'a1b2c3d4e5', Name: 'orders-http', ProtocolType: 'HTTP' } } },
  check({ live }) {
    const { ProtocolType, Name = '' } = live.api ?? {};
    if (ProtocolType === undefined || ProtocolType === 'WEBSOCKET') return [];
    return [
      {
        Path: ['ApiId'],
        Message: `${quote(Name)} is of protocol type ${quote(ProtocolType)}, not WEBSOCKET.`,
        Fix: "Use the integration's ResponseParameters there, or give the id of a WebSocket API.",
      },
    ];
  },
};
