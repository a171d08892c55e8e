import { templatePassthrough } from '../../../src/dry-run/rules/template-passthrough.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templatePassthrough, {
  silent: [template('$input.body'), template('{"__passthrough__": 1}')],
  found: [
    found('__passthrough__', { Replace: '$input.body' }),
    found(' __passthrough__\n', { Replace: '$input.body' }),
  ],
});
