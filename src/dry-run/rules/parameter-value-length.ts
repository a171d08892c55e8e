import { characters } from '../../api-gateway/limits.ts';
import { MAX_PARAMETER_LENGTH } from '../../contract/integration-response.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { parameters } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterValueLength: Rule = {
  code: 'parameter-value-length',
  severity: 'error',
  summary: 'A value of `ResponseParameters` is empty or longer than 512 characters.',
  why: 'The service model allows 1 to 512; whether it counts characters or bytes is not published.',
  facts: [facts['parameter-length'], facts['length-unit']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Kind': '' } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "''" } },
  },
  check: ({ wanted }) =>
    parameters(wanted).flatMap(([key, value]) => {
      const length = characters(value);
      if (length > 0 && length <= MAX_PARAMETER_LENGTH) return [];
      const bytes = Buffer.byteLength(value);
      return [
        {
          Path: ['ResponseParameters', key],
          Message:
            length === 0
              ? `The value of ${quote(key)} is empty.`
              : `The value of ${quote(key)} has ${length} characters${bytes === length ? '' : ` (${bytes} bytes)`}.`,
          Fix:
            length === 0
              ? "Give a value; an empty static text is written ''."
              : `Shorten it to at most ${MAX_PARAMETER_LENGTH} characters.`,
        },
      ];
    }),
};
