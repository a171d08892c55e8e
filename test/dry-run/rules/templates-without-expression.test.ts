import { templatesWithoutExpression } from '../../../src/dry-run/rules/templates-without-expression.ts';
import { testRule } from '../../support/test-rule.ts';

const templates = (...keys: string[]) => ({
  wanted: { ResponseTemplates: Object.fromEntries(keys.map((key) => [key, '{}'])) },
});
const found = (keys: string[], Replace?: string) => ({
  ...templates(...keys),
  problems: [{ Path: ['TemplateSelectionExpression'], ...(Replace !== undefined && { Replace }) }],
});

testRule(templatesWithoutExpression, {
  silent: [
    {},
    templates(),
    templates('$default'),
    templates('application/json'),
    templates('$default', 'application/json'),
    templates('\\$default'),
    { name: 'with an expression', wanted: { TemplateSelectionExpression: 'a', ResponseTemplates: { b: '' } } },
  ],
  found: [
    found(['200'], '200'),
    found(['$x'], '\\$x'),
    found(['a', 'b']),
    found(['application/json', 'text/plain']),
    { ...found(['a'], 'a'), wanted: { TemplateSelectionExpression: '', ResponseTemplates: { a: '' } } },
  ],
});
