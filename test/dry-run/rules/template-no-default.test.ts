import { templateNoDefault } from '../../../src/dry-run/rules/template-no-default.ts';
import { testRule } from '../../support/test-rule.ts';

const by = (TemplateSelectionExpression: string, ...keys: string[]) => ({
  wanted: { TemplateSelectionExpression, ResponseTemplates: Object.fromEntries(keys.map((key) => [key, '{}'])) },
});
testRule(templateNoDefault, {
  silent: [
    by('${request.body.a}', '1', '$default'),
    by('200', '200'),
    by('${request.body.a}'),
    by('${integration.response.statuscode}', '500'),
  ],
  found: [
    by('${request.body.messageId}', '1', '2'),
    by('${request.body.action}-v1', 'a-v1'),
    by('${integration.response.header.Content-Type}', 'application/json'),
  ].map((item) => ({ ...item, problems: [{ Path: ['ResponseTemplates'] }] })),
});
