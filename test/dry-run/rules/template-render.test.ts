import { templateRender } from '../../../src/dry-run/rules/template-render.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateRender, {
  silent: [
    template("$input.path('$.name').substring(10)"),
    template("$input.path('$.items[')"),
    template("$input.path('$.items').get(5)"),
    template('#parse("a.vm")'),
    template('#foreach($pair in $input.body.split("&"))#set($parts = $pair.split("="))$parts[1]#end'),
    template('#foreach($i in $input.path("$"))#set($s = "abc")$s.substring(10)#end'),
    template('#foreach($i in [1..100000])#foreach($j in [1..100000])x#end#end'),
    template('#set($x = "abc")$x.charAt(2)$x.nope(1)'),
  ],
  found: [
    found('#set($s = "abc")\n$s.substring(10)', { Line: 2, Column: 4 }),
    found('#macro(m)#m()#end#m()', 10),
    found('#set($Integer = 0)$Integer.parseInt("x")', 28),
  ],
});
