// Extended grapheme clusters as Java 17 cuts them (\X, \b{g}): Unicode's annex 29, version 12, with Java's exceptions.

type Kind = 'other' | 'cr' | 'lf' | 'control' | 'extend' | 'zwj' | 'flag' | 'prepend' | 'mark' | Hangul | 'pictograph';
type Hangul = 'l' | 'v' | 't' | 'lv' | 'lvt';

const CONTROL = /^[\p{Cn}\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Cf}]$/u;
const EXTEND = /^(?:[\p{Mn}\p{Me}\u200c\u{e0020}-\u{e007f}\uff9e\uff9f]|\p{Emoji_Modifier})$/u;
const MARK = /^[\p{Mc}\u0e33\u0eb3]$/u;
const NO_MARK =
  /^[\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c\u1a61\u1a63\u1a64\uaa7b\uaa7d]$/;
const PREPEND =
  /^[\u0600-\u0605\u06dd\u070f\u08e2\u{110bd}\u{110cd}\u0d4e\u{111c2}\u{111c3}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}]$/u;
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;

function hangul(codePoint: number): Hangul | undefined {
  if (codePoint >= 0x1100 && codePoint <= 0x11ff) {
    if (codePoint <= 0x115f) return 'l';
    return codePoint <= 0x11a7 ? 'v' : 't';
  }
  if (codePoint >= 0xac00 && codePoint < 0xac00 + 11172) return (codePoint - 0xac00) % 28 === 0 ? 'lv' : 'lvt';
  if (codePoint >= 0xa960 && codePoint <= 0xa97c) return 'l';
  if (codePoint >= 0xd7b0 && codePoint <= 0xd7c6) return 'v';
  return codePoint >= 0xd7cb && codePoint <= 0xd7fb ? 't' : undefined;
}

function kindOf(codePoint: number): Kind {
  if (codePoint < 0x7f) {
    if (codePoint >= 0x20) return 'other';
    if (codePoint === 0x0d) return 'cr';
    return codePoint === 0x0a ? 'lf' : 'control';
  }
  const char = String.fromCodePoint(codePoint);
  if (PICTOGRAPH.test(char)) return 'pictograph';
  if (EXTEND.test(char)) return 'extend';
  if (codePoint === 0x200d) return 'zwj';
  if (PREPEND.test(char)) return 'prepend';
  if (codePoint !== 0x378 && CONTROL.test(char)) return 'control';
  if (FLAG.test(char)) return 'flag';
  if (MARK.test(char)) return NO_MARK.test(char) ? 'other' : 'mark';
  return hangul(codePoint) ?? 'other';
}

const NO_BREAK: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  l: ['l', 'v', 'lv', 'lvt'],
  lv: ['v', 't'],
  v: ['v', 't'],
  lvt: ['t'],
  t: ['t'],
};

function isControl(kind: Kind): boolean {
  return kind === 'cr' || kind === 'lf' || kind === 'control';
}

function breaks(before: Kind, after: Kind): boolean {
  if (before === 'cr' && after === 'lf') return false;
  if (isControl(before) || isControl(after)) return true;
  if (after === 'extend' || after === 'zwj' || after === 'mark' || before === 'prepend') return false;
  return !NO_BREAK[before]?.includes(after);
}

/** The end of the cluster that begins at `start`, at most the text's length. */
export function nextGraphemeBoundary(text: string, start: number): number {
  const first = text.codePointAt(start) ?? 0;
  let end = start + (first > 0xffff ? 2 : 1);
  let before = kindOf(first);
  const pictograph = before === 'pictograph';
  let flags = before === 'flag' ? 1 : 0;
  while (end < text.length) {
    const codePoint = text.codePointAt(end) ?? 0;
    const after = kindOf(codePoint);
    const joined =
      (pictograph && before === 'zwj' && after === 'pictograph') ||
      (flags % 2 === 1 && before === 'flag' && after === 'flag');
    if (!joined && breaks(before, after)) break;
    if (after === 'flag') flags++;
    before = after;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return end;
}
