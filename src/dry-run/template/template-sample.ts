// Renders a template against a sample of its kind: an answer made of the very paths and members the template reads.

import { Budget } from '../../engines/budget.ts';
import { LimitError } from '../../engines/limit-error.ts';
import { DEFAULT_CONTEXT } from '../../engines/mapping-template/default-context.ts';
import { createScope, type JsonObject } from '../../engines/mapping-template/scope.ts';
import { oncePer } from '../../engines/once-per.ts';
import { TemplateRuntimeError } from '../../engines/velocity/error.ts';
import { render } from '../../engines/velocity/render.ts';
import type { Node, Template, Text } from '../../engines/velocity/tree.ts';
import { type Flow, flowOf } from './template-flow.ts';
import { sampleOf } from './template-shape.ts';

/** Keeps the dry run of a 32 KB template at a few milliseconds. */
const LIMITS = { steps: 100_000, iterations: 20_000, elements: 5_000, length: 300_000, time: 50 };

/** What a template finds when it starts, as `createScope` takes it. */
interface Sample {
  readonly body: string;
  readonly context: JsonObject;
  readonly stageVariables: JsonObject;
}

const FULL_CONTEXT: JsonObject = {
  ...DEFAULT_CONTEXT,
  error: { messageString: '"text"', validationErrorString: 'text' },
};

/** An answer in which everything is there: two elements in each list, numbers where a value stands outside of quotes. */
function fullSample({ root, stageVariables, authorizer }: Flow): Sample {
  const body = sampleOf(root);
  const members = sampleOf(authorizer) as JsonObject;
  return {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    context:
      authorizer.members.size === 0
        ? FULL_CONTEXT
        : { ...FULL_CONTEXT, authorizer: { principalId: 'user', ...members } },
    stageVariables: sampleOf(stageVariables) as JsonObject,
  };
}

/** Answers in which nothing is there, or no JSON. */
const BARE_SAMPLES: readonly Sample[] = ['{}', 'name=text&more=text'].map((body) => ({
  body,
  context: {},
  stageVariables: {},
}));

/** The output, or the error Velocity would throw; undefined where the rendering takes more than a dry run may. */
type Rendered = string | TemplateRuntimeError | undefined;

export const renderedFull = oncePer((template: Template) => renderSample(template, fullSample(flowOf(template))));

export const renderedBare = (template: Template): Rendered[] =>
  BARE_SAMPLES.map((sample) => renderSample(template, sample));

function renderSample(template: Template, sample: Sample): Rendered {
  try {
    return render(template, createScope(sample), new Budget(LIMITS));
  } catch (error) {
    if (error instanceof TemplateRuntimeError) return error;
    if (error instanceof LimitError) return undefined;
    throw error;
  }
}

/** Frames the number of a text; characters of the private use area, which no template needs. */
const MARK = /\uE000(\d+)\uE001/g;

/**
 * Which place of the template wrote this place of the output of `renderedFull`: rendered once more with each text marked, it is that of
 * the last text begun before it. undefined where no text was.
 */
export function writtenBy(template: Template, position: number): number | undefined {
  const texts: Text[] = [];
  const marking = (nodes: readonly Node[]): Node[] => nodes.map((node) => marked(node, texts, marking));
  const macros = [...template.macros].map(([name, macro]) => [name, { ...macro, body: marking(macro.body) }] as const);
  const output = renderSample(
    { ...template, nodes: marking(template.nodes), macros: new Map(macros) },
    fullSample(flowOf(template)),
  );
  if (typeof output !== 'string') return undefined;
  let marks = 0;
  let offset: number | undefined;
  for (const { 0: mark, 1: index, index: at } of output.matchAll(MARK)) {
    const start = at - marks;
    if (start > position) break;
    const text = texts[Number(index)];
    if (text) offset = text.offset + Math.min(position - start, text.text.length);
    marks += mark.length;
  }
  return offset;
}

/** The node with all text that it prints marked; texts within expressions are values and stay. */
function marked(node: Node, texts: Text[], marking: (nodes: readonly Node[]) => Node[]): Node {
  switch (node.kind) {
    case 'text':
      return { ...node, text: `\uE000${texts.push(node) - 1}\uE001${node.text}` };
    case 'if':
      return {
        ...node,
        branches: node.branches.map((branch) => ({ ...branch, body: marking(branch.body) })),
        otherwise: marking(node.otherwise),
      };
    case 'foreach':
    case 'define':
    case 'macro':
      return { ...node, body: marking(node.body) };
    case 'call':
      return { ...node, body: node.body && marking(node.body) };
    default:
      return node;
  }
}
