import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import { bodyPathProblem, valuesOfForm } from '../parameters/parameter-grammar.ts';
import type { Rule } from '../rule.ts';

export const parameterValuePath: Rule = {
  code: 'parameter-value-path',
  severity: 'warning',
  summary: 'What follows `integration.response.body.` in `ResponseParameters` is no JSONPath.',
  why: 'The path is taken to be read by Jayway JsonPath, which cannot compile it; whether that is refused at once is not published.',
  facts: [facts['parameter-body-path']],
  about: ['ResponseParameters'],
  example: {
    refused: { ResponseParameters: { 'method.response.header.X-Kind': 'integration.response.body.items[?(@.id' } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': 'integration.response.body.items[0].id' } },
  },
  check: ({ wanted }) =>
    valuesOfForm(wanted, 'sound').flatMap(({ key, value }) => {
      const problem = bodyPathProblem(value);
      if (problem === undefined) return [];
      return [
        {
          Path: ['ResponseParameters', key],
          Message: `The path in ${quote(value)} is no JSONPath: ${quote(problem, 100)}.`,
          Fix: "Write it as name.name[0], names with other characters as ['na me'].",
        },
      ];
    }),
};
