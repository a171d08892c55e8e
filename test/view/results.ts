// Results for the view: an API of the sandbox, and some that no sandbox has.

/** The seeded chat API. */
export const seededApi = 'k3v9x1qz7d';

/** A create that is only checked. */
export const responseCall = {
  name: 'create_integration_response',
  arguments: {
    ApiId: seededApi,
    IntegrationId: 'a7f3k2m',
    IntegrationResponseKey: '/5\\d\\d/',
    TemplateSelectionExpression: '\\$default',
    ResponseTemplates: { $default: '{"error":"unavailable"}' },
    DryRun: true,
  },
};

const NAMES = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  'a\u202eb\u200bc',
  'x'.repeat(5000),
  '"\'`${1}',
];

export const hostile = {
  Status: 'described',
  Summary: NAMES.join(' '),
  Api: { ApiId: 'a', Name: NAMES[0] },
  Routes: NAMES.map((RouteKey, index) => ({
    RouteId: `r${index}`,
    RouteKey,
    TwoWay: index % 2 === 0,
    Integration: {
      IntegrationId: `i${index}`,
      IntegrationType: 'MOCK',
      IntegrationUri: RouteKey,
      Responses: [{ IntegrationResponseId: `x${index}`, IntegrationResponseKey: RouteKey, TemplateKeys: NAMES }],
    },
  })),
  Stages: NAMES.map((StageName) => ({ StageName, State: 'stale', DeployedAt: '2026-01-01T00:00:00Z' })),
  Findings: NAMES.map((Message, index) => ({
    Code: 'one-way-route',
    Severity: ['error', 'warning', 'info'][index % 3],
    Path: ['integrations', `i${index}`, 'integrationresponses', `x${index}`],
    Message,
    Why: Message,
    Fix: Message,
    Replace: { [Message]: Message },
    Basis: 'documented',
    Source: 'https://example.com/',
  })),
};

export const manyRoutes = {
  Status: 'described',
  Summary: '300 routes.',
  Findings: [],
  Api: { ApiId: 'a', Name: 'many' },
  Routes: Array.from({ length: 300 }, (_, index) => ({
    RouteId: `r${index}`,
    RouteKey: `route-${index}`,
    TwoWay: true,
    Integration: { IntegrationId: `i${index % 150}`, IntegrationType: 'HTTP', Responses: [] },
  })),
  Stages: [{ StageName: 'prod', State: 'automatic' }],
};
