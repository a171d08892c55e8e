import { templateJsonPathVersion } from '../../../src/dry-run/rules/template-json-path-version.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateJsonPathVersion, {
  silent: [
    ...[
      '$',
      '$.a[0].b',
      '$.a[0,1]',
      '$.a[1:2]',
      '$..a',
      "$['a']",
      "$.a[?(@.b=='x')]",
      '$.a[?(@.b>1 && @.c)]',
      '$.a.',
      '$.length',
    ].map((path) => template(`$input.path("${path}")`)),
    template(`$input.path("$.${'a'.repeat(2000)}.length()")`),
  ],
  found: [
    found(`$input.path('$["a"].b')`, at(13, `$input.path("$['a'].b")`)),
    found(`$input.path('$.a[?(@.b=="x")]')`, at(13, `$input.path("$.a[?(@.b=='x')]")`)),
    found("$input.path('$.a[-1]')", 13),
    found("$input.path('$.a.length()')", 13),
    found(`$input.path("$.a[?(@.b in ['x'])]")`, 13),
    found("$input.path('$.a[1,]')", 13),
    found("$input.path('$.a[')", 13),
    found("$input.path('$.a[-1,2]')", 13),
    found(`$input.path("$.a[?(@.b nin ['x'] || @.c)]")`, 13),
    found(`$input.path("$.a[?(!(@.b size 2))]")`, 13),
    found(`$input.path("$.a[?(@.b === 'x')]")`, 13),
    {
      ...template("$input.path('$.a.length()')"),
      problems: [
        {
          Path: ['ResponseTemplates', '$default'],
          Line: 1,
          Column: 13,
          Message: '"$.a.length()" depends on the version of JsonPath: version 2.0 has no functions such as length().',
          Fix: 'Try it with the real API, or do without: a #foreach or .size() does the same.',
        },
      ],
    },
    found("$input.path('$.a[(@.length-1)]')", 13),
  ],
});
