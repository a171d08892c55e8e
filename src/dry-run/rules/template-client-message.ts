import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { faultsOf, writtenReference } from '../template/template-text.ts';
import { unknownOf } from '../template/unknown-references.ts';

export const templateClientMessage: Rule = {
  code: 'template-client-message',
  severity: 'warning',
  summary: "A template asks for the client's message, which only the selection expression can read.",
  why: "In a response template $input is the backend's answer; the client's message is only available in the selection expression, as ${request.body.x}.",
  facts: [facts['input-is-the-answer']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '{"action": "$request.body.action"}' } },
    corrected: { ResponseTemplates: { $default: '{"action": "$input.path(\'$.action\')"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) =>
      unknownOf(template, 'client-message').map(({ reference }) => ({
        offset: reference.offset,
        Message: `${quote(writtenReference(source, reference))} prints nothing: the client's message is not at hand here.`,
        Fix: 'Let the backend return what is needed of the message, and read it with $input.',
      })),
    ),
};
