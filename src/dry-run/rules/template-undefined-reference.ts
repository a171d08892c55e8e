import { nearest } from '../../contract/nearest.ts';
import { quote, visible } from '../../contract/quote.ts';
import type { Reference } from '../../template/tree.ts';
import type { Rule } from '../rule.ts';
import { isClientMessage, isMappingSource, meantHost, namesSet, unsetReferences } from '../template-names.ts';
import { faultsOf, MAX_SUGGESTED, nameOffset } from '../template-text.ts';

/** Names that are never set on purpose: `#if($x == $null)`. */
const NOTHING = /^(null|none|nil|undefined|empty|nothing)$/i;

const isReportedElsewhere = (reference: Reference) =>
  isClientMessage(reference) || isMappingSource(reference) || meantHost(reference) !== undefined;

export const templateUndefinedReference: Rule = {
  code: 'template-undefined-reference',
  severity: 'warning',
  summary: 'A template uses a name that it never sets.',
  why: 'The service prints nothing for it, where Velocity itself would print the name.',
  basis: 'observed',
  source: 'https://github.com/localstack/localstack',
  example: {
    refused: { ResponseTemplates: { $default: '#set($name = $input.path(\'$.name\')){"name": "$nmae"}' } },
    corrected: { ResponseTemplates: { $default: '#set($name = $input.path(\'$.name\')){"name": "$name"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) => {
      const names = [...namesSet(template)].slice(0, MAX_SUGGESTED);
      return unsetReferences(template).flatMap((reference) => {
        const { name, offset } = reference;
        if (NOTHING.test(name) || isReportedElsewhere(reference)) return [];
        const text = `$${name}`;
        const meant = name.length < 4 ? undefined : nearest(name, names);
        return [
          {
            offset,
            Message: `${quote(text)} is never set.`,
            Fix: meant ? `Write $${meant}.` : `Set it first; as text, write #[[${visible(text, 60)}]]#.`,
            edits: meant ? [{ offset: nameOffset(source, reference), seen: name, written: meant }] : undefined,
          },
        ];
      });
    }),
};
