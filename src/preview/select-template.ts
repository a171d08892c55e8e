import { type ExpressionInputs, evaluateSelectionExpression } from '../api-gateway/evaluate-selection-expression.ts';
import { parseSelectionExpression } from '../api-gateway/selection-expression.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import { facts } from '../facts/facts.ts';
import { quote } from '../text/quote.ts';
import type { AddNote } from './add-note.ts';

export interface TemplateSelection {
  /** undefined where the response has no expression; an empty one counts as none. */
  readonly expressionValue: string | undefined;
  /** undefined: the body passes through. */
  readonly template: { readonly key: string; readonly source: string } | undefined;
}

/** Evaluates the expression and chooses the template: the key it gives, else `$default`, else none. */
export function selectTemplate(
  response: IntegrationResponse,
  inputs: ExpressionInputs,
  addNote: AddNote,
): TemplateSelection {
  const { TemplateSelectionExpression: source, ResponseTemplates } = response;
  const templates = new Map(Object.entries(ResponseTemplates ?? {}));
  const expressionValue = source ? evaluate(source, inputs, addNote) : undefined;
  const key = templates.size === 0 ? undefined : keyFor(expressionValue, [...templates.keys()], addNote);
  if (templates.size === 0) {
    addNote('template', facts['no-templates'], 'There are no templates: the body passes through byte for byte.');
  }
  return { expressionValue, template: key === undefined ? undefined : { key, source: templates.get(key) ?? '' } };
}

function evaluate(source: string, inputs: ExpressionInputs, addNote: AddNote): string {
  const expression = parseSelectionExpression(source);
  const value = evaluateSelectionExpression(expression, inputs);
  const unknown = expression.parts.find((part) => part.kind === 'variable' && part.name === 'unknown');
  const [problem] = expression.problems;
  if (unknown) {
    const name = quote(source.slice(unknown.offset, unknown.offset + 60));
    addNote(
      'expression',
      facts['expression-other-variables'],
      `What ${name} gives is not documented; it is taken for an empty string.`,
    );
  } else if (problem) {
    const what = problem.kind === 'unclosed-brace' ? 'a brace is not closed' : 'a $ has no name';
    addNote('expression', facts['expression-malformed'], `In the expression ${what}; such text is taken as it stands.`);
  } else {
    addNote('expression', facts['expression-language'], `${quote(source)} gives ${quote(value)}.`);
  }
  for (const part of expression.parts) {
    if (part.kind !== 'variable') continue;
    if (part.name === 'request.body' && !inputs.message) {
      addNote(
        'expression',
        facts['expression-variables'],
        '$request.body reads the message of the client, and there is none here.',
      );
    }
    const otherCase =
      part.name.endsWith('header') &&
      inputs.headers?.has(part.path) === false &&
      [...inputs.headers.keys()].find((name) => name.toLowerCase() === part.path.toLowerCase());
    if (otherCase) {
      addNote(
        'expression',
        facts['expression-header-case'],
        `Header names are compared case-sensitively: the answer has ${quote(otherCase)}.`,
      );
    }
  }
  return value;
}

function keyFor(value: string | undefined, keys: readonly string[], addNote: AddNote): string | undefined {
  if (value !== undefined) {
    if (keys.includes(value)) {
      addNote('template', facts['template-keys'], `The template with key ${quote(value)} is used.`);
      return value;
    }
    if (keys.includes('$default')) {
      addNote('template', facts['template-keys'], `No template has key ${quote(value)}, so $default is used.`);
      return '$default';
    }
    addNote(
      'template',
      facts['template-none-matches'],
      `No template has key ${quote(value)} and there is no $default; that the body passes through is inferred.`,
    );
    return undefined;
  }
  const [only, second] = keys;
  if (second === undefined) {
    addNote(
      'template',
      facts['template-without-expression-single'],
      `Without an expression the only template, ${quote(only ?? '')}, is used.`,
    );
    return only;
  }
  const key = ['$default', 'application/json'].find((name) => keys.includes(name)) ?? only;
  addNote(
    'template',
    facts['template-without-expression-several'],
    `Without an expression, which template is used is not documented; ${quote(key ?? '')} is the likeliest.`,
  );
  return key;
}
