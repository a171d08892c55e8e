import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { isDocumentedName, isToken, parameters, parseParameterKey } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterHeaderNameCharset: Rule = {
  code: 'parameter-header-name-charset',
  severity: 'warning',
  summary: 'A header name in `ResponseParameters` has characters outside those API Gateway documents.',
  why: 'For mappings of REST APIs the guide allows letters, digits and . _ $ - only; HTTP itself allows more.',
  facts: [facts['parameter-names-of-rest']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X~Kind': "'error'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check: ({ wanted }) =>
    parameters(wanted).flatMap(([key]) => {
      const parsed = parseParameterKey(key);
      if (parsed.form !== 'header' || !isToken(parsed.name) || isDocumentedName(parsed.name)) return [];
      return [
        {
          Path: ['ResponseParameters', key],
          Message: `The header name ${quote(parsed.name)} has characters that API Gateway does not document for mappings.`,
          Fix: 'Keep to letters, digits and . _ $ - in the name.',
        },
      ];
    }),
};
