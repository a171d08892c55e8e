import { templateSyntax } from '../../../src/dry-run/rules/template-syntax.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateSyntax, {
  silent: [
    template('{"statusCode":, "message":"order initiated"}'),
    template('#set($number=42)'),
    template('#set($percent=$number/100)'),
    template('costs $5, 100%, #1'),
    template('x'.repeat(32768) + '#if('),
    template('#if(1)'.repeat(600)),
  ],
  found: [
    found('#if($x)', 8),
    found('{\n  "a": #set($x 1)\n}', { Line: 2, Column: 16 }),
    found('#end', 1),
    found('#if(1 == 1)a#endif', at(19, '#if(1 == 1)a#end')),
    found('#if(1 == 1)a#elsif(1 == 2)b#End', at(22, '#if(1 == 1)a#elseif(1 == 2)b#end')),
    found('#foreach($i in $l)$i', 21),
    found("$input.path('$.a'", 18),
    found('#set($x = "a)', 11),
  ],
});
