import { contentBinaryTemplate } from '../../../src/dry-run/rules/content-binary-template.ts';
import { testRule } from '../../support/test-rule.ts';

const binary = { ContentHandlingStrategy: 'CONVERT_TO_BINARY' as const };
const wanted = { ...binary, ResponseTemplates: { $default: '{}' } };
const problems = [{ Path: ['ContentHandlingStrategy'], Replace: null }];

testRule(contentBinaryTemplate, {
  silent: [
    {},
    { wanted: binary },
    { wanted: { ...wanted, ContentHandlingStrategy: 'CONVERT_TO_TEXT' } },
    { name: 'behind a proxy', wanted, live: { integration: { IntegrationType: 'HTTP_PROXY' } } },
  ],
  found: [
    { wanted, problems },
    { name: 'on a MOCK, too', wanted, live: { integration: { IntegrationType: 'MOCK' } }, problems },
  ],
});
