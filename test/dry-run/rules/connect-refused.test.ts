import { notFound } from '../../../src/dry-run/example.ts';
import { connectRefused } from '../../../src/dry-run/rules/connect-refused.ts';
import { testRule } from '../../support/test-rule.ts';

const routes = [{ RouteId: 'ghi789', RouteKey: '$connect', Target: 'integrations/abc123' }];
const key = (IntegrationResponseKey: string) => ({ IntegrationResponseKey });
const connect = (wanted: string, siblings: string[] = []) => ({
  name: [wanted, ...siblings].join(' '),
  wanted: key(wanted),
  live: { routes, responses: siblings.map(key) },
});
const LAMBDA = {
  IntegrationType: 'AWS' as const,
  IntegrationUri:
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations',
};

testRule(connectRefused, {
  silent: [
    { name: 'not $connect', wanted: key('/4../'), live: { responses: [] } },
    connect('/200/'),
    connect('/2\\d\\d/'),
    connect('/204/'),
    connect('$default'),
    connect('/4../', ['/200/']),
    connect('/4../', ['$default']),
    // errors with findings of their own
    connect('200'),
    connect('/[/'),
    // too costly to be tried: it may match
    connect(`/${'\\d?'.repeat(40)}x/`),
    { ...connect('/.*/'), live: { ...connect('/.*/').live, integration: LAMBDA } },
    {
      wanted: key('/4../'),
      name: 'proxy integration',
      live: { integration: { IntegrationType: 'AWS_PROXY' as const }, routes, responses: [] },
    },
    {
      wanted: key('/4../'),
      name: 'unknown integration',
      live: { ...notFound('GetIntegration'), routes, responses: [] },
    },
    {
      wanted: key('/4../'),
      name: 'HTTP API',
      live: {
        api: { Name: 'orders', ProtocolType: 'HTTP' as const, RouteSelectionExpression: 'x' },
        routes,
        responses: [],
      },
    },
  ],
  found: [
    ...[
      connect('/4../'),
      connect('/4../', ['/5../', 'bad', '/[/']),
      connect('/20/'),
      connect('/300/'),
      connect('/199/'),
    ].map((item) => ({
      ...item,
      problems: [
        {
          Path: ['IntegrationResponseKey'],
          Message: 'Route "$connect" uses this integration, and no response of it matches a status code of success.',
          Fix: 'Create the response /200/ as well.',
        },
      ],
    })),
    {
      ...connect('/200/'),
      name: 'Lambda: success has no text',
      live: { ...connect('/200/').live, integration: LAMBDA },
      problems: [
        {
          Path: ['IntegrationResponseKey'],
          Message:
            'Route "$connect" uses this integration, and no response of it matches the empty error message of success.',
          Fix: 'Create the response $default as well.',
        },
      ],
    },
  ],
});
