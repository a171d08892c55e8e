import { quote } from '../../text/quote.ts';
import { valuesOfForm } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterValueQuotes: Rule = {
  code: 'parameter-value-quotes',
  severity: 'error',
  summary: "Static text in `ResponseParameters` stands in other quotes than `'`.",
  why: 'Static text is enclosed in a pair of single quotes; other marks make a malformed mapping expression.',
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html',
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Kind': '"error"' } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check: ({ wanted }) =>
    valuesOfForm(wanted, 'quotes').map(({ key, value, meant }) => ({
      Path: ['ResponseParameters', key],
      Message: `The static text is written ${quote(value)}.`,
      Fix: meant ? `Use single quotes: ${quote(meant)}.` : 'Use single quotes around the text, and none within.',
      ...(meant && { Replace: meant }),
    })),
};
