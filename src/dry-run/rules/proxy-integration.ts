import type { Rule } from '../rule.ts';

export const proxyIntegration: Rule = {
  code: 'proxy-integration',
  severity: 'warning',
  summary: 'The integration is a proxy integration (`HTTP_PROXY`, `AWS_PROXY`), which uses no integration responses.',
  why: "A proxy integration passes the backend's answer through; the control plane stores integration responses on it, and nothing uses them.",
  basis: 'observed',
  source: 'https://github.com/hashicorp/terraform-provider-aws/issues/17528',
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
