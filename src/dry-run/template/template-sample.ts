// Renders a template against samples of answers: one made of the very paths and members the template reads, or others.
import { Budget } from '../../engines/budget.ts';
import { DEFAULT_CONTEXT } from '../../engines/mapping-template/default-context.ts';
import { createScope, type JsonObject } from '../../engines/mapping-template/scope.ts';
import { oncePer } from '../../engines/once-per.ts';
import { TemplateRuntimeError } from '../../engines/velocity/error.ts';
import { render } from '../../engines/velocity/render.ts';
import type { Node, Reference, Template, Text } from '../../engines/velocity/tree.ts';
import { type Flow, flowOf } from './template-flow.ts';
import { MISSING, type Otherwise, sampleOf } from './template-shape.ts';

/** Keeps the dry run of a 32 KB template at a few milliseconds. */
const LIMITS = { steps: 100_000, iterations: 20_000, elements: 5_000, length: 300_000, time: 50 };

const FULL_CONTEXT: JsonObject = {
  ...DEFAULT_CONTEXT,
  error: { messageString: '"text"', validationErrorString: 'text' },
};

/** What a template finds besides the answer, with everything there. */
const fullSurroundings = oncePer(({ stageVariables, authorizer }: Flow) => ({
  context:
    authorizer.members.size === 0
      ? FULL_CONTEXT
      : { ...FULL_CONTEXT, authorizer: { principalId: 'user', ...(sampleOf(authorizer) as JsonObject) } },
  stageVariables: sampleOf(stageVariables) as JsonObject,
}));

/** An answer in which everything is there, altered as told: two elements in each list, numbers where a value stands outside of quotes. */
export function bodyOf({ root }: Flow, otherwise?: Otherwise): string {
  const sample = sampleOf(root, otherwise);
  const body = sample === MISSING ? {} : sample;
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The output, or the error Velocity would throw; undefined where the rendering takes more than a dry run may. */
export type Rendered = string | TemplateRuntimeError | undefined;

export const renderedFull = oncePer((template: Template) =>
  renderedWith(template, bodyOf(flowOf(template)), new Budget()),
);

/** Rendered with this answer, and everything else there. */
export const renderedWith = (template: Template, body: string, budget: Budget): Rendered =>
  renderSample(template, { body, ...fullSurroundings(flowOf(template)) }, budget);

/** Rendered with answers in which nothing is there, or no JSON. */
export const renderedBare = (template: Template): Rendered[] =>
  ['{}', 'name=text&more=text'].map((body) =>
    renderSample(template, { body, context: {}, stageVariables: {} }, new Budget()),
  );

function renderSample(template: Template, sample: Parameters<typeof createScope>[0], budget: Budget): Rendered {
  try {
    return budget.attempt(LIMITS, undefined, (part) => render(template, createScope(sample), part));
  } catch (error) {
    if (error instanceof TemplateRuntimeError) return error;
    throw error;
  }
}

/** What one text or reference of the template wrote: from `start` to `end` of the output. */
export interface Piece {
  readonly node: Text | Reference;
  readonly start: number;
  readonly end: number;
}

/** Frames the number of a node, or nothing at the end of a reference; characters of the private use area, which no template needs. */
const MARK = /\uE000(\d*)\uE001/g;

interface Marked {
  readonly template: Template;
  readonly nodes: readonly (Text | Reference)[];
}

/** The template with a mark in front of all that it prints. */
const markedOf = oncePer((template: Template): Marked => {
  const printing: (Text | Reference)[] = [];
  const marking = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => marked(node, printing, marking));
  const macros = [...template.macros].map(([name, macro]) => [name, { ...macro, body: marking(macro.body) }] as const);
  return { template: { ...template, nodes: marking(template.nodes), macros: new Map(macros) }, nodes: printing };
});

/** Which place of the template wrote which part of the output with this answer, in order; empty where there is no output. */
export function piecesOf(template: Template, body: string, budget: Budget): readonly Piece[] {
  const { template: marked, nodes } = markedOf(template);
  const output = renderSample(marked, { body, ...fullSurroundings(flowOf(template)) }, budget);
  if (typeof output !== 'string') return [];
  const pieces: Piece[] = [];
  let marks = 0;
  let open: { readonly node: Text | Reference; readonly start: number } | undefined;
  const close = (end: number) => open && pieces.push({ ...open, end });
  for (const { 0: mark, 1: number, index } of output.matchAll(MARK)) {
    close(index - marks);
    const node = number === '' ? undefined : nodes[Number(number)];
    open = node && { node, start: index - marks };
    marks += mark.length;
  }
  close(output.length - marks);
  return pieces;
}

/** Which place of the template wrote this place of the output of `renderedFull`: in the last text begun before it. */
export function writtenBy(template: Template, position: number): number | undefined {
  const piece = piecesOf(template, bodyOf(flowOf(template)), new Budget()).findLast(
    ({ node, start }) => node.kind === 'text' && start <= position,
  );
  return piece?.node.kind === 'text'
    ? piece.node.offset + Math.min(position - piece.start, piece.node.text.length)
    : undefined;
}

const END: Text = { kind: 'text', offset: 0, text: '\uE000\uE001' };

/** The node with all that it prints marked; texts within expressions are values and stay. */
function marked(node: Node, printing: (Text | Reference)[], marking: (nodes: readonly Node[]) => Node[]): Node[] {
  const mark = (printed: Text | Reference) => `\uE000${printing.push(printed) - 1}\uE001`;
  switch (node.kind) {
    case 'text':
      return [{ ...node, text: mark(node) + node.text }];
    case 'reference':
      return [{ kind: 'text', offset: node.offset, text: mark(node) }, node, END];
    case 'if':
      return [
        {
          ...node,
          branches: node.branches.map((branch) => ({ ...branch, body: marking(branch.body) })),
          otherwise: marking(node.otherwise),
        },
      ];
    case 'foreach':
    case 'define':
    case 'macro':
      return [{ ...node, body: marking(node.body) }];
    case 'call':
      return [{ ...node, body: node.body && marking(node.body) }];
    default:
      return [node];
  }
}
