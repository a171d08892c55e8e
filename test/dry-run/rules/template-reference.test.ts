import { templateReference } from '../../../src/dry-run/rules/template-reference.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateReference, {
  silent: [
    template("$input.body $input.json('$') $util.base64Encode('a') $context.stage $context.error.messageString"),
    template('$context.connectionID $context.body $context'),
    template('#set($method = {})$method.x $integration'),
    template('$context.authorizer.claims.sub $context.identity'),
  ],
  found: [
    found("$input.params('a')", 1),
    found('$context.httpMethod $context.path', 1, 21),
    found('#set($context.responseOverride.status = 400)', 6),
    found('$context.error.message $context.waf.status', 1, 24),
    found('$method.request.header.a ${integration.response.body}', 1, 26),
    found('$util.toJson($x)', 1),
    found('$context["httpMethod"]', 1),
  ],
});
