import { positionAt } from '../../engines/velocity/position.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { pathProblem } from '../template/template-json-path.ts';

export const expressionJsonPath: Rule = {
  code: 'expression-json-path',
  severity: 'warning',
  summary: 'What follows `request.body.` in `TemplateSelectionExpression` is no JSONPath.',
  why: "It is documented to be read as a JSONPath in the client's message; what the service makes of one it cannot read is not published.",
  facts: [facts['expression-json-path'], facts['expression-broken-json-path']],
  about: ['TemplateSelectionExpression'],
  example: {
    refused: { TemplateSelectionExpression: '${request.body.items[?(@.id}' },
    corrected: { TemplateSelectionExpression: '${request.body.items[0].id}' },
  },
  check: ({ expression }) =>
    (expression?.parts ?? []).flatMap((part) => {
      if (part.kind !== 'variable' || part.name !== 'request.body' || /^\$|\$\{/.test(part.path)) return [];
      const problem = pathProblem(part.path.startsWith('[') ? `$${part.path}` : `$.${part.path}`);
      if (part.path === '' || problem === undefined) return [];
      const { line, column } = positionAt(expression?.source ?? '', part.offset);
      return [
        {
          Path: ['TemplateSelectionExpression'],
          Line: line,
          Column: column,
          Message: `${quote(part.path)} is no JSONPath: ${quote(problem, 100)}.`,
          Fix: "Write it as name.name[0], names with other characters as ['na me'].",
        },
      ];
    }),
};
