import { serviceErrorAsSuccess } from '../../../src/dry-run/rules/service-error-as-success.ts';
import { dynamoDb, lambda } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';

const fixed = { IntegrationResponseKey: '$default', ResponseTemplates: { $default: '{"queued": true}' } };
const beside = (...keys: string[]) => ({
  ...dynamoDb,
  responses: keys.map((IntegrationResponseKey) => ({ IntegrationResponseKey })),
});
testRule(serviceErrorAsSuccess, {
  silent: [
    { wanted: fixed },
    { wanted: fixed, live: { ...lambda, responses: [] } },
    { wanted: fixed, live: beside('/4\\d\\d|5\\d\\d/') },
    { wanted: { ...fixed, ResponseTemplates: { $default: '{"status": $context.status}' } }, live: beside() },
    { wanted: { ...fixed, IntegrationResponseKey: '/200/' }, live: beside() },
  ],
  found: [
    { wanted: fixed, live: beside() },
    { wanted: fixed, live: beside('/2\\d\\d/') },
    { wanted: { ...fixed, ResponseTemplates: { $default: 'stored' } }, live: beside() },
  ].map((item) => ({ ...item, problems: [{ Path: ['IntegrationResponseKey'] }] })),
});
