import { LimitError } from '../../src/engines/limit-error.ts';
import { createScope } from '../../src/engines/mapping-template/scope.ts';
import { TemplateSyntaxError } from '../../src/engines/velocity/error.ts';
import { parseTemplate } from '../../src/engines/velocity/parse.ts';
import { render } from '../../src/engines/velocity/render.ts';
import type { Scope } from '../../src/engines/velocity/rendering.ts';
import type { Answer, Case } from './java-process.ts';

/** The reference has all directives of Velocity. */
const WHOLE_LANGUAGE: Scope['unavailable'] = new Set();

/** Renders a case with our engine, in the words of the reference. */
export function renderCase({ template, body, context = {}, stageVariables, params }: Case): Answer {
  const scope = { ...createScope({ body, context, stageVariables, params }), unavailable: WHOLE_LANGUAGE };
  try {
    return { output: render(parseTemplate(template), scope) };
  } catch (error) {
    if (error instanceof LimitError) return { limit: error.message };
    return { error: String(error), phase: error instanceof TemplateSyntaxError ? 'parse' : 'render' };
  }
}
