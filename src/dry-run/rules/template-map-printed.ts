import type { Reference } from '../../engines/velocity/tree.ts';
import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { flowOf, type Print, readsJson } from '../template/template-flow.ts';
import { type Edit, faultsOf, literalText, writtenReference } from '../template/template-text.ts';

export const templateMapPrinted: Rule = {
  code: 'template-map-printed',
  severity: 'warning',
  summary: 'An object read with `$input.path` is printed: it comes out as `{foo=bar}`, not as JSON.',
  why: '$input.path gives Java values, and REST APIs were seen to print a Java map as {foo=bar}; $input.json gives JSON.',
  facts: [facts['map-printed'], facts['context-printed']],
  about: ['ResponseTemplates'],
  explains: ['template-output-json'],
  example: {
    refused: { ResponseTemplates: { $default: '{"answer": $input.path(\'$\')}' } },
    corrected: { ResponseTemplates: { $default: '{"answer": $input.json(\'$\')}' } },
  },
  check: (subject) =>
    faultsOf(subject, ({ source, template }) => {
      const { prints, root } = flowOf(template);
      return prints.flatMap((print) => {
        const { reference, shape, quoted } = print;
        if (!shape || shape.element) return [];
        const isMap = shape.members.size > 0 || (shape === root && !quoted);
        if (!isMap || readsJson(reference) || (print.value && readsJson(print.value))) return [];
        const text = writtenReference(source, reference);
        const edit = corrected(source, print);
        return [
          {
            offset: reference.offset,
            Message: `${quote(text)} prints an object as {foo=bar}.`,
            Fix: edit ? `Write ${visible(edit.written, 80)}.` : 'Print its members, or read it with $input.json.',
            edits: edit && !quoted ? [edit] : undefined,
          },
        ];
      });
    }),
};

/** `$input.json` with the same path, where the path is written out and nothing follows it. */
function corrected(source: string, { reference, value }: Print): Edit | undefined {
  const path = (read: Reference) => {
    const [call, ...rest] = read.access;
    const isRead = read.name === 'input' && call?.kind === 'method' && call.name === 'path' && rest.length === 0;
    return isRead && literalText(call.arguments[0]) !== undefined ? call.arguments[0] : undefined;
  };
  const read = path(reference) ?? (value?.kind === 'reference' ? path(value) : undefined);
  if (!read) return undefined;
  const argument = source.slice(read.offset, read.last.offset + read.last.image.length);
  return { offset: reference.offset, seen: writtenReference(source, reference), written: `$input.json(${argument})` };
}
