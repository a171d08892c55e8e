/**
 * A path Jayway JsonPath refuses, or that cannot be applied to the document at hand. `offset` is where reading the path
 * stopped, in UTF-16 units from 0; undefined when the path itself is well-formed.
 */
export class InvalidPathError extends Error {
  override readonly name: string = 'InvalidPathError';
  readonly offset: number | undefined;
  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}

/** Jayway's `PathNotFoundException`: a definite path that leads nowhere. */
export class PathNotFoundError extends InvalidPathError {
  override readonly name = 'PathNotFoundError';
}

/** The one that is thrown: missing members are common, and to record a stack costs more than the whole search. */
export const PATH_NOT_FOUND = new PathNotFoundError('No results for path');

/** Another Java exception than Jayway's own for bad paths: a filter does not take it for "does not match". */
export class EvaluationError extends InvalidPathError {
  override readonly name: string = 'EvaluationError';
}

/** `IndexOutOfBoundsException`, which Jayway takes for "no such element" wherever it is evaluating an element. */
export class IndexOutOfBoundsError extends EvaluationError {
  override readonly name = 'IndexOutOfBoundsError';
}
