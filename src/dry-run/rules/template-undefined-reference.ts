import { facts } from '../../facts/facts.ts';
import { nearest } from '../../text/nearest.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { byName, namesSet } from '../template/template-names.ts';
import { faultsOf, MAX_SUGGESTED, nameOffset } from '../template/template-text.ts';
import { unknownOf } from '../template/unknown-references.ts';

/** Names that are never set on purpose: `#if($x == $null)`. */
const NOTHING = /^(null|none|nil|undefined|empty|nothing)$/i;

export const templateUndefinedReference: Rule = {
  code: 'template-undefined-reference',
  severity: 'warning',
  summary: 'A template uses a name that it never sets.',
  why: 'REST APIs were seen to print nothing for it, where Velocity itself would print the name.',
  facts: [facts['undefined-prints-nothing']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '#set($name = $input.path(\'$.name\')){"name": "$nmae"}' } },
    corrected: { ResponseTemplates: { $default: '#set($name = $input.path(\'$.name\')){"name": "$name"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) => {
      const names = [...namesSet(template)].slice(0, MAX_SUGGESTED);
      const unset = unknownOf(template, 'never-set')
        .map(({ reference }) => reference)
        .filter(({ name }) => !NOTHING.test(name));
      return [...byName(unset)].map(([name, references]) => {
        const text = `$${name}`;
        const meant = name.length < 4 ? undefined : nearest(name, names);
        return {
          offset: references[0].offset,
          Message: `${quote(text)} is never set.`,
          Fix: meant ? `Write $${meant}.` : `Set it first; as text, write #[[${visible(text, 60)}]]#.`,
          edits: meant
            ? references.map((each) => ({ offset: nameOffset(source, each), seen: name, written: meant }))
            : undefined,
        };
      });
    }),
};
