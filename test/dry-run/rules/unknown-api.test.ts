import { denied, notFound } from '../../../src/dry-run/example.ts';
import { unknownApi } from '../../../src/dry-run/rules/unknown-api.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(unknownApi, {
  silent: [
    { name: 'known', live: {} },
    { name: 'not allowed to read', live: denied('GetApi') },
    { name: 'only the integration is unknown', live: notFound('GetIntegration') },
  ],
  found: [
    { name: 'unknown', live: notFound('GetApi'), problems: [{ Path: ['ApiId'] }] },
    {
      name: 'swapped',
      wanted: { ApiId: 'abc123', IntegrationId: 'a1b2c3d4e5' },
      live: notFound('GetApi'),
      problems: [{ Path: ['ApiId'] }],
    },
  ],
});
