import { quote } from '../../contract/quote.ts';
import type { Reference } from '../../template/tree.ts';
import type { Rule } from '../rule.ts';
import { meantHost, referencesOf, unsetReferences } from '../template-names.ts';
import { type Edit, type Fault, faultsOf, nameOffset } from '../template-text.ts';
import { unknownMember } from '../template-variables.ts';

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
      ...referencesOf(template).flatMap(misspeltMember),
    ]),
};

function misspeltHost(source: string, reference: Reference): Fault[] {
  const meant = meantHost(reference);
  if (meant === undefined) return [];
  return [fault(reference.name, { offset: nameOffset(source, reference), seen: reference.name, written: meant })];
}

function misspeltMember(reference: Reference): Fault[] {
  const unknown = unknownMember(reference);
  if (unknown?.meant === undefined) return [];
  const { name, member, access, meant } = unknown;
  const offset = access.kind === 'index' ? access.argument.offset + 1 : access.offset;
  return [fault(name, { offset, seen: member, written: meant })];
}

/** Words that start alike are the same word; others (`unescapeJavaScript`) may be meant otherwise. */
function fault(name: string, edit: Edit): Fault {
  const isClear = edit.seen[0]?.toLowerCase() === edit.written[0]?.toLowerCase();
  return {
    offset: edit.offset,
    Message: `There is no ${quote(`$${name}`)}. Did you mean ${edit.written}?`,
    Fix: `Write ${edit.written}.`,
    edits: isClear ? [edit] : undefined,
  };
}
