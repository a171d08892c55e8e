import { templateEmpty } from '../../../src/dry-run/rules/template-empty.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateEmpty, {
  silent: [template(' '), template('#set($number=42)'), template('x')],
  found: [found('', {})],
});
