import { parameterKeyRoute } from '../../../src/dry-run/rules/parameter-key-route.ts';
import { testRule } from '../../support/test-rule.ts';

const map = (ResponseParameters: Record<string, string>) => ({ wanted: { ResponseParameters } });

testRule(parameterKeyRoute, {
  silent: [{}, map({ 'method.response.header.X': "'x'" }), map({ X: "'x'" })],
  found: [
    {
      ...map({ 'route.response.header.Server': "'x'" }),
      problems: [{ Path: ['ResponseParameters', 'route.response.header.Server'] }],
    },
    {
      ...map({ 'route.response.header.X': "'x'" }),
      problems: [
        { Path: ['ResponseParameters', 'method.response.header.X'], Replace: "'x'" },
        { Path: ['ResponseParameters', 'route.response.header.X'], Replace: null },
      ],
    },
    {
      ...map({ 'route.response.header.X': "'x'", 'method.response.header.X': "'y'" }),
      problems: [{ Path: ['ResponseParameters', 'route.response.header.X'], Replace: null }],
    },
    {
      ...map({ 'route.response.header.': "'x'" }),
      problems: [{ Path: ['ResponseParameters', 'route.response.header.'] }],
    },
  ],
});
