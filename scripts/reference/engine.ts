import { TemplateLimitError } from '../../src/template/error.ts';
import { parseTemplate } from '../../src/template/parse.ts';
import { render } from '../../src/template/render.ts';
import { createScope } from '../../src/template/scope.ts';
import type { Answer, Case } from './java-process.ts';

/** Renders a case with our engine, in the words of the reference. */
export function renderCase({ template, body, context = {}, stageVariables, params }: Case): Answer {
  try {
    return { output: render(parseTemplate(template), createScope({ body, context, stageVariables, params })) };
  } catch (error) {
    return error instanceof TemplateLimitError ? { limit: error.message } : { error: String(error) };
  }
}
