import { templateMapPrinted } from '../../../src/dry-run/rules/template-map-printed.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateMapPrinted, {
  silent: [
    template("$input.json('$')"),
    template("$input.path('$.name')"),
    template("$input.path('$').name"),
    template("#set($r = $input.path('$'))$r.a $r.get('b') $r.items.size()"),
    template("#set($r = $input.path('$'))#foreach($i in $r)$i#end$r"),
    template('{"text": "$input.path(\'$\')"}'),
    template('#set($r = $input.json("$"))$r'),
    template('\\$input.path("$") $util.escapeJavaScript($input.path("$"))'),
  ],
  found: [
    found("$input.path('$')", at(1, "$input.json('$')")),
    found(
      "#set($r = $input.path('$'))$r ${r} $!r",
      {
        Line: 1,
        Column: 28,
        Replace: "#set($r = $input.path('$'))$input.json('$') $input.json('$') $input.json('$')",
      },
      {
        Line: 1,
        Column: 31,
        Replace: "#set($r = $input.path('$'))$input.json('$') $input.json('$') $input.json('$')",
      },
      {
        Line: 1,
        Column: 36,
        Replace: "#set($r = $input.path('$'))$input.json('$') $input.json('$') $input.json('$')",
      },
    ),
    found("#set($r = $input.path('$.a'))$r.b $r", at(35, "#set($r = $input.path('$.a'))$r.b $input.json('$.a')")),
    found("#foreach($i in $input.path('$.a'))$i.b $i#end", 40),
    found('$util.parseJson($input.body)', 1),
    found('#set($r = $input.path("$"))$r.b {"c": "$r"}', 40),
  ],
});
