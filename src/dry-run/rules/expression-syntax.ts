import {
  type ExpressionProblem,
  parseSelectionExpression,
  type SelectionExpression,
} from '../../api-gateway/selection-expression.ts';
import { positionAt } from '../../engines/velocity/position.ts';
import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';

export const expressionSyntax: Rule = {
  code: 'expression-syntax',
  severity: 'warning',
  summary: 'A `${` of `TemplateSelectionExpression` is never closed, or a `$` has no name behind it.',
  why: 'A variable is documented as $name or ${name}, a literal dollar sign as \\$; what the service makes of anything else is not published.',
  facts: [facts['expression-language'], facts['expression-malformed']],
  about: ['TemplateSelectionExpression'],
  example: {
    refused: { TemplateSelectionExpression: '${integration.response.statuscode' },
    corrected: { TemplateSelectionExpression: '${integration.response.statuscode}' },
  },
  check(subject) {
    const { expression } = subject;
    const first = expression && (expression.problems[0] ?? nested(expression));
    if (!first) return [];
    const { source } = expression;
    const Replace = first.kind === 'unclosed-brace' ? closed(source) : undefined;
    const { line, column } = positionAt(source, first.offset);
    return [
      {
        Path: ['TemplateSelectionExpression'],
        Line: line,
        Column: column,
        Message:
          first.kind === 'unclosed-brace'
            ? 'The variable that begins here has no closing brace.'
            : 'The $ here has no name behind it.',
        Fix: first.kind === 'unclosed-brace' ? 'Close it with }.' : 'Name a variable, or write \\$ for a dollar sign.',
        ...(Replace && { Replace }),
      },
    ];
  },
};

/** A variable that holds another one was never closed. */
function nested({ parts }: SelectionExpression): ExpressionProblem | undefined {
  const outer = parts.find((part) => part.kind === 'variable' && part.path.includes('${'));
  return outer && { kind: 'unclosed-brace', offset: outer.offset };
}

/** The expression with a brace at its end, where that makes sense of it. */
function closed(source: string): string | undefined {
  const { parts, problems } = parseSelectionExpression(`${source}}`);
  const last = parts.at(-1);
  const sound = problems.length === 0 && last?.kind === 'variable' && last.name !== 'unknown';
  return sound && !/[\s/{]/.test(last.path) ? `${source}}` : undefined;
}
