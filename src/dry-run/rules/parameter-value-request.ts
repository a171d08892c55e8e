import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { valuesOfForm } from '../parameters/parameter-grammar.ts';
import { fixedBy, type Rule } from '../rule.ts';

export const parameterValueRequest: Rule = {
  code: 'parameter-value-request',
  severity: 'error',
  summary: 'A value of `ResponseParameters` is taken from the request (`route.request.`, `method.request.`…).',
  why: 'An integration response maps what the backend answered; route.request. and its kin belong to the RequestParameters of an integration.',
  facts: [facts['parameter-request-values']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Kind': 'route.request.body.kind' } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': 'integration.response.body.kind' } },
  },
  check: ({ wanted }) =>
    valuesOfForm(wanted, 'request').map(({ key, value, meant }) => ({
      Path: ['ResponseParameters', key],
      Message: `The value ${quote(value)} is taken from the request.`,
      ...fixedBy(
        meant,
        (text) => `Take it from the backend's answer: ${quote(text)}.`,
        'Take it from the backend with integration.response.header.NAME or integration.response.body.PATH.',
      ),
    })),
};
