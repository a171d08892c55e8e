import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { type Edit, faultsOf } from '../template/template-text.ts';
import { unknownOf } from '../template/unknown-references.ts';

export const templateReferenceMisspelt: Rule = {
  code: 'template-reference-misspelt',
  severity: 'warning',
  summary: 'A member of `$input`, `$util`, `$context` or one of these names is misspelt.',
  why: 'The guide lists the names, which are case-sensitive; REST APIs were seen to print nothing for what they do not know.',
  facts: [facts['variables-documented'], facts['undefined-prints-nothing']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '{"connection": "$context.connectionID"}' } },
    corrected: { ResponseTemplates: { $default: '{"connection": "$context.connectionId"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) =>
      unknownOf(template, 'misspelt').map(({ name, edits }) => ({
        offset: edits[0].offset,
        Message: `There is no ${quote(`$${name}`)}. Did you mean ${edits[0].written}?`,
        Fix: `Write ${edits.map(({ written }) => written).join('.')}.`,
        edits: edits.every(startsAlike) ? edits : undefined,
      })),
    ),
};

/** Words that start alike are the same word; others (`unescapeJavaScript`) may be meant otherwise. */
const startsAlike = ({ seen, written }: Edit): boolean => seen[0]?.toLowerCase() === written[0]?.toLowerCase();
