import { quote } from '../../contract/quote.ts';
import { isDocumentedName, isRemapped, parameters, parseParameterKey } from '../parameter-grammar.ts';
import { renamed } from '../renamed.ts';
import type { Rule } from '../rule.ts';

export const parameterKeyRoute: Rule = {
  code: 'parameter-key-route',
  severity: 'warning',
  summary: 'A key of `ResponseParameters` is `route.response.header.NAME`, which belongs to a route response.',
  why: 'Only method.response.header.NAME is documented for integration responses; whether this form is accepted is not published.',
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html',
  example: {
    refused: { ResponseParameters: { 'route.response.header.X-Kind': "'error'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check({ wanted }) {
    const { names, map } = renamed(wanted.ResponseParameters ?? {}, meant);
    const [first] = names.keys();
    return parameters(wanted).flatMap(([key]) => {
      if (parseParameterKey(key).form !== 'route') return [];
      const name = names.get(key);
      return [
        {
          // One replacement of the map renames all keys.
          Path: key === first ? ['ResponseParameters'] : ['ResponseParameters', key],
          Message: `The key ${quote(key)} has the form of a route response's parameters.`,
          Fix: name ? `Name it ${quote(name)}.` : 'Remove it.',
          ...(key === first && { Replace: map }),
        },
      ];
    });
  },
};

function meant(key: string): string | undefined {
  const parsed = parseParameterKey(key);
  return parsed.form === 'route' && isDocumentedName(parsed.name) && !isRemapped(parsed.name)
    ? `method.response.header.${parsed.name}`
    : undefined;
}
