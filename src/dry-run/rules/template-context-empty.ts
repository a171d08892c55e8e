import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { referencesOf } from '../template/template-names.ts';
import { faultsOf, writtenReference } from '../template/template-text.ts';

export const templateContextEmpty: Rule = {
  code: 'template-context-empty',
  severity: 'warning',
  summary:
    'A member of `$context` that is never there in an integration response: `$context.error.…`, or a member of an authorizer value.',
  why: 'There is no gateway error when an integration response is rendered, and what an authorizer returns are texts, without members of their own.',
  facts: [facts['variables-documented']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '{"message": "$context.error.messageString"}' } },
    corrected: { ResponseTemplates: { $default: '{"message": $input.json("$.message")}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) =>
      referencesOf(template).flatMap((reference) => {
        const [first, second, third] = reference.access;
        if (reference.name !== 'context' || first?.kind !== 'property') return [];
        const isError = first.name === 'error';
        const isNested = first.name === 'authorizer' && second?.kind === 'property' && third?.kind === 'property';
        if (!isError && !isNested) return [];
        return [
          {
            offset: reference.offset,
            Message: `${quote(writtenReference(source, reference))} prints nothing: ${isError ? 'no gateway error is at hand in an integration response' : 'the values of an authorizer are texts'}.`,
            Fix: isError
              ? "Read the error from the answer, e.g. $input.json('$.message')."
              : 'Let the authorizer return it as a member of its own, $context.authorizer.NAME.',
          },
        ];
      }),
    ),
};
