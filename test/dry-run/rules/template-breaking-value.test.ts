import { templateBreakingValue } from '../../../src/dry-run/rules/template-breaking-value.ts';
import { mock } from '../../support/integrations.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

const escaped = (seen: string) => `$util.escapeJavaScript("${seen}").replaceAll("\\\\'","'")`;
const loop = (item: string) => `{"l": [#foreach($e in $input.path('$.l'))${item}#if($foreach.hasNext),#end#end]}`;

testRule(templateBreakingValue, {
  silent: [
    template('{"name": $input.json(\'$.name\')}'),
    template('{"ok": true}'),
    template('pong $input.path("$.name")'),
    template('#if($input.path("$.n") != ""){"n": $input.json("$.n")}#else{}#end'),
    template(loop('$input.json("$.l[$foreach.index].n")')),
    { ...template('{"name": "$input.path(\'$.name\')"}'), live: mock },
  ],
  found: [
    found('{"name": "$input.path(\'$.name\')"}', at(11, '{"name": $input.json(\'$.name\')}')),
    found(
      '{"text": "Hello $input.path(\'$.name\')!"}',
      at(17, `{"text": "Hello ${escaped("$input.path('$.name')")}!"}`),
    ),
    found('#set($r = $input.path("$")){"a": "$r.a"}', at(35, '#set($r = $input.path("$")){"a": $input.json(\'$.a\')}')),
    found(loop('"$e.n"'), at(43, loop('$input.json("$.l[$foreach.index].n")'))),
    found('{"a": "$input.path(\'$.a\')"}', at(8, '{"a": $input.json(\'$.a\')}')),
  ],
});
