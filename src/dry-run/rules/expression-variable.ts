import type { ExpressionVariable } from '../../api-gateway/selection-expression.ts';
import { positionAt } from '../../engines/velocity/position.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { documentedVariable } from '../expression/expression-variable.ts';
import type { Rule } from '../rule.ts';

/** Enough to see; the others follow once these are put right. */
const MAX_REPORTED = 10;

export const expressionVariable: Rule = {
  code: 'expression-variable',
  severity: 'warning',
  summary: '`TemplateSelectionExpression` uses a variable that is not documented for integration responses.',
  why:
    'Documented are ${request.body.PATH} (the client\'s message, path without "$."), ${integration.response.statuscode}, ' +
    '${integration.response.header.NAME} and ${integration.response.multivalueheader.NAME}; what others evaluate to is not published.',
  facts: [facts['expression-variables'], facts['expression-other-variables']],
  about: ['TemplateSelectionExpression'],
  example: {
    refused: { TemplateSelectionExpression: '${integration.response.statusCode}' },
    corrected: { TemplateSelectionExpression: '${integration.response.statuscode}' },
  },
  check(subject) {
    const { expression } = subject;
    if (!expression) return [];
    const unknown = expression.parts
      .filter((part) => part.kind === 'variable')
      .filter((part) => !isDocumented(part))
      .slice(0, MAX_REPORTED)
      .map((part) => ({ ...part, meant: meant(part) }));
    const { source } = expression;
    const Replace = replaced(source, unknown);
    return unknown.map((part) => {
      const { line, column } = positionAt(source, part.offset);
      return {
        Path: ['TemplateSelectionExpression'],
        Line: line,
        Column: column,
        Message: `The variable ${quote(written(part))} is not documented here.`,
        Fix: part.meant ? `Write ${quote(part.meant)}.` : advice(part),
        ...(part.meant && { Replace }),
      };
    });
  },
};

/** A `$default` without its backslash and a variable that is never closed have rules of their own. */
const isDocumented = ({ name, path }: ExpressionVariable): boolean =>
  name === 'unknown'
    ? path === 'default' || path.includes('${')
    : name !== 'request.body' || !(path === '' || /^\$(?:[.[]|$)/.test(path));

const written = ({ braced, name, path }: ExpressionVariable): string => {
  const text = name === 'unknown' ? path : path === '' ? name : `${name}.${path}`;
  return braced ? `\${${text}}` : `$${text}`;
};

function meant({ name, path }: ExpressionVariable): string | undefined {
  const documented = name === 'unknown' ? documentedVariable(path) : /^\$\.(.+)/s.exec(path)?.[1];
  if (documented === undefined) return undefined;
  return name === 'unknown' ? `\${${documented}}` : `\${request.body.${documented}}`;
}

function replaced(source: string, variables: readonly (ExpressionVariable & { meant: string | undefined })[]): string {
  let text = '';
  let at = 0;
  for (const variable of variables) {
    if (variable.meant === undefined) continue;
    text += source.slice(at, variable.offset) + variable.meant;
    at = variable.offset + written(variable).length;
  }
  return text + source.slice(at);
}

const advice = ({ name, path }: ExpressionVariable): string =>
  name === 'request.body'
    ? "Name a member of the client's message, e.g. ${request.body.action}."
    : /^integration\.response\.body/.test(path)
      ? "Choose by status code or header; a single template can branch on the body with #if($input.path('$.x') == ...)."
      : 'Choose by a documented variable, or branch inside a single template.';
