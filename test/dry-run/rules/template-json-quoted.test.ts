import { templateJsonQuoted } from '../../../src/dry-run/rules/template-json-quoted.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateJsonQuoted, {
  silent: [
    template('{"a": $input.json(\'$.a\')}'),
    template('{"a": "$input.path(\'$.a\')"}'),
    template('{"a": "$util.escapeJavaScript($input.json(\'$\'))"}'),
    template('"$input.json(\'$.a\').length()"'),
    template('#set($a = $input.json(\'$\'))"$a.length()" $a'),
  ],
  found: [
    found('{"a": "$input.json(\'$.a\')"}', at(8, '{"a": $input.json(\'$.a\')}')),
    found('{"a": "it is $input.json(\'$.a\')"}', 14),
    found('#set($a = $input.json(\'$.a\')){"a": "${a}"}', at(37, '#set($a = $input.json(\'$.a\')){"a": ${a}}')),
    found(
      '{"a": "$input.json(\'$.a\')", "b": "$input.json(\'$.b\')"}',
      at(8, '{"a": $input.json(\'$.a\'), "b": $input.json(\'$.b\')}'),
      at(35, '{"a": $input.json(\'$.a\'), "b": $input.json(\'$.b\')}'),
    ),
  ],
});
