import { expressionWhiteSpace } from '../../../src/dry-run/rules/expression-white-space.ts';
import { testRule } from '../../support/test-rule.ts';

const by = (TemplateSelectionExpression: string, key: string) => ({
  wanted: { TemplateSelectionExpression, ResponseTemplates: { [key]: '{}' } },
});
testRule(expressionWhiteSpace, {
  silent: [by('200', '200'), by('\\$default', '$default'), by('a b', 'a b'), by('', '$default')],
  found: [
    [by('\\$default\n', '$default'), '\\$default'],
    [by(' 200', '200'), '200'],
    [by('${request.body.a}\r\n', '$default'), '${request.body.a}'],
  ].map(([item, Replace]) => ({
    ...(item as ReturnType<typeof by>),
    problems: [{ Path: ['TemplateSelectionExpression'], Replace }],
  })),
});
