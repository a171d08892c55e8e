import { exceeded } from '../limit-error.ts';
import { numberToString } from './number.ts';
import { Double, JavaList, JavaMap, JavaObject, type Value } from './value.ts';

/** UTF-16 units a printed value may have unless the caller says otherwise. */
export const MAX_LENGTH = 10_000_000;

/** Levels of maps and lists a printed value may have; JSON texts hold at most 400. */
export const MAX_DEPTH = 1000;

const JSON_ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what json-smart escapes.
const JSON_ESCAPED = /["\\\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/;
const JSON_ESCAPED_GLOBAL = new RegExp(JSON_ESCAPED, 'g');

/**
 * What `String.valueOf(value)` gives: a map is `{a=1, b=x}`, an `ArrayList` `[a, b]`, json-smart's `JSONArray` is JSON
 * (with `/` as `\/`), also inside a map. Throws `LimitError` past `maxLength` UTF-16 units or `MAX_DEPTH` levels.
 */
export function toJavaString(value: Value, maxLength = MAX_LENGTH): string {
  if (typeof value === 'string') return value;
  const printer = new Printer(maxLength, true);
  printer.printJava(value, 0);
  return printer.text;
}

/**
 * `JSONValue.toJSONString(value, JSONStyle.LT_COMPRESS)` of json-smart 2.2: no white space, every string quoted, `/` and
 * letters beyond ASCII as they are; an infinite double is `null`, NaN is `NaN`. Throws `LimitError` as `toJavaString`.
 */
export function toJsonString(value: Value, maxLength = MAX_LENGTH): string {
  const printer = new Printer(maxLength, false);
  printer.printJson(value, 0);
  return printer.text;
}

class Printer {
  text = '';
  readonly #maxLength: number;
  readonly #escapeSlash: boolean;

  constructor(maxLength: number, escapeSlash: boolean) {
    this.#maxLength = maxLength;
    this.#escapeSlash = escapeSlash;
  }

  printJava(value: Value, depth: number): void {
    if (value instanceof JavaMap) {
      this.#printJavaMap(value, depth);
    } else if (value instanceof JavaList) {
      if (value.json) this.printJson(value, depth);
      else this.#printJavaList(value, depth);
    } else if (typeof value === 'string') {
      this.#print(value);
    } else if (value instanceof JavaObject) {
      this.#print(value.print() ?? 'null');
    } else {
      this.#print(value === null || typeof value === 'boolean' ? String(value) : numberToString(value));
    }
  }

  printJson(value: Value, depth: number): void {
    if (typeof value === 'string') {
      this.#printJsonString(value);
    } else if (value instanceof JavaMap) {
      this.#printJsonMap(value, depth);
    } else if (value instanceof JavaList) {
      this.#printJsonList(value, depth);
    } else if (value instanceof JavaObject) {
      this.#printJsonString(value.print() ?? 'null');
    } else if (value instanceof Double && Math.abs(value.value) === Number.POSITIVE_INFINITY) {
      this.#print('null');
    } else {
      this.#print(value === null || typeof value === 'boolean' ? String(value) : numberToString(value));
    }
  }

  #printJavaMap(map: JavaMap, depth: number): void {
    checkDepth(depth);
    let separator = '{';
    for (const [key, item] of map.entries) {
      this.#print(separator);
      separator = ', ';
      this.printJava(key, depth + 1);
      this.#print('=');
      if (item === map) this.#print('(this Map)');
      else this.printJava(item, depth + 1);
    }
    this.#print(separator === '{' ? '{}' : '}');
  }

  #printJavaList(list: JavaList, depth: number): void {
    checkDepth(depth);
    let separator = '[';
    for (const item of list.items) {
      this.#print(separator);
      separator = ', ';
      if (item === list) this.#print('(this Collection)');
      else this.printJava(item, depth + 1);
    }
    this.#print(separator === '[' ? '[]' : ']');
  }

  #printJsonMap(map: JavaMap, depth: number): void {
    checkDepth(depth);
    let separator = '{';
    for (const [key, item] of map.entries) {
      this.#print(separator);
      separator = ',';
      this.#printJsonString(typeof key === 'string' ? key : toJavaString(key, this.#maxLength));
      this.#print(':');
      this.printJson(item, depth + 1);
    }
    this.#print(separator === '{' ? '{}' : '}');
  }

  #printJsonList(list: JavaList, depth: number): void {
    checkDepth(depth);
    let separator = '[';
    for (const item of list.items) {
      this.#print(separator);
      separator = ',';
      this.printJson(item, depth + 1);
    }
    this.#print(separator === '[' ? '[]' : ']');
  }

  #printJsonString(text: string): void {
    const escaped = JSON_ESCAPED.test(text) ? text.replace(JSON_ESCAPED_GLOBAL, escapeCharacter) : text;
    this.#print(`"${this.#escapeSlash && escaped.includes('/') ? escaped.replaceAll('/', '\\/') : escaped}"`);
  }

  #print(text: string): void {
    this.text += text;
    if (this.text.length > this.#maxLength) throw exceeded('length', this.#maxLength);
  }
}

function checkDepth(depth: number): void {
  if (depth >= MAX_DEPTH) throw exceeded('depth', MAX_DEPTH);
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return JSON_ESCAPES.get(character) ?? `\\u${code}`;
}
