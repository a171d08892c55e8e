import type { Integration } from '@aws-sdk/client-apigatewayv2';
import { mockRequestTemplate } from '../../../src/dry-run/rules/mock-request-template.ts';
import { testRule } from '../../support/test-rule.ts';

const OK = '{"statusCode":200}';
const mock = (members: Omit<Integration, 'IntegrationId'>) => ({
  name: JSON.stringify(members),
  live: { integration: { IntegrationId: 'abc123', IntegrationType: 'MOCK' as const, ...members } },
});

const ADD = 'Give the integration the request template {"statusCode":200} under the key $default; see NextSteps.';
const MEND = 'Let that request template yield {"statusCode":200}.';
const WITHOUT = 'has a request template that gives no statusCode';
const missing = (key: string) =>
  `selects the request template "${key}", which is not there, and has none under $default`;
const found = (members: Omit<Integration, 'IntegrationId'>, what: string, Fix: string) => ({
  ...mock(members),
  problems: [{ Path: ['IntegrationId'], Message: `The MOCK integration ${what}.`, Fix }],
});

testRule(mockRequestTemplate, {
  silent: [
    mock({ TemplateSelectionExpression: '200', RequestTemplates: { 200: OK } }),
    mock({ TemplateSelectionExpression: '\\$default', RequestTemplates: { $default: OK } }),
    mock({ RequestTemplates: { $default: '{statusCode: 200}' } }),
    mock({ TemplateSelectionExpression: 'other', RequestTemplates: { $default: OK } }),
    mock({ TemplateSelectionExpression: '$request.body.action', RequestTemplates: { ping: OK } }),
    mock({ TemplateSelectionExpression: '${request.body.action', RequestTemplates: { ping: OK } }),
    // what is chosen without an expression is not known for keys other than $default
    mock({ RequestTemplates: { 'application/json': OK } }),
    mock({ TemplateSelectionExpression: '200', RequestTemplates: { 200: '$input.body' } }),
    mock({ TemplateSelectionExpression: '200', RequestTemplates: { 200: '#set($x = 1)' } }),
    { name: 'HTTP integration', live: { integration: { IntegrationId: 'abc123', IntegrationType: 'HTTP' } } },
  ],
  found: [
    found({}, 'has no request template', ADD),
    found({ RequestTemplates: {} }, 'has no request template', ADD),
    found({ TemplateSelectionExpression: '200', RequestTemplates: { ok: OK } }, missing('200'), ADD),
    found({ TemplateSelectionExpression: 'constructor', RequestTemplates: { ok: OK } }, missing('constructor'), ADD),
    found({ TemplateSelectionExpression: '\\$default', RequestTemplates: { ok: OK } }, missing('$default'), ADD),
    found({ TemplateSelectionExpression: '200', RequestTemplates: { 200: '{"status":200}' } }, WITHOUT, MEND),
    found({ TemplateSelectionExpression: '200', RequestTemplates: { 200: '' } }, WITHOUT, MEND),
    found({ RequestTemplates: { $default: '{"statuscode":200}' } }, WITHOUT, MEND),
  ],
});
