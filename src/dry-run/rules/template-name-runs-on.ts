import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { faultsOf } from '../template/template-text.ts';
import { unknownOf } from '../template/unknown-references.ts';

export const templateNameRunsOn: Rule = {
  code: 'template-name-runs-on',
  severity: 'warning',
  summary: 'A `-` or `_` behind a reference is read as part of its name: `$y-$m`.',
  why: 'Names in Velocity hold letters, digits, - and _, and braces end them; an unknown name was seen, on REST APIs, to print nothing.',
  facts: [facts['engine-velocity'], facts['undefined-prints-nothing']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '#set($y = 2026)#set($m = 7){"month": "$y-$m"}' } },
    corrected: { ResponseTemplates: { $default: '#set($y = 2026)#set($m = 7){"month": "${y}-$m"}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) =>
      unknownOf(template, 'runs-on').map(({ edit }) => ({
        offset: edit.offset,
        Message: `${quote(edit.seen)} is read as one name, which has no value.`,
        Fix: `Write ${visible(edit.written, 80)}.`,
        edits: [edit],
      })),
    ),
};
