import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { valuesOfForm } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterValueInnerQuote: Rule = {
  code: 'parameter-value-inner-quote',
  severity: 'warning',
  summary: 'The static text of a value of `ResponseParameters` holds a single quote or a control character.',
  why: 'A single quote ends static text, and no way to escape one is published; control characters cannot stand in a header.',
  facts: [facts['parameter-static-text']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Text': "'it's on'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Text': "'it is on'" } },
  },
  check: ({ wanted }) =>
    valuesOfForm(wanted, 'sound').flatMap(({ key, value }) =>
      value.startsWith("'") && /['\p{Cc}]/u.test(value.slice(1, -1))
        ? [
            {
              Path: ['ResponseParameters', key],
              Message: `The static text ${quote(value)} holds a character that it may not hold.`,
              Fix: 'Leave single quotes and control characters out, or take the text from the body of the answer.',
            },
          ]
        : [],
    ),
};
