import type { Integration } from '@aws-sdk/client-apigatewayv2';
import { mockRequestTemplate } from '../../../src/dry-run/rules/mock-request-template.ts';
import { testRule } from '../../support/test-rule.ts';

const OK = '{"statusCode":200}';
const mock = (members: Omit<Integration, 'IntegrationId'>) => ({
  name: JSON.stringify(members),
  live: { integration: { IntegrationId: 'abc123', IntegrationType: 'MOCK' as const, ...members } },
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
    mock({}),
    mock({ RequestTemplates: {} }),
    mock({ TemplateSelectionExpression: '200', RequestTemplates: { ok: OK } }),
    mock({ TemplateSelectionExpression: 'constructor', RequestTemplates: { ok: OK } }),
    mock({ TemplateSelectionExpression: '200', RequestTemplates: { 200: '{"status":200}' } }),
    mock({ TemplateSelectionExpression: '200', RequestTemplates: { 200: '' } }),
    mock({ RequestTemplates: { $default: '{"statuscode":200}' } }),
  ].map((item) => ({ ...item, problems: [{ Path: ['IntegrationId'] }] })),
});
