import { contentBinaryText } from '../../../src/dry-run/rules/content-binary-text.ts';
import { testRule } from '../../support/test-rule.ts';

const binary = { ContentHandlingStrategy: 'CONVERT_TO_BINARY' as const };
const problems = [{ Path: ['ContentHandlingStrategy'], Replace: null }];

testRule(contentBinaryText, {
  silent: [
    {},
    { wanted: { ContentHandlingStrategy: 'CONVERT_TO_TEXT' } },
    { name: 'with a template', wanted: { ...binary, ResponseTemplates: { $default: '{}' } } },
    { name: 'a MOCK has no body', wanted: binary, live: { integration: { IntegrationType: 'MOCK' } } },
    { name: 'behind a proxy', wanted: binary, live: { integration: { IntegrationType: 'AWS_PROXY' } } },
  ],
  found: [
    { wanted: binary, problems },
    { name: 'no templates in the map', wanted: { ...binary, ResponseTemplates: {} }, problems },
  ],
});
