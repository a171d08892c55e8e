import { templateTruthiness } from '../../../src/dry-run/rules/template-truthiness.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateTruthiness, {
  silent: [
    template('#if($input.path("$.a") == "")a#end'),
    template('#set($x = false)#if($x)a#end'),
    template('#if($foreach.hasNext),#end'),
    template('#set($r = $input.path("$"))#if($r.items.size() > 0 && $r.name.contains("a"))a#end'),
    template('#if($context.eventType)a#end'),
    template('#if($a.b)a#end'),
    template('#set($v = $input.path("$.a"))#if(!$v || $v == "")a#end'),
  ],
  found: [
    found('#if($input.path("$.a"))a#end', 5),
    found('#set($r = $input.path("$"))#if($r.a && !$r.b)a#elseif($r.c[0] || $r.d == 1)b#end', 32, 41, 55),
    found('#foreach($i in $input.path("$"))#if($i.a)a#end#end', 37),
    found('#if($stageVariables.debug)a#end', 5),
    found('#if($util.parseJson($input.body).a)a#end', 5),
  ],
});
