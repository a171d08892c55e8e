import { quote } from '../../text/quote.ts';
import { valuesOfForm } from '../parameters/parameter-grammar.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const parameterValue: Rule = {
  code: 'parameter-value',
  severity: 'error',
  summary: 'A value of `ResponseParameters` is neither a header, nor a body path, nor static text in single quotes.',
  why: 'Documented are integration.response.header.NAME, integration.response.body.PATH and \'static text\'; REST APIs refuse the rest as "Invalid mapping expression specified".',
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html',
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Kind': 'error' } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check: ({ wanted }) =>
    valuesOfForm(wanted, 'other').map(({ key, value, meant }) => ({
      Path: ['ResponseParameters', key],
      Message: `${quote(value)} is neither a header or body path of the integration response nor static text in single quotes.`,
      ...fixedBy(
        meant,
        (text) => `Write ${quote(text)}.`,
        "Write integration.response.header.NAME, integration.response.body.PATH or 'static text'.",
      ),
    })),
};
