// The names behind \p{…}. Properties are those of the running JavaScript engine's Unicode version, which is newer than
// Java 17's Unicode 13: only code points assigned since differ.

import { ALL, type CharSet, chars, DIGIT, intersect, negate, predicate, ranges, SPACE, union } from './char-set.ts';
import { blockRange, scriptCode } from './unicode-names.ts';

const known = new Map<string, CharSet>();

/** The code points that a JavaScript property expression names, such as `\p{Lu}`. One object per expression. */
function unicode(expression: string): CharSet {
  const cached = known.get(expression);
  if (cached) return cached;
  const test = new RegExp(`^[${expression}]$`, 'u');
  const set = predicate((codePoint) => test.test(String.fromCodePoint(codePoint)));
  known.set(expression, set);
  return set;
}

const CASED = '\\p{Lowercase}\\p{Uppercase}\\p{Lt}';
const SEPARATORS = '\\p{Z}';
const GRAPH = '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Cf}\\p{Co}';
const IDENTIFIER_START = '\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}';
const IGNORABLE = '\\0-\\x08\\x0e-\\x1b\\x7f-\\x9f\\p{Cf}';

const CATEGORIES =
  'Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf L M N Z C P S LC'.split(
    ' ',
  );

const LETTERS = ranges([0x41, 0x5a, 0x61, 0x7a]);
const GRAPHIC = ranges([0x21, 0x7e]);

/** POSIX classes, ASCII only. */
const POSIX: Readonly<Record<string, CharSet>> = {
  ASCII: ranges([0, 0x7f]),
  Alnum: ranges([0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a]),
  Alpha: LETTERS,
  Blank: chars(' \t'),
  Cntrl: ranges([0, 0x1f, 0x7f, 0x7f]),
  Digit: DIGIT,
  Graph: GRAPHIC,
  Lower: ranges([0x61, 0x7a]),
  Print: ranges([0x20, 0x7e]),
  Punct: { ...intersect(GRAPHIC, negate(union([LETTERS, DIGIT]))), bmp: true },
  Space: SPACE,
  Upper: ranges([0x41, 0x5a]),
  XDigit: ranges([0x30, 0x39, 0x41, 0x46, 0x61, 0x66]),
  L1: ranges([0, 0xff]),
};

/** `java.lang.Character` methods: `\p{javaLowerCase}` is `Character.isLowerCase`. */
const JAVA: Readonly<Record<string, string>> = {
  LowerCase: '\\p{Lowercase}',
  UpperCase: '\\p{Uppercase}',
  Alphabetic: '\\p{Alphabetic}',
  Ideographic: '\\p{Ideographic}',
  TitleCase: '\\p{Lt}',
  Digit: '\\p{Nd}',
  Defined: '\\P{Cn}',
  Letter: '\\p{L}',
  LetterOrDigit: '\\p{L}\\p{Nd}',
  JavaIdentifierStart: IDENTIFIER_START,
  JavaIdentifierPart: `${IDENTIFIER_START}\\p{Nd}\\p{Mc}\\p{Mn}${IGNORABLE}`,
  UnicodeIdentifierStart: '\\p{ID_Start}\\u2e2f',
  UnicodeIdentifierPart: `\\p{ID_Continue}\\u2e2f${IGNORABLE}`,
  IdentifierIgnorable: IGNORABLE,
  SpaceChar: SEPARATORS,
  Whitespace: '\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000',
  ISOControl: '\\0-\\x1f\\x7f-\\x9f',
  Mirrored: '\\p{Bidi_Mirrored}',
};

/** POSIX names with Unicode's meaning: under (?U), and after `Is`. Keys in upper case. */
const UNICODE_POSIX: Readonly<Record<string, string>> = {
  ALPHA: '\\p{Alphabetic}',
  LOWER: '\\p{Lowercase}',
  UPPER: '\\p{Uppercase}',
  SPACE: '\\p{Z}\\t-\\r\\x85',
  PUNCT: '\\p{P}',
  XDIGIT: '\\p{Nd}\\p{Hex_Digit}',
  ALNUM: '\\p{Alphabetic}\\p{Nd}',
  CNTRL: '\\p{Cc}',
  DIGIT: '\\p{Nd}',
  BLANK: '\\p{Zs}\\t',
  GRAPH,
  PRINT: `\\p{Zs}${GRAPH}`,
};

