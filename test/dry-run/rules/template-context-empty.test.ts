import { templateContextEmpty } from '../../../src/dry-run/rules/template-context-empty.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateContextEmpty, {
  silent: [template('$context.authorizer.sub'), template('$context.stage'), template('$context.identity.sourceIp')],
  found: [
    found('{"message": $context.error.messageString}', 13),
    found('"$context.error.validationErrorString"', 2),
    found('"$context.authorizer.claims.sub"', 2),
    found('"$context.authorizer.jwt.claims"', 2),
  ],
});
