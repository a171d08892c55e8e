import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isToken, parameters, parseParameterKey } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterHeaderName: Rule = {
  code: 'parameter-header-name',
  severity: 'error',
  summary: 'The header named by a key of `ResponseParameters` cannot be the name of an HTTP header.',
  why: "A header name is one or more letters, digits or !#$%&'*+-.^_`|~ (RFC 9110).",
  facts: [facts['parameter-names']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X Kind': "'error'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check: ({ wanted }) =>
    parameters(wanted).flatMap(([key]) => {
      const parsed = parseParameterKey(key);
      if (parsed.form !== 'header' || isToken(parsed.name)) return [];
      return [
        {
          Path: ['ResponseParameters', key],
          Message: parsed.name
            ? `${quote(parsed.name)} in the key ${quote(key)} cannot be the name of a header.`
            : `The key ${quote(key)} names no header.`,
          Fix: 'Write a header name of letters, digits and hyphens.',
        },
      ];
    }),
};
