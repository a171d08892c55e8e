// Whether a MOCK integration can answer at all: its status code comes from its own request template.
import type { Integration } from '@aws-sdk/client-apigatewayv2';
import { parseSelectionExpression } from '../api-gateway/selection-expression.ts';
import { quote } from '../text/quote.ts';

interface MockProblem {
  /** What is wrong, as the end of a sentence about the integration. */
  readonly text: string;
  /** Whether a request template under the key $default, which is not there yet, would mend it. */
  readonly lacksDefault: boolean;
}

/** What keeps a MOCK integration from ever yielding a status code, if that is certain. */
export function mockProblem(integration: Integration): MockProblem | undefined {
  if (integration.IntegrationType !== 'MOCK') return undefined;
  const templates = new Map(Object.entries(integration.RequestTemplates ?? {}));
  if (templates.size === 0) return { text: 'has no request template', lacksDefault: true };
  const key = constantKey(integration.TemplateSelectionExpression, templates.has('$default'));
  if (key === undefined) return undefined;
  const template = templates.get(key) ?? templates.get('$default');
  if (template === undefined) {
    const text = `selects the request template ${quote(key)}, which is not there, and has none under $default`;
    return { text, lacksDefault: true };
  }
  return canYieldStatus(template)
    ? undefined
    : { text: 'has a request template that gives no statusCode', lacksDefault: false };
}

/** The key that is selected whatever the client's message says. What is, without expression and $default, is unknown. */
function constantKey(expression: string | undefined, hasDefault: boolean): string | undefined {
  if (expression === undefined) return hasDefault ? '$default' : undefined;
  const { parts, problems } = parseSelectionExpression(expression);
  const texts = parts.flatMap((part) => (part.kind === 'text' ? part.text : []));
  return texts.length === parts.length && problems.length === 0 ? texts.join('') : undefined;
}

/** References and directives may put it there. */
const canYieldStatus = (template: string): boolean => /statusCode|[$#]/.test(template);
