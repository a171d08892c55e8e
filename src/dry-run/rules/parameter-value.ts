import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { valuesOfForm } from '../parameters/parameter-grammar.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const parameterValue: Rule = {
  code: 'parameter-value',
  severity: 'error',
  summary: 'A value of `ResponseParameters` is neither a header, nor a body path, nor static text in single quotes.',
  why:
    "Documented are integration.response.header.NAME, integration.response.body.PATH and 'static text'; REST APIs were seen to " +
    'refuse the rest as "Invalid mapping expression specified".',
  facts: [facts['parameter-values'], facts['parameter-malformed']],
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
