import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { faultsOf } from '../template/template-text.ts';
import type { UnknownMember } from '../template/template-variables.ts';
import { unknownOf } from '../template/unknown-references.ts';

const WHY: Record<UnknownMember['where'], string> = {
  'access logs': 'It exists in access logs only; a template prints nothing for it.',
  'other APIs':
    'Other kinds of API or request templates have it; for responses of WebSocket APIs it is not documented.',
  nowhere: 'The guide does not list it for WebSocket APIs; that it prints nothing in a response is inferred.',
};

export const templateReference: Rule = {
  code: 'template-reference',
  severity: 'warning',
  summary:
    'A template uses a variable that is not documented for WebSocket responses, such as `$input.params` or `$context.httpMethod`.',
  why: WHY.nowhere,
  facts: [facts['variables-documented'], facts['variables-other']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '{"method": "$context.httpMethod"}' } },
    corrected: { ResponseTemplates: { $default: '{"route": "$context.routeKey"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) =>
      unknownOf(template, 'unlisted').map(({ reference, name, where, edit }) => ({
        offset: reference.offset,
        Message: `${quote(`$${name}`)} is not among the variables of WebSocket responses.`,
        Why: WHY[where],
        Fix: edit
          ? `Write ${visible(edit.written, 80)}.`
          : name === 'context.responseOverride'
            ? 'Leave it out: a WebSocket message has neither status nor headers that a template could set.'
            : 'Take the value from $input, a documented member of $context, or $stageVariables.',
        edits: edit && [edit],
      })),
    ),
};
