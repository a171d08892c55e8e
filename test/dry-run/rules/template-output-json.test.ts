import { templateOutputJson } from '../../../src/dry-run/rules/template-output-json.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateOutputJson, {
  silent: [
    template('{"a": 1}'),
    template('pong'),
    template('[info] all is well'),
    template('{{name}}'),
    template('#set($number=42)'),
    template('$input.body'),
    template('{"data": $input.body}'),
    template('{"message": "$input.body"}'),
    template('{"message": "$input.path(\'$\')", "json": $input.json(\'$\')}'),
    template("$input.path('$.message')"),
    template('{"count": $input.path(\'$.count\'), "name": "$input.path(\'$.name\')", "all": $input.json(\'$\')}'),
    template(
      '#set($r = $input.path(\'$\'))[#foreach($i in $r.items){"id": "$i.id", "n": $i.n}#if($foreach.hasNext),#end#end]',
    ),
    template('{"v": #if($input.path("$.kind") == "a")1#elseif($input.path("$.kind") == "b")2#end}'),
    template(
      '{"e": $context.error.messageString, "l": $context.authorizer.level, "v": $stageVariables.v, "t": $context.connectedAt}',
    ),
    template(
      '#set($o = $util.parseJson($input.path("$.text"))){"a": $o.a, "b": "$o.b.c", "n": #if($o.n > 5)1#{else}2#end}',
    ),
    template('{"text": "$util.escapeJavaScript($input.path("$.text"))"}'),
    template('{"a": "#foreach($k in $input.path("$.m").keySet())$k #end"}'),
    template('{"a": $nope}'),
    template('{"a": $context.nope}'),
    template('{"a": "$input.json("$.a")"}'),
    { wanted: { ResponseTemplates: { 'application/json': "$input.path('$.message').toUpperCase()" } } },
    { wanted: { ResponseTemplates: { 'application/json': '42' } } },
  ],
  found: [
    found('{"statusCode":, "message":"order initiated"}', 15),
    found('{"a": 1,}', 9),
    found('{"a": 1', 8),
    found('#set($x = 1)\n{\n  "a": $x,\n  b: 2\n}', { Line: 4, Column: 3 }),
    found('{"a": "$input.path(\'$.a\')}', 7),
    found('[#foreach($i in $input.path("$.items")){"id": "$i.id"}#end]', 40),
    found('#macro(m $v){"a": $v}#end#m(1)#m(2)', 13),
    found('#if(1 == 1){"a": tru}#end', 18),
    {
      wanted: { ResponseTemplates: { 'application/json': 'order $context.requestId' } },
      problems: [{ Path: ['ResponseTemplates', 'application/json'], Line: 1, Column: 1 }],
    },
  ],
});
