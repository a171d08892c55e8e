import { quote } from '../../contract/quote.ts';
import { parameters, parseParameterKey } from '../parameter-grammar.ts';
import { renamed } from '../renamed.ts';
import type { Rule } from '../rule.ts';

export const parameterKey: Rule = {
  code: 'parameter-key',
  severity: 'error',
  summary: 'A key of `ResponseParameters` is not `method.response.header.NAME`.',
  why: 'The keys name what is set, and only method.response.header.NAME is documented; what is read stands on the right.',
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html',
  example: {
    refused: { ResponseParameters: { 'X-Kind': "'error'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check({ wanted }) {
    const { names, map } = renamed(wanted.ResponseParameters ?? {}, meant);
    const [first] = names.keys();
    return parameters(wanted).flatMap(([key]) => {
      if (parseParameterKey(key).form !== 'other') return [];
      const name = names.get(key);
      return [
        {
          // One replacement of the map renames all keys.
          Path: key === first ? ['ResponseParameters'] : ['ResponseParameters', key],
          Message: `The key ${quote(key)} is not method.response.header.NAME.`,
          Fix: name ? `Name it ${quote(name)}.` : 'Write method.response.header. and the name of a header.',
          ...(key === first && { Replace: map }),
        },
      ];
    });
  },
};

function meant(key: string): string | undefined {
  const parsed = parseParameterKey(key);
  return parsed.form === 'other' ? parsed.meant : undefined;
}
