import { expressionUnmatched } from '../../../src/dry-run/rules/expression-unmatched.ts';
import { testRule } from '../../support/test-rule.ts';

const call = (TemplateSelectionExpression: string, keys: string[], IntegrationResponseKey = '$default') => ({
  name: `${IntegrationResponseKey} ${TemplateSelectionExpression} -> ${keys.join()}`,
  wanted: {
    IntegrationResponseKey,
    TemplateSelectionExpression,
    ResponseTemplates: Object.fromEntries(keys.map((key) => [key, '{}'])),
  },
});
const found = (text: string, keys: string[], Replace?: string, key?: string) => ({
  ...call(text, keys, key),
  problems: [{ Path: ['TemplateSelectionExpression'], ...(Replace !== undefined && { Replace }) }],
});

testRule(expressionUnmatched, {
  silent: [
    {},
    { name: 'no templates', wanted: { TemplateSelectionExpression: '\\$default' } },
    { name: 'no expression', wanted: { ResponseTemplates: { a: '' } } },
    call('200', ['200']),
    call('\\$default', ['$default']),
    call('nope', ['yes', '$default']),
    call('${request.body.kind}', ['application/json']),
    call('a-${request.body.kind}', ['a-', 'b']),
    call('${request.body.a}/${request.body.b}', ['x/y']),
    call('${context.stage}', ['dev']),
    call('${integration.response.statuscode}', ['200', 'x']),
    call('${integration.response.statuscode}', ['404'], '/4\\d\\d/'),
    call('${', ['yes']),
    call('request.body.action', ['join']),
    call('\\$default', ['\\$default']),
  ],
  found: [
    found('\\$default', ['200'], '200'),
    found('nope', ['yes'], 'yes'),
    found('nope', ['$x'], '\\$x'),
    found('nope', ['a', 'b']),
    found('\\\\$default', ['$other'], '\\$other'),
    found('a-${request.body.kind}', ['b', 'c']),
    found('${request.body.a}/${request.body.b}', ['xy']),
    found('a${request.body.a}a', ['a']),
    found('${integration.response.statuscode}', ['application/json']),
    found('$integration.response.statuscode', ['200'], undefined, '/4\\d\\d/'),
  ],
});
