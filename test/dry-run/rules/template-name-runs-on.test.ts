import { templateNameRunsOn } from '../../../src/dry-run/rules/template-name-runs-on.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateNameRunsOn, {
  silent: [
    template('#set($y = 1)#set($m = 2)"${y}-$m"'),
    template('#set($y-z = 1)"$y-z"'),
    template('$context.stage $context.identity.sourceIp'),
    template('$nothing-'),
  ],
  found: [
    found(
      '#set($y = 1)#set($m = 7)"$y-$m-01"',
      at(26, '#set($y = 1)#set($m = 7)"${y}-${m}-01"'),
      at(29, '#set($y = 1)#set($m = 7)"${y}-${m}-01"'),
    ),
    found('"$context.stage-$context.apiId"', at(2, '"${context.stage}-$context.apiId"')),
    found('"$context.connectionId_1"', at(2, '"${context.connectionId}_1"')),
    found('#set($x = 1)$!x_1', at(13, '#set($x = 1)$!{x}_1')),
  ],
});
