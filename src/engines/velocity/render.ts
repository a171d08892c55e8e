// Rendering: each node writes as its counterpart in Velocity 1.7 does.

import { Budget } from '../budget.ts';
import { iteratorOf, type JavaIterator } from '../java/iterator.ts';
import { JavaException } from '../java/java-exception.ts';
import type { Value } from '../java/value.ts';
import { BlockReference } from './block-reference.ts';
import { type Context, MacroContext, NullElementContext, Variables } from './context.ts';
import { assign, evaluate, isTrue, referenceValue, textOf } from './evaluate.ts';
import { ForeachScope } from './foreach-scope.ts';
import { parseEvaluated } from './parse.ts';
import { Rendering, type Scope, STOP_ALL, STOP_NEAREST, StopSignal } from './rendering.ts';
import { BODY_CONTENT, FOREACH, VELOCITY_COUNT, VELOCITY_HAS_NEXT } from './slots.ts';
import { literal } from './token.ts';
import type {
  Break,
  Expression,
  Foreach,
  IfDirective,
  MacroCall,
  MacroDefinition,
  Node,
  Reference,
  SetDirective,
  Template,
} from './tree.ts';

/** `velocimacro.max.depth`: macros inside each other, and a body printed inside itself. */
const MAX_MACRO_DEPTH = 20;

/** `directive.define.max.depth`. */
const MAX_DEFINE_DEPTH = 2;

export interface Rendered {
  readonly text: string;
  /** Passes of the `#foreach` that had most of them. */
  readonly longestLoop: number;
}

/**
 * Renders a template. Throws `TemplateRuntimeError` where Velocity would throw, `LimitError` where the template needs more
 * than the budget has.
 */
export function render(template: Template, scope: Scope, budget = new Budget()): string {
  return renderMeasured(template, scope, budget).text;
}

/** As `render`, and says what the service might not have gone along with. */
export function renderMeasured(template: Template, scope: Scope, budget = new Budget()): Rendered {
  const rendering = new Rendering(template, scope.unavailable, budget, renderNodes);
  try {
    rendering.untilStopped(
      () => renderNodes(rendering, template.nodes, new Variables(scope.variables, template.slots)),
      (signal) => signal.ends === 'nearest' || signal.ends === 'all',
    );
  } catch (error) {
    throw rendering.errorAt(
      0,
      error instanceof StopSignal ? new JavaException('#break out of a loop that has ended') : error,
    );
  }
  return { text: rendering.output, longestLoop: rendering.longestLoop };
}

function renderNodes(rendering: Rendering, nodes: readonly Node[], context: Context): void {
  rendering.enter();
  for (const node of nodes) {
    rendering.budget.step();
    renderNode(rendering, node, context);
  }
  rendering.leave();
}

function renderNode(rendering: Rendering, node: Node, context: Context): void {
  switch (node.kind) {
    case 'text':
      rendering.write(node.text);
      return;
    case 'reference':
      renderReference(rendering, node, context);
      return;
    case 'set':
      renderSet(rendering, node, context);
      return;
    case 'if':
      renderIf(rendering, node, context);
      return;
    case 'foreach':
      renderForeach(rendering, node, context);
      return;
    case 'macro':
      return;
    case 'call':
      renderCall(rendering, node, context);
      return;
    case 'define':
      context.put(node.slot, new BlockReference(rendering, node.body, context, MAX_DEFINE_DEPTH));
      return;
    case 'evaluate':
      renderEvaluate(rendering, node.argument, node.offset, context);
      return;
    case 'break':
      throw node.scope ? new StopSignal(ownerOf(rendering, node, context)) : STOP_NEAREST;
    case 'stop':
      if (node.message) evaluate(rendering, node.message, context);
      throw STOP_ALL;
    case 'unavailable':
      if (node.name === 'include' && node.arguments.length === 0) return;
      throw failedAt(rendering, node.offset, `#${node.name} finds nothing: there are no other templates`);
  }
}

function failedAt(rendering: Rendering, offset: number, message: string): Error {
  return rendering.errorAt(offset, new JavaException(message));
}

function renderIf(rendering: Rendering, node: IfDirective, context: Context): void {
  for (const { condition, body } of node.branches) {
    if (!isTrue(rendering, condition, context)) continue;
    renderNodes(rendering, body, context);
    return;
  }
  renderNodes(rendering, node.otherwise, context);
}

function renderReference(rendering: Rendering, reference: Reference, context: Context): void {
  const { escapes, prefix } = reference;
  if (reference.runt) {
    rendering.write(reference.name);
    return;
  }
  const value = referenceValue(rendering, reference, context);
  if (reference.escaped) {
    rendering.write(escapes + writtenForm(reference, context));
  } else if (!(value instanceof BlockReference)) {
    const text = textOf(rendering, value);
    rendering.write(escapes === '' && prefix === '' ? text : escapes + prefix + text);
  } else if (!value.write(context)) {
    rendering.write(escapes + escapes + prefix + (value.print() ?? writtenForm(reference, context)));
  }
}

/** The reference as it stands in the template; inside a macro, a parameter as the argument stands in the call. */
function writtenForm(reference: Reference, context: Context): string {
  const argument = context.argumentFor(reference.literal);
  return argument ? literal(argument.first, argument.last) : reference.literal;
}

/** Setting null leaves everything as it is. */
function renderSet(rendering: Rendering, node: SetDirective, context: Context): void {
  const value = evaluate(rendering, node.value, context);
  if (value === null) return;
  if (node.target.access.length === 0) context.put(node.slot, value);
  else assign(rendering, node.target, value, context);
}

