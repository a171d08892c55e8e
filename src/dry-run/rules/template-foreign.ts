import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { itemsOf } from '../template/template-names.ts';
import { faultsOf } from '../template/template-text.ts';

/** `{{name}}`, `{% tag %}`, `<%= name %>`: no JSON has these outside of its texts. */
const OPENING = /\{[{%]|<%/;
const FOREIGN = /\{\{[^{}]*[A-Za-z][^{}]*\}\}|\{%[^%]*%\}|<%[^%]*%>/g;

export const templateForeign: Rule = {
  code: 'template-foreign',
  severity: 'warning',
  summary: 'A placeholder of another template language, such as `{{name}}`: it is printed as it stands.',
  why: 'Mapping templates are Velocity: values begin with $, directives with #, and everything else is text.',
  facts: [facts['engine-velocity']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '{"name": "{{name}}"}' } },
    corrected: { ResponseTemplates: { $default: '{"name": "$input.path(\'$.name\')"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) =>
      (OPENING.test(source) ? itemsOf(template, 'text') : []).flatMap((text) =>
        [...text.text.matchAll(FOREIGN)].map(([placeholder]) => ({
          offset: source.indexOf(placeholder, text.offset),
          Message: `${quote(placeholder)} is text to Velocity.`,
          Fix: "Write the value as Velocity does, e.g. $input.path('$.name').",
        })),
      ),
    ),
};
