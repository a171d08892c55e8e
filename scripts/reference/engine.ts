import { createScope } from '../../src/engines/mapping-template/scope.ts';
import { TemplateLimitError } from '../../src/engines/velocity/error.ts';
import { parseTemplate } from '../../src/engines/velocity/parse.ts';
import { render } from '../../src/engines/velocity/render.ts';
import type { Answer, Case } from './java-process.ts';

/** Renders a case with our engine, in the words of the reference. */
export function renderCase({ template, body, context = {}, stageVariables, params }: Case): Answer {
  try {
    return { output: render(parseTemplate(template), createScope({ body, context, stageVariables, params })) };
  } catch (error) {
    return error instanceof TemplateLimitError ? { limit: error.message } : { error: String(error) };
  }
}
