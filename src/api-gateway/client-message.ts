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
  readonly text: string;
  /** What `request.body` and this path behind it stand for; the empty string for what is not there. Never throws. */
  read(path: string): string;
}

/** What reading all paths of one message may take together. */
const READING = { steps: 4_000_000, time: 1000 };

/**
 * The message is parsed once, and each path read once, for all expressions of a call. A path that takes too long by
 * itself, or comes after others that took too long together, counts as not there.
 */
export function clientMessage(text: string): ClientMessage {
  const isJson = /^\s*[{[]/.test(text);
  const document = untilChanged((origin) => parseJson(text, origin));
  const known = new Map<string, string>();
  const budget = new Budget(READING);
  return {
    text,
    read(path) {
      if (!isJson) return path === '' ? text : '';
      const value = known.get(path) ?? valueAt(document, path, budget);
      known.set(path, value);
      return value;
    },
  };
}

function valueAt(document: () => Value, path: string, budget: Budget): string {
  const from = path === '' ? '$' : `$${path.startsWith('[') ? '' : '.'}${path}`;
  try {
    const value = budget.part({}, (part) => readPath(document(), from, part));
    return value === undefined || value === null ? '' : toJavaString(printable(value));
  } catch (error) {
    if (error instanceof JsonSyntaxError || error instanceof InvalidPathError || error instanceof LimitError) return '';
    throw error;
  }
}

/** A list is documented to show as `[item1, item2]` here, unlike in a template, where a list from JSON prints as JSON. */
const printable = (value: Value): Value => (value instanceof JavaList ? new JavaList([...value.items], false) : value);
