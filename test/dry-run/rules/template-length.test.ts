import { templateLength } from '../../../src/dry-run/rules/template-length.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateLength, {
  silent: [template(''), template('x'.repeat(32768)), template('é'.repeat(32768)), template('😀'.repeat(32768))],
  found: [found('x'.repeat(32769), {}), found('#if('.repeat(9000), {}), found('x'.repeat(10_000_000), {})],
});
