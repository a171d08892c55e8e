import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { flowOf, readsJson } from '../template/template-flow.ts';
import { type Edit, faultsOf, writtenReference } from '../template/template-text.ts';

export const templateJsonQuoted: Rule = {
  code: 'template-json-quoted',
  severity: 'warning',
  summary: '`$input.json` stands between double quotes.',
  why: '$input.json was seen, on REST APIs, to give a text with its quotes: the output would have them twice.',
  facts: [facts['json-has-quotes']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '{"name": "$input.json(\'$.name\')"}' } },
    corrected: { ResponseTemplates: { $default: '{"name": $input.json(\'$.name\')}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) =>
      flowOf(template).prints.flatMap(({ reference, quoted, value }) => {
        if (!quoted || !(value ? readsJson(value) && reference.access.length === 0 : readsJson(reference))) return [];
        const seen = writtenReference(source, reference);
        const edit: Edit = { offset: reference.offset - 1, seen: `"${seen}"`, written: seen };
        return [
          {
            offset: reference.offset,
            Message: `${quote(seen)} writes JSON into a JSON string.`,
            Fix: 'Leave out the double quotes around it, or print $input.path there.',
            edits: source.startsWith(edit.seen, edit.offset) ? [edit] : undefined,
          },
        ];
      }),
    ),
};
