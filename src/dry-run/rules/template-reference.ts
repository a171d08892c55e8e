import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { isMappingSource, referencesOf, unsetReferences } from '../template/template-names.ts';
import { type Fault, faultsOf } from '../template/template-text.ts';
import { type UnknownMember, unknownMember } from '../template/template-variables.ts';

const WHY: Record<UnknownMember['where'], string> = {
  'access logs': 'It exists in access logs only; a template prints nothing for it.',
  'other APIs':
    'Other kinds of API or request templates have it; for responses of WebSocket APIs it is not documented.',
  nowhere: 'The developer guide does not list it for WebSocket APIs; what the service does not know prints nothing.',
};

export const templateReference: Rule = {
  code: 'template-reference',
  severity: 'warning',
  summary:
    'A template uses a variable that WebSocket responses do not have, such as `$input.params` or `$context.httpMethod`.',
  why: WHY.nowhere,
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html',
  example: {
    refused: { ResponseTemplates: { $default: '{"method": "$context.httpMethod"}' } },
    corrected: { ResponseTemplates: { $default: '{"route": "$context.routeKey"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) => [
      ...unsetReferences(template)
        .filter(isMappingSource)
        .map(({ name, offset }) => fault(offset, name, WHY.nowhere)),
      ...referencesOf(template).flatMap((reference) => {
        const unknown = unknownMember(reference);
        return unknown && !isToldElsewhere(unknown) ? [fault(reference.offset, unknown.name, WHY[unknown.where])] : [];
      }),
    ]),
};

/** Misspelt names, and `$context.body`, have rules of their own. */
const isToldElsewhere = ({ name, meant }: UnknownMember): boolean => name === 'context.body' || meant !== undefined;

const fault = (offset: number, name: string, Why: string): Fault => ({
  offset,
  Message: `${quote(`$${name}`)} is not among the variables of WebSocket responses.`,
  Why,
  Fix: 'Take the value from $input, a documented member of $context, or $stageVariables.',
});
