import { InvalidPathError } from '../../engines/json-path/error.ts';
import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { correctedPath, isRefusedByAll, pathsOf } from '../template/template-json-path.ts';
import { faultsOf } from '../template/template-text.ts';

export const templateJsonPath: Rule = {
  code: 'template-json-path',
  severity: 'error',
  summary: 'A path given to `$input.path` or `$input.json` is no JSONPath in any version of Jayway.',
  why: 'Where rendering comes to it, it ends with an exception, and the client gets an Internal server error.',
  facts: [facts['json-path-jayway']],
  about: ['ResponseTemplates'],
  explains: ['template-render'],
  example: {
    refused: { ResponseTemplates: { $default: "$input.json('$.items.')" } },
    corrected: { ResponseTemplates: { $default: "$input.json('$.items')" } },
  },
  check: (subject) =>
    faultsOf(subject, ({ template }) =>
      pathsOf(template).flatMap((path) => {
        const error = path.parsed;
        if (!(error instanceof InvalidPathError) || !isRefusedByAll(path.text)) return [];
        const edit = correctedPath(path);
        return [
          {
            offset: path.offset,
            Message: `${quote(path.text)} is no JSONPath: ${visible(error.message, 150)}.`,
            Fix: edit
              ? `Write ${visible(edit.written, 80)}.`
              : "Write it as $.name.name[0], names with other characters as ['na me'].",
            edits: edit && [edit],
          },
        ];
      }),
    ),
};
