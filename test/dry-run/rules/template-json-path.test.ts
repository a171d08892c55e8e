import { templateJsonPath } from '../../../src/dry-run/rules/template-json-path.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateJsonPath, {
  silent: [
    ...[
      '$',
      '$.a',
      'a.b',
      '$.a[0].b',
      '$.a[*].b',
      '$..a',
      "$['a b']",
      '$.a[1:2]',
      '$.a.b-c',
      '@.a',
      '$.a[1,]',
      '$.a[(@.length-1)]',
      '$...a',
      '$.a[?(@.b=1)]',
      '$.a(',
      '$.a.length()',
      '$.a[-1]',
    ].map((path) => template(`$input.path("${path}")`)),
    template('$input.path($x) $input.path("$.a[$x") $other.path("$.a.")'),
  ],
  found: [
    found("$input.path('$.items.')", at(13, "$input.path('$.items')")),
    found("$input.json('$items')", at(13, "$input.json('$.items')")),
    found("$input.path('$.a[name].b')", at(13, `$input.path("$['a']['name'].b")`.replace("$['a']", '$.a'))),
    found("$input.path('')", 13),
    found("$input.path('$.a[0')", 13),
    found("$input.path('$.a[]')", 13),
    found("$input.path('$.a b')", 13),
    found("$input.path('$.a[::2]')", 13),
    found("$input.path('$.a[?b>1]')", 13),
  ],
});
