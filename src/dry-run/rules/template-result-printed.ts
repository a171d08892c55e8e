import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { flowOf } from '../template/template-flow.ts';
import { faultsOf, writtenReference } from '../template/template-text.ts';

const CHANGING: ReadonlySet<string> = new Set([
  'add',
  'addAll',
  'put',
  'putAll',
  'putIfAbsent',
  'remove',
  'removeAll',
  'set',
]);

export const templateResultPrinted: Rule = {
  code: 'template-result-printed',
  severity: 'warning',
  summary:
    'A call that changes a list or a map is printed: what it returns (`true`, or what was there) becomes part of the message.',
  why: 'A reference that stands for itself is printed, whatever it does.',
  facts: [facts['engine-velocity']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '#set($l = [])$l.add(1){"count": $l.size()}' } },
    corrected: { ResponseTemplates: { $default: '#set($l = [])#set($ignored = $l.add(1)){"count": $l.size()}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) =>
      flowOf(template).prints.flatMap(({ reference }) => {
        const last = reference.access.at(-1);
        if (last?.kind !== 'method' || !CHANGING.has(last.name) || reference.name === 'input') return [];
        const seen = writtenReference(source, reference);
        return [
          {
            offset: reference.offset,
            Message: `What ${quote(seen)} returns is printed.`,
            Fix: `Write #set($ignored = ${visible(seen, 80)}).`,
            edits: [{ offset: reference.offset, seen, written: `#set($ignored = ${seen.replace('$!', '$')})` }],
          },
        ];
      }),
    ),
};
