import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const proxyIntegration: Rule = {
  code: 'proxy-integration',
  severity: 'warning',
  summary: 'The integration is a proxy integration (`HTTP_PROXY`, `AWS_PROXY`), which uses no integration responses.',
  why:
    "Documented is that a proxy integration passes the backend's answer through and uses no integration responses; that the " +
    'control plane stores them on it all the same was observed.',
  facts: [facts['matched-nothing'], facts['proxy-accepts-responses']],
  about: [],
  example: {
    refused: {},
    live: {
      integration: {
        IntegrationId: 'abc123',
        IntegrationType: 'HTTP_PROXY',
        IntegrationMethod: 'POST',
        IntegrationUri: 'https://backend.example.com/messages',
      },
    },
  },
  check({ live, matched }) {
    if (matched !== 'nothing' || live.api?.ProtocolType === 'HTTP') return [];
    const type = live.integration?.IntegrationType ?? '';
    return [
      {
        Path: ['IntegrationId'],
        Message: `The integration is of type ${type}: this response would be stored and never used.`,
        Fix: `Shape the answer in the backend, or make the integration type ${type.replace('_PROXY', '')} instead.`,
      },
    ];
  },
};
