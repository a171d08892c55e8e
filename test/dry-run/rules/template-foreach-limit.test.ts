import { templateForeachLimit } from '../../../src/dry-run/rules/template-foreach-limit.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateForeachLimit, {
  silent: [
    template('#foreach($i in [1..1000])$i#end'),
    template('#foreach($i in [1..$n])$i#end'),
    template('#foreach($i in $input.path("$"))$i#end'),
    template('#set($r = [1..2000])$r'),
    template('#foreach($i)$i#end'),
  ],
  found: [
    found('#foreach($i in [1..1001])$i#end', 1),
    found('#foreach($i in [500..-501])$i#end', 1),
    found('#set($r = [0..1000])#foreach($i in $r)$i#end', 21),
    found(`#foreach($i in [${'1,'.repeat(1000)}1])$i#end`, 1),
  ],
});
