import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { flowOf } from '../template/template-flow.ts';
import { faultsOf, writtenReference } from '../template/template-text.ts';

export const templateTruthiness: Rule = {
  code: 'template-truthiness',
  severity: 'warning',
  summary: 'A condition tests whether a value of the answer is there: `#if($x)`.',
  why:
    'REST APIs were seen to take a missing value for true. An empty text is true in Velocity 1.7 and false in 2, as its documents ' +
    'say: comparing says what is meant.',
  facts: [facts['undefined-is-true'], facts['empty-text-is-true']],
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
