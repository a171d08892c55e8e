import type { Expression } from '../../engines/velocity/tree.ts';
import { facts } from '../../facts/facts.ts';
import type { Rule } from '../rule.ts';
import { itemsOf } from '../template/template-names.ts';
import { faultsOf } from '../template/template-text.ts';

const MAX_ITERATIONS = 1000;

export const templateForeachLimit: Rule = {
  code: 'template-foreach-limit',
  severity: 'warning',
  summary: 'A `#foreach` goes through more than 1000 elements.',
  why: 'The quotas of REST APIs end a loop at 1000; WebSocket APIs share the engine, and what happens beyond is not published.',
  facts: [facts['engine-foreach-limit']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '#foreach($i in [1..2000])$i #end' } },
    corrected: { ResponseTemplates: { $default: '#foreach($i in [1..1000])$i #end' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) => {
      const sets = itemsOf(template, 'set').filter(({ target }) => target.access.length === 0);
      const lists = new Map(sets.map(({ variable, value }) => [variable, value]));
      return itemsOf(template, 'foreach').flatMap(({ offset, arguments: [, , list] }) => {
        const count = list && size(list.kind === 'reference' && list.access.length === 0 ? lists.get(list.name) : list);
        if (!count || count <= MAX_ITERATIONS) return [];
        return [
          {
            offset,
            Message: `This loop goes round ${count} times.`,
            Fix: `Go through at most ${MAX_ITERATIONS} elements.`,
          },
        ];
      });
    }),
};

/** How many elements a list written out has. */
function size(list: Expression | undefined): number {
  if (list?.kind === 'list') return list.items.length;
  if (list?.kind !== 'range' || list.from.kind !== 'constant' || list.to.kind !== 'constant') return 0;
  const [from, to] = [list.from.value, list.to.value];
  return typeof from === 'number' && typeof to === 'number' ? Math.abs(to - from) + 1 : 0;
}
