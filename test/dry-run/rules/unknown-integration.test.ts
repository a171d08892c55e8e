import { denied, notFound } from '../../../src/dry-run/example.ts';
import { unknownIntegration } from '../../../src/dry-run/rules/unknown-integration.ts';
import type { Snapshot } from '../../../src/live/snapshot.ts';
import { testRule } from '../../support/test-rule.ts';

const both = (...given: Partial<Snapshot>[]) => ({ failures: given.flatMap(({ failures = [] }) => failures) });

const at = (Replace?: string) => ({ Path: ['IntegrationId'], ...(Replace !== undefined && { Replace }) });

testRule(unknownIntegration, {
  silent: [
    { name: 'known', live: {} },
    { name: 'not allowed to read', live: denied('GetIntegration') },
    {
      name: 'the API is unknown too',
      live: both(notFound('GetApi'), notFound('GetIntegration')),
    },
  ],
  found: [
    { name: 'unknown', wanted: { IntegrationId: 'zzzzzz' }, live: notFound('GetIntegration'), problems: [at()] },
    {
      name: 'unknown, and the API may not be read',
      live: both(denied('GetApi'), notFound('GetIntegration')),
      problems: [at()],
    },
    {
      name: 'id of a route',
      wanted: { IntegrationId: 'ghi789' },
      live: notFound('GetIntegration'),
      problems: [at('abc123')],
    },
    {
      name: 'id of a route without target',
      wanted: { IntegrationId: 'ghi789' },
      live: { ...notFound('GetIntegration'), routes: [{ RouteId: 'ghi789', RouteKey: 'ping' }] },
      problems: [at()],
    },
    {
      name: 'id of a route whose target is no integration',
      wanted: { IntegrationId: 'ghi789' },
      live: {
        ...notFound('GetIntegration'),
        routes: [{ RouteId: 'ghi789', RouteKey: 'ping', Target: 'integrations/../x' }],
      },
      problems: [at()],
    },
  ],
});
