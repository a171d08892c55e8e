import { Budget } from '../engines/budget.ts';
import { untilChanged } from '../engines/java/origin.ts';
import { toJavaString } from '../engines/java/to-string.ts';
import { JavaList, type Value } from '../engines/java/value.ts';
import { InvalidPathError } from '../engines/json-path/error.ts';
import { JsonSyntaxError, parseJson } from '../engines/json-path/json.ts';
import { readPath } from '../engines/json-path/json-path.ts';
import { LimitError } from '../engines/limit-error.ts';

/** A client's message, as expressions read it. */
export interface ClientMessage {
  /** What `request.body` and this path behind it stand for; the empty string for what is not there. */
  read(path: string): string;
}

/**
 * The message is parsed once, and each path read once, for all expressions of a call. What takes more than the budget of
 * the call throws `LimitError`; without one, what takes too long by itself counts as not there.
 */
export function clientMessage(text: string, budget?: Budget): ClientMessage {
  const isJson = /^\s*[{[]/.test(text);
  const document = untilChanged((origin) => parseJson(text, origin));
  const known = new Map<string, string>();
  return {
    read(path) {
      if (!isJson) return path === '' ? text : '';
      const value = known.get(path) ?? valueAt(document, path, budget);
      known.set(path, value);
      return value;
    },
  };
}

function valueAt(document: () => Value, path: string, budget: Budget | undefined): string {
  try {
    const value = readPath(
      document(),
      path === '' ? '$' : `$${path.startsWith('[') ? '' : '.'}${path}`,
      budget && new Budget({}, budget),
    );
    return value === undefined || value === null ? '' : toJavaString(printable(value));
  } catch (error) {
    if (error instanceof JsonSyntaxError || error instanceof InvalidPathError) return '';
    if (error instanceof LimitError && budget === undefined) return '';
    throw error;
  }
}

/** A list is documented to show as `[item1, item2]` here, unlike in a template, where a list from JSON prints as JSON. */
const printable = (value: Value): Value => (value instanceof JavaList ? new JavaList([...value.items], false) : value);
