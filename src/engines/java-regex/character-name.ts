// The Unicode names of ASCII characters for \N{…}. The full list (34,000 names) is not worth its weight here.

const CONTROLS = (
  'NULL,START OF HEADING,START OF TEXT,END OF TEXT,END OF TRANSMISSION,ENQUIRY,ACKNOWLEDGE,BELL,BACKSPACE,' +
  'CHARACTER TABULATION,LINE FEED (LF),LINE TABULATION,FORM FEED (FF),CARRIAGE RETURN (CR),SHIFT OUT,SHIFT IN,' +
  'DATA LINK ESCAPE,DEVICE CONTROL ONE,DEVICE CONTROL TWO,DEVICE CONTROL THREE,DEVICE CONTROL FOUR,' +
  'NEGATIVE ACKNOWLEDGE,SYNCHRONOUS IDLE,END OF TRANSMISSION BLOCK,CANCEL,END OF MEDIUM,SUBSTITUTE,ESCAPE,' +
  'INFORMATION SEPARATOR FOUR,INFORMATION SEPARATOR THREE,INFORMATION SEPARATOR TWO,INFORMATION SEPARATOR ONE'
).split(',');
const PUNCTUATION =
  'SPACE,EXCLAMATION MARK,QUOTATION MARK,NUMBER SIGN,DOLLAR SIGN,PERCENT SIGN,AMPERSAND,APOSTROPHE,LEFT PARENTHESIS,' +
  'RIGHT PARENTHESIS,ASTERISK,PLUS SIGN,COMMA,HYPHEN-MINUS,FULL STOP,SOLIDUS';
const DIGITS = 'ZERO,ONE,TWO,THREE,FOUR,FIVE,SIX,SEVEN,EIGHT,NINE';

const names = new Map<string, number>();
function name(first: number, list: readonly string[]): void {
  list.forEach((entry, i) => {
    names.set(entry, first + i);
  });
}
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
name(0x00, CONTROLS);
name(0x20, PUNCTUATION.split(','));
name(
  0x30,
  DIGITS.split(',').map((digit) => `DIGIT ${digit}`),
);
name(0x3a, 'COLON,SEMICOLON,LESS-THAN SIGN,EQUALS SIGN,GREATER-THAN SIGN,QUESTION MARK,COMMERCIAL AT'.split(','));
name(
  0x41,
  alphabet.map((letter) => `LATIN CAPITAL LETTER ${letter}`),
);
name(
  0x5b,
  'LEFT SQUARE BRACKET,REVERSE SOLIDUS,RIGHT SQUARE BRACKET,CIRCUMFLEX ACCENT,LOW LINE,GRAVE ACCENT'.split(','),
);
name(
  0x61,
  alphabet.map((letter) => `LATIN SMALL LETTER ${letter}`),
);
name(0x7b, 'LEFT CURLY BRACKET,VERTICAL LINE,RIGHT CURLY BRACKET,TILDE,DELETE'.split(','));

/** `Character.codePointOf`: undefined where the name may exist but is not listed here, -1 where no character has it. */
export function codePointOf(text: string): number | undefined {
  const key = text.trim().toUpperCase();
  return names.get(key) ?? (/^[A-Z][A-Z0-9 ()-]*$/.test(key) ? undefined : -1);
}
