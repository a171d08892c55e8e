import type { Budget } from '../budget.ts';
import { HostObject } from '../java/host-object.ts';
import { methodTable } from '../java/methods/method-table.ts';
import { toJavaString } from '../java/to-string.ts';
import { JavaMap, type Value } from '../java/value.ts';
import { toJson } from '../json-path/json.ts';
import { readPath } from '../json-path/json-path.ts';

/** `$input`: the payload, and the parameters of the request. */
export class Input extends HostObject {
  readonly className = 'Input';
  readonly body: string;
  readonly #parse: () => Value;
  readonly #makeParams: () => JavaMap;
  #params: JavaMap | undefined;
  #document: Value | undefined;

  /** @param parse reads the body; throws `JsonSyntaxError` */
  constructor(body: string, parse: () => Value, makeParams: () => JavaMap) {
    super();
    this.body = body;
    this.#parse = parse;
    this.#makeParams = makeParams;
  }

  get params(): JavaMap {
    this.#params ??= this.#makeParams();
    return this.#params;
  }

  get methods() {
    return INPUT_METHODS;
  }

  /** What a JSON path finds in the payload; null for a missing path. Throws for a payload or path that cannot be read. */
  read(path: string, budget: Budget): Value {
    this.#document ??= this.#parse();
    return this.#document === null ? null : (readPath(this.#document, path, budget) ?? null);
  }

  /** The first of the path, query string and header parameters with this name. */
  param(name: Value): string {
    for (const group of ['path', 'querystring', 'header']) {
      const values = this.params.entries.get(group);
      const value = values instanceof JavaMap ? (values.entries.get(name) ?? null) : null;
      if (value !== null) return toJavaString(value);
    }
    return '';
  }

  /** As observed: `$input` alone prints nothing. */
  print(): string {
    return '';
  }
}

/** What `$input` can do; a getter is a property as well: `$input.body`. */
export const INPUT_METHODS = methodTable<Input>({
  'getBody()': (input) => input.body,
  'path(String)': (input, given) => input.read(given.text(0), given.budget),
  'json(String)': (input, given) => {
    const value = input.read(given.text(0), given.budget);
    const json = value === null ? '""' : toJson(value, given.budget.limits.length);
    given.budget.text(json.length);
    return json;
  },
  'params()': (input) => input.params,
  'params(String)': (input, given) => input.param(given.any(0)),
});
