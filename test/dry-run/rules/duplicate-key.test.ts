import { duplicateKey } from '../../../src/dry-run/rules/duplicate-key.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(duplicateKey, {
  silent: [
    { wanted: { IntegrationResponseKey: '/200/' } },
    { name: 'no siblings', live: { responses: [] } },
    { name: 'sibling without key', live: { responses: [{ IntegrationResponseId: 'r1' }] } },
    {
      name: 'the same pattern, spelled otherwise',
      wanted: { IntegrationResponseKey: '/2\\d{2}/' },
      live: { responses: [{ IntegrationResponseKey: '/2\\d\\d/' }] },
    },
  ],
  found: [
    {
      name: 'the very same',
      wanted: { IntegrationResponseKey: '$default' },
      problems: [{ Path: ['IntegrationResponseKey'] }],
    },
    {
      name: 'other members',
      wanted: { IntegrationResponseKey: '/200/', ResponseTemplates: { $default: '{}' } },
      live: { responses: [{ IntegrationResponseId: 'r1', IntegrationResponseKey: '/200/' }] },
      problems: [{ Path: ['IntegrationResponseKey'] }],
    },
  ],
});
