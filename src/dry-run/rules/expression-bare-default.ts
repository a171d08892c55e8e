import { positionAt } from '../../engines/velocity/position.ts';
import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const expressionBareDefault: Rule = {
  code: 'expression-bare-default',
  severity: 'warning',
  summary: '`TemplateSelectionExpression` says `$default`, a variable that does not exist, instead of `\\$default`.',
  why:
    'Documented is that $ begins a variable in an expression, so that the key $default is written \\$default ("\\\\$default" in ' +
    'JSON); what the bare form evaluates to is not published.',
  facts: [facts['expression-language'], facts['expression-bare-default']],
  about: ['TemplateSelectionExpression'],
  example: {
    refused: { TemplateSelectionExpression: '$default' },
    corrected: { TemplateSelectionExpression: '\\$default' },
  },
  check(subject) {
    const { expression } = subject;
    const bare = expression?.parts.find(
      (part) => part.kind === 'variable' && part.name === 'unknown' && part.path === 'default',
    );
    if (!expression || !bare) return [];
    const { source } = expression;
    const { line, column } = positionAt(source, bare.offset);
    return [
      {
        Path: ['TemplateSelectionExpression'],
        Line: line,
        Column: column,
        Message: 'The $ of $default is not escaped.',
        Fix: 'Write \\$default.',
        Replace: source.replace(/(?<!\\)\$(?:default(?![\w.[-])|\{default\})/g, '\\$$default'),
      },
    ];
  },
};
