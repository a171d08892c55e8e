import { templatesWithoutExpression } from '../../../src/dry-run/rules/templates-without-expression.ts';
import { testRule } from '../../support/test-rule.ts';

const templates = (...keys: string[]) => ({
  wanted: { ResponseTemplates: Object.fromEntries(keys.map((key) => [key, '{}'])) },
});
const found = (...keys: string[]) => ({
  ...templates(...keys),
  problems: [{ Path: ['TemplateSelectionExpression'] }],
});

testRule(templatesWithoutExpression, {
  silent: [
    {},
    templates(),
    templates('$default'),
    templates('application/json'),
    templates('$default', 'application/json'),
    templates('\\$default'),
    templates('200'),
    templates('$x'),
    { name: 'an empty expression', wanted: { TemplateSelectionExpression: '', ResponseTemplates: { a: '' } } },
    { name: 'with an expression', wanted: { TemplateSelectionExpression: 'a', ResponseTemplates: { b: '' } } },
  ],
  found: [
    found('a', 'b'),
    found('application/json', 'text/plain'),
    { ...found('a'), wanted: { TemplateSelectionExpression: '', ResponseTemplates: { a: '', b: '' } } },
  ],
});
