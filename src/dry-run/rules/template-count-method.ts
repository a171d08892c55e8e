import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';
import { referencesOf } from '../template/template-names.ts';
import { faultsOf } from '../template/template-text.ts';

export const templateCountMethod: Rule = {
  code: 'template-count-method',
  severity: 'info',
  summary: '`.count()` of the guide’s own example prints nothing here; `.size()` counts.',
  why: 'The guide writes $input.path(…).count(), but Java lists have no such method; what the service prints is not published.',
  facts: [facts['list-count']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '{"n": "$input.path("$.pets").count()"}' } },
    corrected: { ResponseTemplates: { $default: '{"n": "$input.path("$.pets").size()"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) =>
      referencesOf(template).flatMap(({ access }) =>
        access.flatMap((step) =>
          step.kind === 'method' && step.name === 'count' && step.arguments.length === 0
            ? [
                {
                  offset: step.offset,
                  Message: 'A list has no method count().',
                  Fix: 'Write size().',
                  edits: [{ offset: step.offset, seen: 'count', written: 'size' }],
                },
              ]
            : [],
        ),
      ),
    ),
};
