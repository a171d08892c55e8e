import { templateEscapeJavascript } from '../../../src/dry-run/rules/template-escape-javascript.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

const remedy = `.replaceAll("\\\\'","'")`;

testRule(templateEscapeJavascript, {
  silent: [
    template('$util.escapeJavaScript($x)'),
    template('{"a": "$util.escapeJavaScript($x).replaceAll("\\\\\'","\'")"}'),
    template('#set($s = $util.escapeJavaScript($x)){"a": "$s.length()"}'),
    template('{"a": "\\\\" $util.escapeJavaScript($x)}'),
    template('{"a": "x$util.urlEncode($x)"}'),
  ],
  found: [
    found('{"a": "$util.escapeJavaScript($x)"}', at(8, `{"a": "$util.escapeJavaScript($x)${remedy}"}`)),
    found('{"a": "${util.escapeJavaScript($x)}b"}', at(8, `{"a": "\${util.escapeJavaScript($x)${remedy}}b"}`)),
    found(
      '#set($s = $util.escapeJavaScript($x)){"a": "$s", "b": "$s"}',
      at(11, `#set($s = $util.escapeJavaScript($x)${remedy}){"a": "$s", "b": "$s"}`),
    ),
    found(
      '{"a": "$util.escapeJavaScript($x)", "b": "$!util.escapeJavaScript($y)"}',
      at(8, `{"a": "$util.escapeJavaScript($x)${remedy}", "b": "$!util.escapeJavaScript($y)${remedy}"}`),
      at(43, `{"a": "$util.escapeJavaScript($x)${remedy}", "b": "$!util.escapeJavaScript($y)${remedy}"}`),
    ),
    found('{"a": "#if($x == 1)b#{else}$util.escapeJavaScript($y)#end"}', {
      Line: 1,
      Column: 28,
      Replace: `{"a": "#if($x == 1)b#{else}$util.escapeJavaScript($y)${remedy}#end"}`,
    }),
  ],
});
