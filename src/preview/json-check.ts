import { type Position, positionAt } from '../engines/velocity/position.ts';
import { quote } from '../text/quote.ts';

/** A place in a text where it stops being JSON, and why. */
export interface JsonBreak extends Position {
  /** UTF-16 units from the start. */
  readonly offset: number;
  readonly message: string;
}

/** What may come next: a value, a value or the end of an empty list, a name and so on. */
type Expected = 'value' | 'item or ]' | 'name' | 'name or }' | ':' | ', or ]' | ', or }' | 'end';

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'item or ]': 'a value or "]"',
  name: 'a name in double quotes',
  'name or }': 'a name in double quotes or "}"',
  ':': '":"',
  ', or ]': '"," or "]"',
  ', or }': '"," or "}"',
  end: 'the end of the text',
};

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Where a text breaks the grammar of RFC 8259; undefined for JSON. Linear in the text, at any depth. */
export function findJsonBreak(text: string): JsonBreak | undefined {
  try {
    JSON.parse(text);
    return undefined; // the search takes ten times as long
  } catch {
    return searchBreak(text);
  }
}

/** Also undefined for JSON that is nested too deeply for `JSON.parse`. */
function searchBreak(text: string): JsonBreak | undefined {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  const next = (): Expected => (open.length === 0 ? 'end' : open.at(-1) === '[' ? ', or ]' : ', or }');
  const at = (place: number, message: string): JsonBreak => ({ ...positionAt(text, place), offset: place, message });

  for (;;) {
    while (isSpace(text.charCodeAt(offset))) offset += 1;
    const char = text[offset];
    if (char === undefined) {
      return expected === 'end' ? undefined : at(offset, `It ends where ${WORDS[expected]} should be.`);
    }
    const wantsValue: boolean = expected === 'value' || expected === 'item or ]';
    const wantsName: boolean = expected === 'name' || expected === 'name or }';
    if (char === '"' && (wantsValue || wantsName)) {
      const end = stringEnd(text, offset);
      if (typeof end !== 'number') return at(end.offset, end.message);
      offset = end;
      expected = wantsName ? ':' : next();
    } else if (wantsValue && (char === '[' || char === '{')) {
      open.push(char);
      expected = char === '[' ? 'item or ]' : 'name or }';
      offset += 1;
    } else if (
      (char === ']' && (expected === 'item or ]' || expected === ', or ]')) ||
      (char === '}' && (expected === 'name or }' || expected === ', or }'))
    ) {
      open.pop();
      expected = next();
      offset += 1;
    } else if (char === ':' && expected === ':') {
      expected = 'value';
      offset += 1;
    } else if (char === ',' && (expected === ', or ]' || expected === ', or }')) {
      expected = expected === ', or ]' ? 'value' : 'name';
      offset += 1;
    } else {
      SCALAR.lastIndex = offset;
      if (!wantsValue || !SCALAR.test(text)) {
        return at(offset, `${quote(text.slice(offset, offset + 20), 20)} stands where ${WORDS[expected]} should be.`);
      }
      offset = SCALAR.lastIndex;
      expected = next();
    }
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Behind the closing quote of the string that begins here, or where the string breaks. */
function stringEnd(text: string, start: number): number | { readonly offset: number; readonly message: string } {
  for (let offset = start + 1; offset < text.length; ) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) return offset + 1;
    if (code < 0x20) return { offset, message: `${quote(text.charAt(offset))} stands in a string unescaped.` };
    if (code === 0x5c) {
      ESCAPE.lastIndex = offset;
      if (!ESCAPE.test(text)) return { offset, message: `${quote(text.slice(offset, offset + 2))} is no JSON escape.` };
      offset = ESCAPE.lastIndex;
    } else {
      offset += 1;
    }
  }
  return { offset: start, message: 'The string that begins here has no end.' };
}
