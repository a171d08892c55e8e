import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { valuesOfForm } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterValueRestOnly: Rule = {
  code: 'parameter-value-rest-only',
  severity: 'warning',
  summary:
    'A value of `ResponseParameters` is documented for REST APIs only (`context.`, `stageVariables.`, whole body…).',
  why: "WebSocket APIs document a header, a body path and static text; whether REST's wider grammar is accepted is not published.",
  facts: [facts['parameter-values-of-rest']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Connection': 'context.connectionId' } },
    corrected: {
      ResponseParameters: { 'method.response.header.X-Connection': 'integration.response.header.X-Connection' },
    },
  },
  check: ({ wanted }) =>
    valuesOfForm(wanted, 'rest').map(({ key, value }) => ({
      Path: ['ResponseParameters', key],
      Message: `The value ${quote(value)} is documented for REST APIs, not for WebSocket APIs.`,
      Fix: 'Take it from a header or the body of the integration response; a template can print $context and $stageVariables.',
    })),
};
