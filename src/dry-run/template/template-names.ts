// The names a template uses and those it sets.

import { oncePer } from '../../engines/once-per.ts';
import {
  type Access,
  type Expression,
  type Node,
  type Reference,
  type Template,
  walk,
} from '../../engines/velocity/tree.ts';
import { GIVEN_NAMES } from './template-variables.ts';

type Item = Node | Expression | Access;

/** One walk through the template serves all rules. */
const allItems = oncePer((template: Template): readonly Item[] => {
  const items: Item[] = [];
  walk(template.nodes, (item) => {
    items.push(item);
  });
  return items;
});

/** Everything of one kind in the order of the text. */
export const itemsOf = <Kind extends Item['kind']>(template: Template, kind: Kind) =>
  allItems(template).filter((item): item is Extract<Item, { readonly kind: Kind }> => item.kind === kind);

/** All references that have a value, in the order of the text; not what is escaped. */
export const referencesOf = oncePer((template: Template): readonly Reference[] =>
  itemsOf(template, 'reference').filter(({ escaped, runt, computable }) => !escaped && !runt && computable),
);

/** The names that have a value somewhere in the template: set, gone through, or a parameter of a macro. */
export const namesSet = oncePer(
  (template: Template): ReadonlySet<string> =>
    new Set([
      ...itemsOf(template, 'set').flatMap(({ target }) => (target.access.length === 0 ? target.name : [])),
      ...itemsOf(template, 'foreach').map(({ variable }) => variable),
      ...itemsOf(template, 'define').map(({ variable }) => variable),
      ...itemsOf(template, 'macro').flatMap(({ parameters }) => parameters),
    ]),
);

/** References to names that nothing gives a value, neither the template, nor Velocity, nor the service. */
export const unsetReferences = oncePer((template: Template): readonly Reference[] => {
  const known = new Set([...namesSet(template), ...GIVEN_NAMES]);
  return referencesOf(template).filter(({ name }) => !known.has(name));
});

/** The references grouped by name, in the order of the text. */
export function byName(references: readonly Reference[]): ReadonlyMap<string, readonly [Reference, ...Reference[]]> {
  const groups = new Map<string, [Reference, ...Reference[]]>();
  for (const reference of references) {
    const known = groups.get(reference.name);
    if (known) known.push(reference);
    else groups.set(reference.name, [reference]);
  }
  return groups;
}
