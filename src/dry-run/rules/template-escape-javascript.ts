import type { Expression, Reference } from '../../engines/velocity/tree.ts';
import { facts } from '../../facts/facts.ts';
import { quote } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { APOSTROPHES } from '../template/safe-print.ts';
import { flowOf } from '../template/template-flow.ts';
import { type Edit, faultsOf, writtenReference } from '../template/template-text.ts';

export const templateEscapeJavascript: Rule = {
  code: 'template-escape-javascript',
  severity: 'warning',
  summary: '`$util.escapeJavaScript` stands in a JSON string without the documented `.replaceAll`.',
  why: "escapeJavaScript writes a single quote as \\', which JSON does not know; the guide turns it back.",
  facts: [facts['escape-javascript']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: `{"text": "$util.escapeJavaScript($input.path('$.text'))"}` } },
    corrected: {
      ResponseTemplates: { $default: `{"text": "$util.escapeJavaScript($input.path('$.text'))${APOSTROPHES}"}` },
    },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) =>
      flowOf(template).prints.flatMap(({ reference, quoted, value }) => {
        const escaping = [reference, value].find(endsInEscape);
        if (!quoted || !escaping) return [];
        return [
          {
            offset: escaping.offset,
            Message: `${quote(writtenReference(source, escaping))} breaks the JSON string where the text has a single quote.`,
            Fix: `Put ${APOSTROPHES} behind it.`,
            edits: [appended(source, escaping)],
          },
        ];
      }),
    ),
};

/** In any case, so that spelling it right brings no other finding. */
function endsInEscape(expression: Expression | undefined): expression is Reference {
  if (expression?.kind !== 'reference' || expression.name !== 'util' || expression.access.length !== 1) return false;
  const [call] = expression.access;
  return call?.kind === 'method' && call.name.toLowerCase() === 'escapejavascript';
}

/** Behind the call, but within the braces of `${…}`. */
function appended(source: string, { offset, last }: Reference): Edit {
  const end = last.offset + last.image.length;
  const seen = source.slice(offset, end);
  const written = seen.endsWith('}') ? `${seen.slice(0, -1)}${APOSTROPHES}}` : seen + APOSTROPHES;
  return { offset, seen, written };
}
