import { Budget } from '../budget.ts';
import type { Value } from '../java/value.ts';
import { recently } from '../recently.ts';
import { PathNotFoundError } from './error.ts';
import { evaluate } from './evaluate.ts';
import { parsePath } from './parse-path.ts';

/** Steps of one path, where nothing else is said. */
const MAX_STEPS = 1_000_000;

/** Compiled paths; a template holds a few dozen. */
const compile = recently(500, (text) => parsePath(text));

/**
 * Reads a path from a parsed document as Jayway JsonPath 2.9 does: the value of a definite path, or undefined where it
 * leads nowhere; a list for an indefinite one. Throws `InvalidPathError` for a bad path or one that cannot be applied,
 * `LimitError` past the bound on nesting and beyond the budget.
 */
export function readPath(document: Value, path: string, budget = new Budget({ steps: MAX_STEPS })): Value | undefined {
  if (document === null) return undefined;
  try {
    return evaluate(compile(path), document, budget);
  } catch (error) {
    if (error instanceof PathNotFoundError) return undefined;
    throw error;
  }
}
