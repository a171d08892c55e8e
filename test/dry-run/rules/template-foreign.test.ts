import { templateForeign } from '../../../src/dry-run/rules/template-foreign.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateForeign, {
  silent: [
    template('{"a":{"b":{"c":1}}}'),
    template('{"a": {"b": $input.json("$")}}'),
    template('${name} $!{name} #{if}(1)x#end'),
    template('{{}} {{1}} {{ $x }}'),
    template('10 % of {a} and 5 %} {'),
    template('<b>5 %</b> a<b %>'),
    template('{{name'),
  ],
  found: [
    found('{"a": "{{name}}"}', 8),
    found('Hello {{ user.name }}!', 7),
    found('{{{raw}}}', 2),
    found('$x\n{{name}}', { Line: 2, Column: 1 }),
    found('{% if x %}a{% endif %}', 1, 12),
    found('<%= name %>', 1),
    found('{{a}} {{a}} {{b}}', 1, 13),
  ],
});
