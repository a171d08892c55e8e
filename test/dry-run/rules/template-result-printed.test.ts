import { templateResultPrinted } from '../../../src/dry-run/rules/template-result-printed.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateResultPrinted, {
  silent: [
    template('#set($l = [])#set($x = $l.add(1))$l.size()'),
    template('#set($l = [])$l.get(0)'),
    template('pong'),
  ],
  found: [
    found('#set($l = [])$l.add(1)', at(14, '#set($l = [])#set($ignored = $l.add(1))')),
    found('#set($m = {})$m.put("a", 1)', at(14, '#set($m = {})#set($ignored = $m.put("a", 1))')),
    found('#set($l = [1])$!l.remove(0)', at(15, '#set($l = [1])#set($ignored = $l.remove(0))')),
  ],
});
