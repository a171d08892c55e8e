import { parameterEffect } from '../../../src/dry-run/rules/parameter-effect.ts';
import { testRule } from '../../support/test-rule.ts';

const wanted = { ResponseParameters: { 'method.response.header.X': "'x'", 'method.response.header.Y': "'y'" } };
const route = (RouteKey: string) => ({ RouteId: RouteKey, RouteKey, Target: 'integrations/abc123' });
const problems = [{ Path: ['ResponseParameters'] }];

testRule(parameterEffect, {
  silent: [
    {},
    { wanted: { ResponseParameters: {} } },
    { name: '$connect alone', wanted, live: { routes: [route('$connect')] } },
    { name: 'behind a proxy', wanted, live: { integration: { IntegrationType: 'HTTP_PROXY' } } },
  ],
  found: [
    { name: 'once for all', wanted, problems },
    { name: '$connect and another', wanted, live: { routes: [route('$connect'), route('ping')] }, problems },
    { name: 'no route', wanted, live: { routes: [] }, problems },
  ],
});