function renderForeach(rendering: Rendering, node: Foreach, context: Context): void {
  const [, , list, instead] = node.arguments;
  if (node.arguments.length < 2) throw failedAt(rendering, node.offset, '#foreach needs ($item in $list)');
  const elements = list ? evaluate(rendering, list, context) : null;
  const iterator = iteratorOf(elements instanceof ForeachScope ? elements.stored : elements);
  if (iterator === undefined) return;
  const saved = [node.slot, VELOCITY_COUNT, VELOCITY_HAS_NEXT].map((slot) => [slot, context.get(slot)] as const);
  const scope = new ForeachScope(node, context.get(FOREACH));
  context.put(FOREACH, scope);
  const body = instead ? (instead.kind === 'reference' ? [instead] : []) : node.body;
  try {
    rendering.untilStopped(
      () => loop(rendering, { node, body, iterator, scope }, context),
      (signal) => signal.isFor(node),
    );
  } catch (error) {
    if (error instanceof StopSignal) restore(saved, context);
    throw error;
  } finally {
    rendering.longestLoop = Math.max(rendering.longestLoop, scope.index + 1);
  }
  restore(saved, context);
}

interface Loop {
  readonly node: Foreach;
  readonly body: readonly Node[];
  readonly iterator: JavaIterator;
  readonly scope: ForeachScope;
}

function loop(rendering: Rendering, { node, body, iterator, scope }: Loop, context: Context): void {
  let nullContext: Context | undefined;
  while (iterator.hasNext()) {
    rendering.budget.iterate();
    context.put(VELOCITY_COUNT, scope.index + 2);
    const element = nextOf(rendering, node, iterator);
    scope.hasNext = iterator.hasNext();
    scope.index++;
    context.put(VELOCITY_HAS_NEXT, scope.hasNext);
    context.put(node.slot, element);
    if (element === null) nullContext ??= new NullElementContext(context, node.slot);
    renderNodes(rendering, body, element === null && nullContext ? nullContext : context);
  }
}

function nextOf(rendering: Rendering, node: Foreach, iterator: JavaIterator): Value {
  try {
    return iterator.next();
  } catch (error) {
    throw rendering.errorAt(node.offset, error);
  }
}

/** What the loop's variables were before it, and `$foreach` of the loop around. */
function restore(saved: readonly (readonly [number, Value])[], context: Context): void {
  for (const [slot, value] of saved) {
    if (value === null) context.remove(slot);
    else context.put(slot, value);
  }
  const scope = context.get(FOREACH);
  if (!(scope instanceof ForeachScope)) return;
  const before = scope.parent ?? scope.replaced;
  if (before === null) context.remove(FOREACH);
  else context.put(FOREACH, before);
}

function ownerOf(rendering: Rendering, node: Break, context: Context): Foreach {
  const scope = node.scope ? evaluate(rendering, node.scope, context) : null;
  if (scope instanceof ForeachScope) return scope.owner;
  throw failedAt(rendering, node.offset, '#break takes the $foreach of a loop');
}

function renderCall(rendering: Rendering, node: MacroCall, context: Context): void {
  const macro = rendering.macros.get(node.name);
  if (macro === undefined) {
    rendering.write(node.literal);
    return;
  }
  if (node.arguments.some(({ kind }) => kind === 'word')) {
    throw failedAt(rendering, node.offset, `A bare word cannot be an argument of #${node.name}`);
  }
  const inside = bind(rendering, node, macro, context);
  if (rendering.macroDepth === MAX_MACRO_DEPTH) {
    throw failedAt(rendering, node.offset, `#${node.name} is more than ${MAX_MACRO_DEPTH} macros deep`);
  }
  rendering.untilStopped(
    () => {
      rendering.macroDepth++;
      renderNodes(rendering, macro.body, inside);
      rendering.macroDepth--;
    },
    (signal) => signal.isFor(node),
  );
}

/** Arguments beyond the parameters are ignored; parameters beyond the arguments are variables of the caller. */
function bind(rendering: Rendering, node: MacroCall, macro: MacroDefinition, context: Context): MacroContext {
  const inside = new MacroContext(context, (argument, outside) => argumentValue(rendering, argument, outside));
  for (const [index, parameter] of macro.parameters.entries()) {
    const argument = node.arguments[index];
    const slot = macro.slots[index];
    if (argument === undefined || slot === undefined) break;
    if (argument.kind === 'constant' && argument.first.kind !== 'string') inside.bindValue(slot, argument.value);
    else inside.bindArgument(slot, parameter, argument);
  }
  if (node.body) inside.bindValue(BODY_CONTENT, new BlockReference(rendering, node.body, context, MAX_MACRO_DEPTH));
  return inside;
}

/** A plain variable may be null here; what is made of it is decided where it is used. */
function argumentValue(rendering: Rendering, argument: Expression, outside: Context): Value {
  if (argument.kind !== 'reference') return evaluate(rendering, argument, outside);
  return argument.access.length > 0 ? referenceValue(rendering, argument, outside) : outside.get(argument.slot);
}

function renderEvaluate(rendering: Rendering, argument: Expression, offset: number, context: Context): void {
  if (rendering.unavailable.has('evaluate')) throw failedAt(rendering, offset, '#evaluate is not available here');
  const value = evaluate(rendering, argument, context);
  const text = value === null ? '' : textOf(rendering, value);
  rendering.budget.work(text.length * 4);
  let evaluated: Template;
  try {
    evaluated = parseEvaluated(rendering.template, text, offset, new Set(rendering.macros.keys()));
  } catch (error) {
    throw rendering.errorAt(offset, error);
  }
  for (const macro of evaluated.macros.values()) rendering.macros.set(macro.name, macro);
  rendering.untilStopped(
    () => renderNodes(rendering, evaluated.nodes, context),
    (signal) => signal.ends === 'nearest' || signal.ends === 'all',
  );
}
