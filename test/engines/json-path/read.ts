import { InvalidPathError } from '../../../src/engines/json-path/error.ts';
import { parseJson, toJson } from '../../../src/engines/json-path/json.ts';
import { readPath } from '../../../src/engines/json-path/json-path.ts';

/** What a definite path gives that leads nowhere. */
export const MISSING = 'missing';
/** What a path gives that is refused, or cannot be applied. */
export const ERROR = 'error';

const DOCUMENT = `
{ "name": "Ann", "n": 7, "z": null, "e": "", "a b": 1, "x.y": 2, "it's": 3, "list": [10, 20, 30],
  "mixed": [1, "1", 1.0, null, true, "a"],
  "items": [{ "id": "a", "b": 1, "tags": ["t1", "t2"] }, { "id": "b", "b": 2 }, { "id": "c", "b": 3, "z": null }],
  "obj": { "a": 1, "c": { "d": 2 } }, "max": 2, "deep": [[1, 2], [3, [4, 5]]], "empty": [],
  "__proto__": { "x": 1 }, "constructor": "c" }`;

/** Reads a path from the document all path tables are about: JSON, `MISSING` or `ERROR`. */
export function read(path: string): string {
  try {
    const value = readPath(parseJson(DOCUMENT), path);
    return value === undefined ? MISSING : toJson(value);
  } catch (error) {
    if (error instanceof InvalidPathError) return ERROR;
    throw error;
  }
}
