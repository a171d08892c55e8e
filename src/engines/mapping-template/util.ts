import { HostObject } from '../java/host-object.ts';
import { JavaException } from '../java/java-exception.ts';
import { type Arguments, methodTable } from '../java/methods/method-table.ts';
import { parseJson } from '../json-path/json.ts';

/** `$util`. Its functions take strings only: with anything else there is no such method. */
export class Util extends HostObject {
  readonly className = 'Util';

  get methods() {
    return UTIL_METHODS;
  }

  print(): string {
    return '';
  }
}

/** The functions of `$util`. */
export const UTIL_METHODS = methodTable<Util>({
  'escapeJavaScript(String)': (_, given) => allow(given, escapeJavaScript(given.text(0))),
  'base64Encode(String)': (_, given) => allow(given, Buffer.from(asUtf8(given.text(0))).toString('base64')),
  'base64Decode(String)': (_, given) => decodeBase64(given.text(0)),
  'urlEncode(String)': (_, given) => allow(given, encodeUrl(given.text(0))),
  'urlDecode(String)': (_, given) => decodeUrl(given.text(0)),
  'parseJson(String)': (_, given) => {
    given.budget.text(given.text(0).length);
    return parseJson(given.text(0));
  },
});

function allow(given: Arguments, text: string): string {
  given.budget.text(text.length);
  return text;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

/** commons-lang 2.6: quotes, backslash and slash get a backslash; controls and all beyond ASCII become `\uXXXX`. */
function escapeJavaScript(text: string): string {
  return text.replace(/['"\\/]|[^ -\x7f]/g, (character) => {
    if (character > ' ' && character < '\x7f') return `\\${character}`;
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return ESCAPES.get(character) ?? `\\u${code}`;
  });
}

/** Half a surrogate pair has no UTF-8; Java writes a question mark. */
function asUtf8(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '?');
}

/** `application/x-www-form-urlencoded`: a space is a plus. */
function encodeUrl(text: string): string {
  return encodeURIComponent(asUtf8(text))
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function decodeUrl(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[\s\S]{0,2})+/g, (sequence) => {
    if (!/^(?:%[\da-fA-F]{2})+$/.test(sequence)) {
      throw new JavaException(
        'java.lang.IllegalArgumentException: URLDecoder: Illegal hex characters in escape (%) pattern',
      );
    }
    return Buffer.from(sequence.replaceAll('%', ''), 'hex').toString('utf8');
  });
}

function decodeBase64(text: string): string {
  if (!/^(?:[\w+/]{4})*(?:[\w+/]{2}(?:==)?|[\w+/]{3}=?)?$/.test(text) || text.includes('_')) {
    throw new JavaException('java.lang.IllegalArgumentException: Illegal base64 text');
  }
  return Buffer.from(text, 'base64').toString('utf8');
}
