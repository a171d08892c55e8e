// The names a template uses and those it sets.
import { nearest } from '../contract/nearest.ts';
import { type Reference, walk } from '../template/tree.ts';
import { oncePerTemplate } from './template-text.ts';
import { HOSTS, VELOCITY_NAMES } from './template-variables.ts';

/** All references that have a value, in the order of the text; not what is escaped. */
export const referencesOf = oncePerTemplate((template): readonly Reference[] => {
  const references: Reference[] = [];
  walk(template.nodes, (node) => {
    if (node.kind === 'reference' && !node.escaped && !node.runt && node.computable) references.push(node);
  });
  return references;
});

/** The names that have a value somewhere in the template: set, gone through, or a parameter of a macro. */
export const namesSet = oncePerTemplate((template): ReadonlySet<string> => {
  const names = new Set<string>();
  walk(template.nodes, (node) => {
    if (node.kind === 'set' && node.target.access.length === 0) names.add(node.target.name);
    if (node.kind === 'foreach' || node.kind === 'define') names.add(node.variable);
    if (node.kind === 'macro') for (const parameter of node.parameters) names.add(parameter);
  });
  return names;
});

/** References to names that nothing gives a value, neither the template, nor Velocity, nor the service. */
export const unsetReferences = oncePerTemplate((template): readonly Reference[] => {
  const known = new Set([...namesSet(template), ...HOSTS, ...VELOCITY_NAMES]);
  return referencesOf(template).filter(({ name }) => !known.has(name));
});

/** `$request.body.x`, `$route.request…`: the client's message as selection expressions and parameter mappings spell it. */
export const isClientMessage = ({ name, access: [first] }: Reference): boolean =>
  (name === 'request' && first?.kind === 'property') ||
  (name === 'route' && first?.kind === 'property' && first.name === 'request');

/** `$method.x`, `$integration.x`: spelled as in parameter mappings, known to no template. */
export const isMappingSource = ({ name, access }: Reference): boolean =>
  access.length > 0 && (name === 'method' || name === 'integration');

/** The host a name is meant for: `$inputs.path(…)`, `$Context.stage`. */
export const meantHost = ({ name, access }: Reference): string | undefined =>
  access.length === 0 ? undefined : nearest(name, HOSTS);
