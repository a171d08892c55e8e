import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { valuesOfForm } from '../parameters/parameter-grammar.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const parameterValueQuotes: Rule = {
  code: 'parameter-value-quotes',
  severity: 'error',
  summary: "Static text in `ResponseParameters` stands in other quotes than `'`.",
  why: 'Static text is enclosed in a pair of single quotes; other marks make a malformed mapping expression.',
  facts: [facts['parameter-values']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Kind': '"error"' } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check: ({ wanted }) =>
    valuesOfForm(wanted, 'quotes').map(({ key, value, meant }) => ({
      Path: ['ResponseParameters', key],
      Message: `The static text is written ${quote(value)}.`,
      ...fixedBy(
        meant,
        (text) => `Use single quotes: ${quote(text)}.`,
        'Use single quotes around the text, and none within.',
      ),
    })),
};
