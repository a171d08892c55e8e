import { TemplateRuntimeError } from '../../engines/velocity/error.ts';
import { facts } from '../../facts/facts.ts';
import { quote, visible } from '../../text/quote.ts';
import type { Rule } from '../rule.ts';
import { renderedBare, renderedFull } from '../template/template-sample.ts';

export const templateRender: Rule = {
  code: 'template-render',
  severity: 'warning',
  summary: 'Rendering a template ends with an error whatever the backend answers.',
  why: 'A template that fails while it is rendered gives the client an Internal server error.',
  facts: [facts['engine-render-error']],
  about: ['ResponseTemplates'],
  example: {
    refused: { ResponseTemplates: { $default: '#set($name = "abc")$name.substring(10)' } },
    corrected: { ResponseTemplates: { $default: '#set($name = "abc")$name.substring(1)' } },
  },
  check: ({ readable }) =>
    readable.flatMap(({ key, template }) => {
      const error = renderedFull(template);
      if (!(error instanceof TemplateRuntimeError)) return [];
      const others = renderedBare(template);
      if (others.some((other) => !(other instanceof TemplateRuntimeError) || other.message !== error.message))
        return [];
      return [
        {
          Path: ['ResponseTemplates', key],
          Line: error.line,
          Column: error.column,
          Message: `Rendering template ${quote(key)} fails with any answer: ${visible(error.message, 200)}.`,
          Fix: 'Mend what stands there.',
        },
      ];
    }),
};
