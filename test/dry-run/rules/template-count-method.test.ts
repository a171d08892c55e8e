import { templateCountMethod } from '../../../src/dry-run/rules/template-count-method.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateCountMethod, {
  silent: [template('$input.path("$.pets").size()'), template('$input.path("$.count")')],
  found: [
    found('$input.path("$.pets").count()', at(23, '$input.path("$.pets").size()')),
    found('#set($p = $input.path("$.pets"))$p.count()', at(36, '#set($p = $input.path("$.pets"))$p.size()')),
    found('#if($input.path("$.a").count() > 0)a#end', at(24, '#if($input.path("$.a").size() > 0)a#end')),
  ],
});
