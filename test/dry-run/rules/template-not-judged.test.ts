import { templateNotJudged } from '../../../src/dry-run/rules/template-not-judged.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateNotJudged, {
  silent: [template('#if(1)x#end'), template('#if('), template('#if(1)'.repeat(6000))],
  found: [found('#if(1)'.repeat(600), {}), found(`#set($x = ${'['.repeat(2000)})`, {})],
});
