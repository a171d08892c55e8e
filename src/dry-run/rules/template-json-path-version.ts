import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { correctedPath, difference, pathsOf } from '../template/template-json-path.ts';
import { faultsOf } from '../template/template-text.ts';

export const templateJsonPathVersion: Rule = {
  code: 'template-json-path-version',
  severity: 'warning',
  summary: 'A JSONPath that versions of Jayway JsonPath read differently.',
  why: 'Which version the service runs is not published; the preview follows 2.4 and later.',
  facts: [facts['json-path-version']],
  about: ['ResponseTemplates'],
  explains: ['template-render'],
  example: {
    refused: { ResponseTemplates: { $default: '$input.json(\'$["name"]\')' } },
    corrected: { ResponseTemplates: { $default: '$input.json("$[\'name\']")' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) =>
      pathsOf(template).flatMap((path) => {
        const what = difference(path.text, path.parsed);
        if (what === undefined) return [];
        const edit = correctedPath(path);
        return [
          {
            offset: path.offset,
            Message: `${quote(path.text)} depends on the version of JsonPath: ${what}.`,
            Fix: edit
              ? `Write ${visible(edit.written, 80)}.`
              : 'Try it with the real API, or do without: a #foreach or .size() does the same.',
            edits: edit && [edit],
          },
        ];
      }),
    ),
};
