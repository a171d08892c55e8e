import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isEscapedDefault, staticText, unreachableKeys } from '../expression/template-choice.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const expressionUnmatched: Rule = {
  code: 'expression-unmatched',
  severity: 'warning',
  summary: '`TemplateSelectionExpression` can lead to none of the templates, and there is no `$default` template.',
  why:
    'Template keys are documented to be compared with the value of the expression, and $default to be the fallback. With neither ' +
    'no template is used, which was observed on $connect; what a message route then sends is not published.',
  facts: [facts['template-none-matches-on-connect'], facts['template-keys'], facts['template-none-matches']],
  about: ['IntegrationResponseKey', 'TemplateSelectionExpression', 'ResponseTemplates'],
  explains: ['template-key-unreachable'],
  example: {
    refused: { TemplateSelectionExpression: '\\$default', ResponseTemplates: { 200: '{"ok":true}' } },
    corrected: { TemplateSelectionExpression: '200', ResponseTemplates: { 200: '{"ok":true}' } },
  },
  check(subject) {
    const { expression, templates } = subject;
    if (!expression || templates.length === 0) return [];
    if (templates.some(({ key }) => key === '$default' || isEscapedDefault(key))) return [];
    if (unreachableKeys(subject, expression).length < templates.length) return [];
    const [first] = templates;
    const value = staticText(expression);
    const only = value !== undefined && templates.length === 1 ? first : undefined;
    const Replace = only && asExpression(only.key);
    return [
      {
        Path: ['TemplateSelectionExpression'],
        Message: `The expression ${value === undefined ? 'never gives' : `gives ${quote(value)}, not`} one of the template keys (${templates
          .slice(0, 5)
          .map(({ key }) => quote(key, 30))
          .join(', ')}).`,
        ...fixedBy(
          Replace,
          (text) => `Write ${quote(text)}, or add a $default template.`,
          'Add a $default template, or name the templates by what the expression gives.',
        ),
      },
    ];
  },
};

/** The expression that gives exactly this key. */
const asExpression = (key: string): string => key.replaceAll('$', '\\$');
