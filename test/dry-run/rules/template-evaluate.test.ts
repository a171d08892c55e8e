import { templateEvaluate } from '../../../src/dry-run/rules/template-evaluate.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateEvaluate, {
  silent: [template('#set($x = 1)#[[#parse("a")]]#'), template('#parsed'), template('\\#parse("a")')],
  found: [
    found('#evaluate("$x")', 1),
    found('a#include("a.vm")b#parse("b.vm")', 2, 19),
    found('#if(1 == 1)#parse("a")#end', 12),
  ],
});
