import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { valuesOfForm } from '../parameters/parameter-grammar.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const parameterValueDollar: Rule = {
  code: 'parameter-value-dollar',
  severity: 'error',
  summary: 'A value of `ResponseParameters` is written as a JSONPath or a variable, with a `$`.',
  why: 'Mapping expressions have no $: the body path follows integration.response.body. without the "$." prefix, and nothing is a variable.',
  facts: [facts['parameter-path-without-dollar']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Kind': 'integration.response.body.$.kind' } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': 'integration.response.body.kind' } },
  },
  check: ({ wanted }) =>
    valuesOfForm(wanted, 'dollar').map(({ key, value, meant }) => ({
      Path: ['ResponseParameters', key],
      Message: `The value ${quote(value)} has a $ that mapping expressions do not have.`,
      ...fixedBy(
        meant,
        (text) => `Write ${quote(text)}.`,
        "Write integration.response.header.NAME, integration.response.body.PATH or 'static text'.",
      ),
    })),
};
