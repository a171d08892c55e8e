import type { Reference } from '../../engines/velocity/tree.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { meantHost, referencesOf, unsetReferences } from '../template/template-names.ts';
import { type Edit, type Fault, faultsOf, nameOffset } from '../template/template-text.ts';
import { unknownMember } from '../template/template-variables.ts';

export const templateReferenceMisspelt: Rule = {
  code: 'template-reference-misspelt',
  severity: 'warning',
  summary: 'A member of `$input`, `$util`, `$context` or one of these names is misspelt.',
  why: 'Names are case-sensitive, and what the service does not know prints nothing.',
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html',
  example: {
    refused: { ResponseTemplates: { $default: '{"connection": "$context.connectionID"}' } },
    corrected: { ResponseTemplates: { $default: '{"connection": "$context.connectionId"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) => [
      ...unsetReferences(template).flatMap((reference) => misspeltHost(source, reference)),
      ...referencesOf(template).flatMap((reference) =>
        misspeltMember(reference).map(({ name, edit }) => fault(name, edit)),
      ),
    ]),
};

/** With the member, which has no other reference to be told of. */
function misspeltHost(source: string, reference: Reference): Fault[] {
  const meant = meantHost(reference);
  if (meant === undefined) return [];
  const host = { offset: nameOffset(source, reference), seen: reference.name, written: meant };
  return [fault(reference.name, host, ...misspeltMember({ ...reference, name: meant }).map(({ edit }) => edit))];
}

function misspeltMember(reference: Reference): { readonly name: string; readonly edit: Edit }[] {
  const unknown = unknownMember(reference);
  if (unknown?.meant === undefined) return [];
  const { name, member, access, meant } = unknown;
  const offset = access.kind === 'index' ? access.argument.offset + 1 : access.offset;
  return [{ name, edit: { offset, seen: member, written: meant } }];
}

/** Words that start alike are the same word; others (`unescapeJavaScript`) may be meant otherwise. */
function fault(name: string, edit: Edit, ...others: readonly Edit[]): Fault {
  const edits = [edit, ...others];
  const isClear = edits.every(({ seen, written }) => seen[0]?.toLowerCase() === written[0]?.toLowerCase());
  return {
    offset: edit.offset,
    Message: `There is no ${quote(`$${name}`)}. Did you mean ${edit.written}?`,
    Fix: `Write ${edits.map(({ written }) => written).join('.')}.`,
    edits: isClear ? edits : undefined,
  };
}
