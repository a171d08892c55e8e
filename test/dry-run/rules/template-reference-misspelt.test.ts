import { templateReferenceMisspelt } from '../../../src/dry-run/rules/template-reference-misspelt.ts';
import { testRule } from '../../support/test-rule.ts';
import { at, found, template } from '../template-cases.ts';

testRule(templateReferenceMisspelt, {
  silent: [
    template("$input.json('$') $input.path('$').jsn $context.authorizer.anything $context.identity.sourceIp"),
    template('#set($inputs = 1)$inputs.a'),
    template('$inputs'),
    template('$util.toJson(1) $context.accountId $input.params()'),
    template('$stageVariables.connectionID $context.requestTimeEpoch.toString()'),
  ],
  found: [
    found('$context.connectionID', at(10, '$context.connectionId')),
    found('${context.identity.sourceIP}', at(20, '${context.identity.sourceIp}')),
    found("$context['routekey']", at(11, "$context['routeKey']")),
    found('#set($x = $util.escapeJavascript("a"))', at(17, '#set($x = $util.escapeJavaScript("a"))')),
    found('$Input.Json("$")', at(2, '$input.json("$")')),
    found('$util.unescapeJavaScript("a")', 7),
    { ...found('$stageVariable.a', at(2, '$stageVariables.a')), live: { stages: [] } },
    found('#set($x = "a""b$context.connectionID")', 24),
  ],
});
