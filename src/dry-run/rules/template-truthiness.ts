import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { flowOf } from '../template/template-flow.ts';
import { faultsOf, writtenReference } from '../template/template-text.ts';

export const templateTruthiness: Rule = {
  code: 'template-truthiness',
  severity: 'warning',
  summary: 'A condition tests whether a value of the answer is there: `#if($x)`.',
  why: 'A missing value is an empty text in the service, and an empty text is true in Velocity 1.7, false in 2: comparing says what is meant.',
  basis: 'inferred',
  source: 'https://github.com/dherault/serverless-offline/issues/50',
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: "#if($input.path('$.name'))named#end" } },
    corrected: { ResponseTemplates: { $default: '#if($input.path(\'$.name\') != "")named#end' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) =>
      flowOf(template).tests.flatMap(({ reference, negated, shape }) => {
        if (!shape) return [];
        const text = writtenReference(source, reference);
        return [
          {
            offset: reference.offset,
            Message: `The condition ${quote(`${negated ? '!' : ''}${text}`)} does not tell whether the value is there.`,
            Fix: `Write ${visible(text, 60)} ${negated ? '==' : '!='} "", or compare a boolean with true.`,
          },
        ];
      }),
    ),
};
