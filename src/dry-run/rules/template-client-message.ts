import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { isClientMessage, referencesOf, unsetReferences } from '../template/template-names.ts';
import { faultsOf, writtenReference } from '../template/template-text.ts';

export const templateClientMessage: Rule = {
  code: 'template-client-message',
  severity: 'warning',
  summary: "A template asks for the client's message, which only the selection expression can read.",
  why: "In a response template $input is the backend's answer; the client's message is only available in the selection expression, as ${request.body.x}.",
  basis: 'documented',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-transformations.html',
  example: {
    refused: { ResponseTemplates: { $default: '{"action": "$request.body.action"}' } },
    corrected: { ResponseTemplates: { $default: '{"action": "$input.path(\'$.action\')"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) => {
      const inContext = referencesOf(template).filter(
        ({ name, access: [first] }) => name === 'context' && first?.kind === 'property' && first.name === 'body',
      );
      return [...unsetReferences(template).filter(isClientMessage), ...inContext].map((reference) => ({
        offset: reference.offset,
        Message: `${quote(writtenReference(source, reference))} prints nothing: the client's message is not at hand here.`,
        Fix: 'Let the backend return what is needed of the message, and read it with $input.',
      }));
    }),
};
