import { templateClientMessage } from '../../../src/dry-run/rules/template-client-message.ts';
import { testRule } from '../../support/test-rule.ts';
import { found, template } from '../template-cases.ts';

testRule(templateClientMessage, {
  silent: [
    template('$input.path("$.request.body")'),
    template('#set($request = $input.path("$.request"))$request.body'),
    template('$request'),
    template('$context.routeKey'),
  ],
  found: [found('a $request.body.action', 3), found('${route.request.body.a}', 1), found('$context.body', 1)],
});
