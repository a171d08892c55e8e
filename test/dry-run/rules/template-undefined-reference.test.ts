import { templateUndefinedReference } from '../../../src/dry-run/rules/template-undefined-reference.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateUndefinedReference, {
  silent: [
    template('$5 costs, \\$x, #[[$x]]#'),
    template('#set($x = 1)$x ${x} $!x'),
    template('#foreach($i in [1..2])$i $foreach.count $velocityCount#end'),
    template('#macro(m $p)$p $bodyContent#end#@m(1)x#end'),
    template('#define($d)a#end$d'),
    template('#if($input.path("$.a") == $null)a#end'),
    template('$inputs.path("$") $request.body.a $method.request.a'),
    template('$input $util $context $stageVariables'),
  ],
  found: [
    found('{"a": "$default"}', 8),
    found('#set($percent=$number/100)', 15),
    found('#set($items = 1)$itms $x', at(17, '#set($items = 1)$items $x'), 23),
    found('#set($items = "$itms")', at(16, '#set($items = "$items")')),
    found('$a $b $a $c $d', 1, 4, 10),
  ],
});
