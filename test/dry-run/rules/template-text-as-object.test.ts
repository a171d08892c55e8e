import { templateTextAsObject } from '../../../src/dry-run/rules/template-text-as-object.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateTextAsObject, {
  silent: [
    template('#foreach($e in $input.path("$.items"))$e.name #end'),
    template('$input.json("$.items")'),
    template('#set($j = $input.json("$.a"))$j.length()'),
  ],
  found: [
    found(
      '#foreach($e in $input.json("$.items"))$e.name #end',
      at(16, '#foreach($e in $input.path("$.items"))$e.name #end'),
    ),
    found(
      '#set($l = $input.json("$.items"))#foreach($e in $l)$e.name #end',
      at(11, '#set($l = $input.path("$.items"))#foreach($e in $l)$e.name #end'),
    ),
    found('#set($o = $input.json("$.a"))$o.name', at(11, '#set($o = $input.path("$.a"))$o.name')),
  ],
});
