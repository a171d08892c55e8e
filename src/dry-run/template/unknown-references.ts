// The references of a template that nothing gives a value, each told apart once: a rule takes its own kind.

import { SCOPE_VARIABLES } from '../../engines/mapping-template/scope.ts';
import { oncePer } from '../../engines/once-per.ts';
import type { Reference, Template } from '../../engines/velocity/tree.ts';
import { nearest } from '../../text/nearest.ts';
import { namesSet, referencesOf, unsetReferences } from './template-names.ts';
import { type Edit, nameOffset, writtenReference } from './template-text.ts';
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
      /** What says the same here, where that is clear. */
      readonly edit?: Edit;
    }
  | {
      /** A name with a value, and a `-` or `_` behind it that was meant as text. */
      readonly kind: 'runs-on';
      readonly edit: Edit;
    }
  | {
      /** A name of the template's own that it never sets. */
      readonly kind: 'never-set';
    }
);

const unknownReferences = oncePer((template: Template): readonly UnknownReference[] => {
  const unset = new Set(unsetReferences(template));
  return referencesOf(template).flatMap(
    (reference) => (unset.has(reference) ? ofName(template, reference) : ofMember(template.source, reference)) ?? [],
  );
});

/** Those of one kind, in the order of the text. */
export const unknownOf = <Kind extends UnknownReference['kind']>(template: Template, kind: Kind) =>
  unknownReferences(template).filter(
    (one): one is Extract<UnknownReference, { readonly kind: Kind }> => one.kind === kind,
  );

function ofName(template: Template, reference: Reference): UnknownReference {
  const { source } = template;
  const { name, access } = reference;
  const [first] = access;
  const second = first?.kind === 'property' ? first.name : undefined;
  if (second !== undefined && (name === 'request' || (name === 'route' && second === 'request'))) {
    return { kind: 'client-message', reference };
  }
  if (name === 'event' && second === 'requestContext' && access[1]?.kind === 'property') {
    const seen = source.slice(reference.offset, access[1].offset + access[1].name.length);
    const written = seen.replace('event.requestContext', 'context');
    return { kind: 'unlisted', reference, name, where: 'nowhere', edit: { offset: reference.offset, seen, written } };
  }
  if (access.length === 0) {
    const [, known = '', rest = ''] = /^(.*?)([-_].*)$/.exec(name) ?? [];
    const start = source.slice(reference.offset, nameOffset(source, reference));
    if (namesSet(template).has(known) && !start.endsWith('{')) {
      const written = `${start}{${known}}${rest}`;
      return { kind: 'runs-on', reference, edit: { offset: reference.offset, seen: start + name, written } };
    }
  }
  if (first && (name === 'method' || name === 'integration')) {
    return { kind: 'unlisted', reference, name, where: 'nowhere' };
  }
  const host = first && nearest(name, SCOPE_VARIABLES);
  if (host === undefined) return { kind: 'never-set', reference };
  const edit = { offset: nameOffset(source, reference), seen: name, written: host };
  const member = ofMember(source, { ...reference, name: host });
  return { kind: 'misspelt', reference, name, edits: [edit, ...(member?.kind === 'misspelt' ? member.edits : [])] };
}

function ofMember(source: string, reference: Reference): UnknownReference | undefined {
  const unknown = unknownMember(reference);
  if (unknown === undefined) return undefined;
  const { name, member, access, meant, where, listed } = unknown;
  const [, known = '', rest = ''] = /^(.*?)([-_].*)$/.exec(member) ?? [];
  const start = source.slice(reference.offset, access.offset);
  if (access === reference.access.at(-1) && listed.includes(known) && /^\$!?\w/.test(start)) {
    const written = `${start.replace(/^\$!?/, '$&{')}${known}}${rest}`;
    return { kind: 'runs-on', reference, edit: { offset: reference.offset, seen: start + member, written } };
  }
  if (name === 'util.toJson') {
    const edit = toInputJson(source, reference);
    return { kind: 'unlisted', reference, name, where, ...(edit && { edit }) };
  }
  if (name === 'context.body' && access.kind === 'property') return { kind: 'client-message', reference };
  if (meant === undefined) return { kind: 'unlisted', reference, name, where };
  const offset = access.kind === 'index' ? access.argument.offset + 1 : access.offset;
  return { kind: 'misspelt', reference, name, edits: [{ offset, seen: member, written: meant }] };
}

/** `$util.toJson($input.path(…))` of AppSync, as `$input.json(…)`. */
function toInputJson(source: string, reference: Reference): Edit | undefined {
  const [call] = reference.access;
  const given = call?.kind === 'method' ? call.arguments[0] : undefined;
  const seen = writtenReference(source, reference);
  if (given?.kind !== 'reference' || given.name !== 'input' || given.access.length !== 1) return undefined;
  const read = writtenReference(source, given);
  const written = read.replace('.path(', '.json(');
  return written === read ? undefined : { offset: reference.offset, seen, written };
}
