import { TemplateLimitError } from '../../src/template/error.ts';
import { parseTemplate } from '../../src/template/parse.ts';
import { render } from '../../src/template/render.ts';
import { createScope } from '../../src/template/scope.ts';
import type { Answer, Case } from './java-process.ts';

/** Renders a case with our engine, in the words of the reference. */
export function renderCase({ template, body, context = {}, stageVariables, params }: Case): Answer | 'limited' {
  try {
    return { output: render(parseTemplate(template), createScope({ body, context, stageVariables, params })) };
  } catch (error) {
    return error instanceof TemplateLimitError ? 'limited' : { error: String(error) };
  }
}

/** Whether both print the same, or both fail. Where our limits end the rendering there is nothing to compare. */
export function agree(one: Answer, other: Answer | 'limited'): boolean {
  if (other === 'limited') return true;
  if ('output' in one && 'output' in other) return withoutIdentity(one.output) === withoutIdentity(other.output);
  return 'error' in one && 'error' in other;
}

/** Java prints where an array lies in memory. */
function withoutIdentity(text: string): string {
  return text.replace(/(\[[LCB][\w.;]*|\$\w*It(?:e?rato)?r)@[0-9a-f]+/g, '$1@');
}
