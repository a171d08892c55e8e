import { methodTable } from '../java/methods/method-table.ts';
import { toJavaString } from '../java/to-string.ts';
import { JavaMap, type Value } from '../java/value.ts';
import { parseJson, toJson } from '../json-path/json.ts';
import { readPath } from '../json-path/json-path.ts';
import { HostObject } from '../velocity/objects.ts';

/** The payload that was parsed last. Previews render the same one again and again, and parsing is half of the work. */
let latest: { readonly text: string; readonly document: Value } | undefined;

/** To be called when a template may have changed what it read: the next rendering parses anew. */
export function forgetDocument(): void {
  latest = undefined;
}

/** `$input`: the payload, and the parameters of the request. */
export class Input extends HostObject {
  readonly className = 'Input';
  readonly body: string;
  readonly #makeParams: () => JavaMap;
  #params: JavaMap | undefined;
  #document: Value | undefined;

  constructor(body: string, makeParams: () => JavaMap) {
    super();
    this.body = body;
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
  read(path: string): Value {
    this.#document ??= this.#parse();
    return this.#document === null ? null : (readPath(this.#document, path) ?? null);
  }

  #parse(): Value {
    if (latest?.text !== this.body) latest = { text: this.body, document: parseJson(this.body) };
    return latest.document;
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

const INPUT_METHODS = methodTable<Input>({
  'getBody()': (input) => input.body,
  'path(String)': (input, given) => input.read(given.text(0)),
  'json(String)': (input, given) => {
    const value = input.read(given.text(0));
    const json = value === null ? '""' : toJson(value, given.budget.limits.length);
    given.budget.text(json.length);
    return json;
  },
  'params()': (input) => input.params,
  'params(String)': (input, given) => input.param(given.any(0)),
});
