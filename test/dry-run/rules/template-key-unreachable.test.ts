import { templateKeyUnreachable } from '../../../src/dry-run/rules/template-key-unreachable.ts';
import { testRule } from '../../support/test-rule.ts';

const call = (TemplateSelectionExpression: string, keys: string[], IntegrationResponseKey = '$default') => ({
  name: `${IntegrationResponseKey} ${TemplateSelectionExpression} -> ${keys.join()}`,
  wanted: {
    IntegrationResponseKey,
    TemplateSelectionExpression,
    ResponseTemplates: Object.fromEntries(keys.map((key) => [key, '{}'])),
  },
});
const found = (text: string, keys: string[], lost: string[], key?: string) => ({
  ...call(text, keys, key),
  problems: lost.map((name) => ({ Path: ['ResponseTemplates', name], Replace: null })),
});

testRule(templateKeyUnreachable, {
  silent: [
    {},
    call('200', ['200', '$default']),
    call('nope', ['a', 'b']),
    call('request.body.action', ['a', '$default']),
    call('${request.body.kind}', ['a', 'application/json', '$default']),
    call('$', ['a', '$default']),
    { name: 'no expression', wanted: { ResponseTemplates: { a: '', 'application/json': '' } } },
  ],
  found: [
    found('200', ['200', 'application/json'], ['application/json']),
    found('nope', ['a', '$default', '__proto__'], ['a', '__proto__']),
    found('\\$default', ['$default', 'application/json'], ['application/json']),
    found('${integration.response.statuscode}', ['200', 'application/json'], ['application/json']),
    found('${integration.response.statuscode}', ['404', '200', '$default'], ['200'], '/4\\d\\d/'),
    found('x${request.body.a}-${request.body.b}y', ['x-y', 'xy', 'x-', '-y'], ['xy', 'x-', '-y']),
  ],
});
