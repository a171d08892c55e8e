// How a value is printed so that the output stays JSON whatever it is.
import type { Reference } from '../../engines/velocity/tree.ts';
import type { Flow, Print } from './template-flow.ts';
import { isBody } from './template-flow.ts';
import { type Shape, wayTo } from './template-shape.ts';
import { type Edit, literalText, writtenReference } from './template-text.ts';

/** Undoes the one escape of escapeJavaScript that JSON does not know. */
export const APOSTROPHES = `.replaceAll("\\\\'","'")`;

/**
 * The edit of the template: `$input.json` in the place of the value with its quotes, or within a longer text the value
 * escaped. undefined where neither can be written down.
 */
export function safePrint(source: string, flow: Flow, print: Print): Edit | undefined {
  const { reference, quoted, shape } = print;
  const seen = writtenReference(source, reference);
  const [start, end] = [reference.offset, reference.offset + seen.length];
  const isWhole = quoted && source[start - 1] === '"' && source[end] === '"' && source[start - 2] !== '\\';
  const path = shape && !(quoted && isBody(reference)) ? argumentFor(flow, print, shape) : undefined;
  if (path !== undefined && (isWhole || !quoted)) {
    const written = `$input.json(${path})`;
    return isWhole ? { offset: start - 1, seen: `"${seen}"`, written } : { offset: start, seen, written };
  }
  if (!quoted || seen.includes('"') || seen.startsWith('$!')) return undefined;
  return { offset: start, seen, written: `$util.escapeJavaScript("${seen}")${APOSTROPHES}` };
}

/** The argument of `$input.json` that reads the same place, with its quotes; undefined where no path says it. */
function argumentFor({ root }: Flow, { reference, loop }: Print, shape: Shape): string | undefined {
  const written = pathArgument(reference);
  if (written !== undefined) return written;
  const within = loop && wayTo(loop, shape) && pathBetween(loop, shape);
  const list = within === undefined ? undefined : listOf(root, loop);
  if (within !== undefined) return list && `"$${list}[$foreach.index]${within}"`;
  const path = pathBetween(root, shape);
  return path === undefined ? undefined : `'$${path}'`;
}

/** The argument of `$input.path('…')` that prints itself. */
function pathArgument({ name, access: [call, ...rest] }: Reference): string | undefined {
  if (name !== 'input' || call?.kind !== 'method' || call.name !== 'path' || rest.length > 0) return undefined;
  const text = literalText(call.arguments[0]);
  return text === undefined || /['\\]/.test(text) ? undefined : `'${text}'`;
}

/** The path to the list whose elements are the place, where members alone lead there. */
function listOf(root: Shape, element: Shape | undefined): string | undefined {
  const way = element && wayTo(root, element);
  const list = way?.at(-2);
  return list && list.element === element ? pathBetween(root, list) : undefined;
}

/** `.name.name` between two places; undefined where something else than plain members lies between. */
function pathBetween(from: Shape, to: Shape): string | undefined {
  const way = wayTo(from, to);
  if (way === undefined) return undefined;
  const names = way.slice(1).map((place, index) => {
    const name = [...(way[index]?.members ?? [])].find(([, member]) => member === place)?.[0];
    return name !== undefined && /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : undefined;
  });
  return names.includes(undefined) ? undefined : names.join('');
}
