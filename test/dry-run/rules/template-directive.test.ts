import { templateDirective } from '../../../src/dry-run/rules/template-directive.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateDirective, {
  silent: [
    template('{"colour": "#fff", "tag": "#news", "n": "#1", "call": "#tag(1)"}'),
    template('#macro(m $p)$p#end#m(1)#m($x)'),
    template('#set($x = "#m(1)")#macro(m)a#end'),
    template('#if(1 == 1)a#elseif(1 == 2)b#{else}c#end'),
    template('#if(1 == 1)a#else iffy ()#end'),
    template('\\#elsif($x)'),
  ],
  found: [
    found('#if($x == 1)a#elsif($x)b#end', at(14, '#if($x == 1)a#elseif($x)b#end')),
    found('#if($x == 1)a#{Else}b#end', at(14, '#if($x == 1)a#{else}b#end')),
    found('#if($x == 1)a#else if($x == 2)b#end', at(14, '#if($x == 1)a#elseif($x == 2)b#end')),
    found('#Foreach($x in $y)', 1),
    found('#elsif($x)', 1),
    found('#call($x)', 1),
    found('#set $a = 1', 1),
    found('#macro(item $p)$p#end#itm($x)', at(22, '#macro(item $p)$p#end#item($x)')),
  ],
});
