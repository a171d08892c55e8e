import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isRemapped, parameters, parseParameterKey } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterRemapped: Rule = {
  code: 'parameter-remapped',
  severity: 'warning',
  summary: 'A key of `ResponseParameters` names a header that REST APIs rename on the way out.',
  why: 'REST APIs were seen to send this header as x-amzn-Remapped-NAME; WebSocket APIs are not known to keep it either.',
  facts: [facts['parameter-remapped']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.Server': "'chat'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Server': "'chat'" } },
  },
  check: ({ wanted }) =>
    parameters(wanted).flatMap(([key]) => {
      const parsed = parseParameterKey(key);
      if (parsed.form !== 'header' || !isRemapped(parsed.name)) return [];
      return [
        {
          Path: ['ResponseParameters', key],
          Message: `The header ${quote(parsed.name)} may arrive as ${quote(`x-amzn-Remapped-${parsed.name}`)}.`,
          Fix: 'Use a header name of your own.',
        },
      ];
    }),
};
