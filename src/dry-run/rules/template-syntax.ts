import { TemplateSyntaxError } from '../../engines/velocity/error.ts';
import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { isTemplate } from '../template/template-text.ts';

export const templateSyntax: Rule = {
  code: 'template-syntax',
  severity: 'error',
  summary: 'A template is not Velocity: it can never be rendered.',
  why: 'Whether the control plane refuses it or not, every answer through it would end as an Internal server error.',
  facts: [facts['engine-syntax-error']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '{"ok": #if($input.path(\'$.ok\') == "")false}' } },
    corrected: { ResponseTemplates: { $default: '{"ok": #if($input.path(\'$.ok\') == "")false#{else}true#end}' } },
  },
  check: ({ templates }) =>
    templates.flatMap(({ key, source, parsed }) => {
      if (!(parsed instanceof TemplateSyntaxError)) return [];
      const Replace = respelt(source);
      const expected = parsed.expected.map((what) => visible(what, 60)).join(' or ');
      return [
        {
          Path: ['ResponseTemplates', key],
          Line: parsed.line,
          Column: parsed.column,
          Message: `Template ${quote(key)} is not Velocity: ${visible(parsed.message, 200)}.`,
          Fix:
            Replace !== undefined
              ? 'Spell directives as Velocity does: #elseif, #end.'
              : expected
                ? `Write ${expected} there, or mend what stands before it.`
                : 'Mend the template there.',
          ...(Replace !== undefined && { Replace }),
        },
      ];
    }),
};

/** The template with directives spelled as Velocity has them, where that is all it needs. */
function respelt(source: string): string | undefined {
  const corrected = source.replace(/#end(?:if|for|foreach)?\b/gi, '#end').replace(/#els?if\b/gi, '#elseif');
  return corrected !== source && isTemplate(corrected) ? corrected : undefined;
}
