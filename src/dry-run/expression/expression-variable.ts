// Variables of TemplateSelectionExpression that are not documented, and which documented one was meant.
import { nearest } from '../../text/nearest.ts';

/** The name of the documented variable that was meant by another one, e.g. by `integration.response.statusCode`. */
export function documentedVariable(name: string): string | undefined {
  const words = name.trim().split('.');
  const [first = '', second = ''] = words;
  if (words.length === 1) return statusCode(first);
  if (nearest(first, ['integration', 'response', 'method', 'route', 'request']) === undefined) return undefined;
  if (nearest(first, ['response'])) return ofResponse(words.slice(1));
  if (nearest(second, ['response'])) return ofResponse(words.slice(2));
  if (nearest(first, ['request'])) return ofRequest(words.slice(1));
  return nearest(second, ['request']) && ofRequest(words.slice(2));
}

const statusCode = (word: string) =>
  nearest(word, ['statuscode', 'status']) ? 'integration.response.statuscode' : undefined;

function ofResponse([part = '', ...rest]: readonly string[]): string | undefined {
  const header = nearest(part, ['header', 'headers', 'multivalueheader', 'multivalueheaders']);
  if (header && rest.length > 0) return `integration.response.${header.replace(/s$/, '')}.${rest.join('.')}`;
  return rest.length === 0 ? statusCode(part) : undefined;
}

const ofRequest = ([part = '', ...rest]: readonly string[]): string | undefined =>
  nearest(part, ['body']) && rest.every((word) => word !== '') ? ['request.body', ...rest].join('.') : undefined;
