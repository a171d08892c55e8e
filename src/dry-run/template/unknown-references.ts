// The references of a template that nothing gives a value, each told apart once: a rule takes its own kind.

import { SCOPE_VARIABLES } from '../../engines/mapping-template/scope.ts';
import { oncePer } from '../../engines/once-per.ts';
import type { Reference, Template } from '../../engines/velocity/tree.ts';
import { nearest } from '../../text/nearest.ts';
import { referencesOf, unsetReferences } from './template-names.ts';
import { type Edit, nameOffset } from './template-text.ts';
import { type UnknownMember, unknownMember } from './template-variables.ts';

export type UnknownReference = { readonly reference: Reference } & (
  | {
      /** `$request.body.x`, `$context.body`: the client's message, which only the selection expression can read. */
      readonly kind: 'client-message';
    }
  | {
      /** A host or a member in another spelling. */
      readonly kind: 'misspelt';
      /** Without the `$`. */
      readonly name: string;
      readonly edits: readonly [Edit, ...Edit[]];
    }
  | {
      /** A member that the guide does not list for responses of WebSocket APIs, or a name of parameter mappings. */
      readonly kind: 'unlisted';
      readonly name: string;
      readonly where: UnknownMember['where'];
    }
  | {
      /** A name of the template's own that it never sets. */
      readonly kind: 'never-set';
    }
);

const unknownReferences = oncePer((template: Template): readonly UnknownReference[] => {
  const unset = new Set(unsetReferences(template));
  return referencesOf(template).flatMap(
    (reference) => (unset.has(reference) ? ofName(template.source, reference) : ofMember(reference)) ?? [],
  );
});

/** Those of one kind, in the order of the text. */
export const unknownOf = <Kind extends UnknownReference['kind']>(template: Template, kind: Kind) =>
  unknownReferences(template).filter(
    (one): one is Extract<UnknownReference, { readonly kind: Kind }> => one.kind === kind,
  );

function ofName(source: string, reference: Reference): UnknownReference {
  const { name, access } = reference;
  const [first] = access;
  const second = first?.kind === 'property' ? first.name : undefined;
  if (second !== undefined && (name === 'request' || (name === 'route' && second === 'request'))) {
    return { kind: 'client-message', reference };
  }
  if (first && (name === 'method' || name === 'integration')) {
    return { kind: 'unlisted', reference, name, where: 'nowhere' };
  }
  const host = first && nearest(name, SCOPE_VARIABLES);
  if (host === undefined) return { kind: 'never-set', reference };
  const edit = { offset: nameOffset(source, reference), seen: name, written: host };
  const member = ofMember({ ...reference, name: host });
  return { kind: 'misspelt', reference, name, edits: [edit, ...(member?.kind === 'misspelt' ? member.edits : [])] };
}

function ofMember(reference: Reference): UnknownReference | undefined {
  const unknown = unknownMember(reference);
  if (unknown === undefined) return undefined;
  const { name, member, access, meant, where } = unknown;
  if (name === 'context.body' && access.kind === 'property') return { kind: 'client-message', reference };
  if (meant === undefined) return { kind: 'unlisted', reference, name, where };
  const offset = access.kind === 'index' ? access.argument.offset + 1 : access.offset;
  return { kind: 'misspelt', reference, name, edits: [{ offset, seen: member, written: meant }] };
}
