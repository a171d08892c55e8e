import { templateJsonPathVersion } from '../../../src/dry-run/rules/template-json-path-version.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateJsonPathVersion, {
  silent: [
    ...['$', '$.a[0].b', '$..a', "$['a']", "$.a[?(@.b=='x')]", '$.a[?(@.b>1 && @.c)]', '$.a.', '$.length'].map((path) =>
      template(`$input.path("${path}")`),
    ),
    template(`$input.path("$.${'a'.repeat(2000)}.length()")`),
  ],
  found: [
    found(`$input.path('$["a"].b')`, at(13, `$input.path("$['a'].b")`)),
    found(`$input.path('$.a[?(@.b=="x")]')`, at(13, `$input.path("$.a[?(@.b=='x')]")`)),
    found("$input.path('$.a[-1]')", 13),
    found("$input.path('$.a.length()')", 13),
    found(`$input.path("$.a[?(@.b in ['x'])]")`, 13),
    found("$input.path('$.a[1,]')", 13),
    found("$input.path('$.a[(@.length-1)]')", 13),
  ],
});
