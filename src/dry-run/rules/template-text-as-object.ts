import type { Expression, Reference } from '../../engines/velocity/tree.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { readsJson } from '../template/template-flow.ts';
import { itemsOf, referencesOf } from '../template/template-names.ts';
import { faultsOf, writtenReference } from '../template/template-text.ts';

export const templateTextAsObject: Rule = {
  code: 'template-text-as-object',
  severity: 'warning',
  summary: 'What `$input.json` gives is a text: it has no members, and `#foreach` goes through nothing.',
  why: '$input.json gives JSON as a text; $input.path gives the values in it.',
  facts: [facts['json-has-quotes']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '#foreach($e in $input.json("$.items"))$e.name #end' } },
    corrected: { ResponseTemplates: { $default: '#foreach($e in $input.path("$.items"))$e.name #end' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) => {
      const sets = new Map(
        itemsOf(template, 'set').map(({ target, value }) => [target.access.length === 0 ? target.name : '', value]),
      );
      const read = (one: Expression | undefined): Reference | undefined => {
        const value = one?.kind === 'reference' && one.access.length === 0 ? sets.get(one.name) : one;
        return value?.kind === 'reference' && readsJson(value) ? value : undefined;
      };
      const loops = itemsOf(template, 'foreach').map(({ arguments: [, , list] }) => read(list));
      const members = referencesOf(template).filter(
        ({ access }) => access[0]?.kind === 'property' || access[1]?.kind === 'property',
      );
      const asked = members.map((one) => {
        const value = one.name === 'input' ? { ...one, access: one.access.slice(0, 1) } : sets.get(one.name);
        return value?.kind === 'reference' && readsJson(value) ? value : undefined;
      });
      return [...loops, ...asked].flatMap((one) => {
        const method = one?.access[0];
        if (!one || method?.kind !== 'method') return [];
        return [
          {
            offset: one.offset,
            Message: `${quote(writtenReference(source, one), 80)} gives a text, and is used as an object or a list.`,
            Fix: 'Write $input.path.',
            edits: [{ offset: method.offset, seen: 'json', written: 'path' }],
          },
        ];
      });
    }),
};