/** Unicode's binary properties after `Is`. Keys in upper case. */
const BINARY: Readonly<Record<string, string>> = {
  ALPHABETIC: '\\p{Alphabetic}',
  ASSIGNED: '\\P{Cn}',
  CONTROL: '\\p{Cc}',
  HEXDIGIT: '\\p{Nd}\\p{Hex_Digit}',
  HEX_DIGIT: '\\p{Nd}\\p{Hex_Digit}',
  IDEOGRAPHIC: '\\p{Ideographic}',
  JOINCONTROL: '\\u200c\\u200d',
  JOIN_CONTROL: '\\u200c\\u200d',
  LETTER: '\\p{L}',
  LOWERCASE: '\\p{Lowercase}',
  NONCHARACTERCODEPOINT: '\\p{Noncharacter_Code_Point}',
  NONCHARACTER_CODE_POINT: '\\p{Noncharacter_Code_Point}',
  TITLECASE: '\\p{Lt}',
  PUNCTUATION: '\\p{P}',
  UPPERCASE: '\\p{Uppercase}',
  WHITESPACE: '\\p{Z}\\t-\\r\\x85',
  WHITE_SPACE: '\\p{Z}\\t-\\r\\x85',
  WORD: '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d',
};

/** \d, \s and \w under (?U), and what \b tests then. */
export const UNICODE_DIGIT = unicode('\\p{Nd}');
export const UNICODE_SPACE = unicode('\\p{Z}\\t-\\r\\x85');
export const UNICODE_WORD = unicode(BINARY['WORD'] ?? '');
/** What \b takes for a word character without (?U). */
export const BOUNDARY_WORD = unicode('_\\p{L}\\p{Nd}');
export const NONSPACING_MARK = unicode('\\p{Mn}');
export const LETTER_OR_DIGIT = unicode('\\p{L}\\p{Nd}');

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function cased(expression: string | undefined, ignoreCase: boolean): CharSet | undefined {
  if (expression === undefined) return undefined;
  return unicode(ignoreCase && CASED.includes(expression) ? CASED : expression);
}

/** General categories, POSIX classes and `java…` methods. */
function plainProperty(name: string, ignoreCase: boolean): CharSet | undefined {
  if (ignoreCase && /^L[ult]$/.test(name)) return unicode('\\p{LC}');
  if (CATEGORIES.includes(name)) return unicode(`\\p{${name}}`);
  if (name === 'LD') return LETTER_OR_DIGIT;
  if (name === 'all') return { ...ALL, bmp: false };
  if (ignoreCase && (name === 'Lower' || name === 'Upper')) return LETTERS;
  if (name.startsWith('java')) return cased(own(JAVA, name.slice(4)), ignoreCase);
  return own(POSIX, name);
}

function script(name: string): CharSet | undefined {
  const code = scriptCode(name);
  if (code === undefined) return undefined;
  // Not every JavaScript engine has an expression for the script Unknown: what no script holds.
  return code === 'Zzzz' ? unicode('\\p{Cn}\\p{Co}\\p{Cs}') : unicode(`\\p{Script=${code}}`);
}

function block(name: string): CharSet | undefined {
  const range = blockRange(name);
  return range && (range[0] > range[1] ? ranges([], false) : ranges(range, false));
}

/** The set named by \p{`name`}; undefined where Java knows none. `unicodePosix` is the flag (?U). */
export function property(name: string, ignoreCase: boolean, unicodePosix: boolean): CharSet | undefined {
  if (name.startsWith('In')) return block(name.slice(2));
  if (name.startsWith('Is')) {
    const short = name.slice(2);
    const upper = short.toUpperCase();
    return (
      cased(own(BINARY, upper) ?? own(UNICODE_POSIX, upper), ignoreCase) ??
      plainProperty(short, ignoreCase) ??
      script(short)
    );
  }
  const posix = unicodePosix ? cased(own(UNICODE_POSIX, name.toUpperCase()), ignoreCase) : undefined;
  return posix ?? plainProperty(name, ignoreCase);
}

/** The set named by \p{`key`=`value`}. */
export function keyedProperty(key: string, value: string, ignoreCase: boolean): CharSet | undefined {
  switch (key.toLowerCase()) {
    case 'sc':
    case 'script':
      return script(value);
    case 'blk':
    case 'block':
      return block(value);
    case 'gc':
    case 'general_category':
      return plainProperty(value, ignoreCase);
    default:
      return undefined;
  }
}
