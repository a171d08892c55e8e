import { templateBytes } from '../../../src/dry-run/rules/template-bytes.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateBytes, {
  silent: [template('x'.repeat(32768)), template('é'.repeat(16384)), template('é'.repeat(32769))],
  found: [found('é'.repeat(16385), {}), found('€'.repeat(32768), {})],
});
