// Java's simple case mappings, one code point to one. JavaScript has the full ones ("ß" becomes "SS"), so a result of
// several code points means: no simple mapping, apart from the exceptions below.

function isGreekWithIota(codePoint: number): boolean {
  return (codePoint >= 0x1f80 && codePoint <= 0x1faf) || [0x1fb3, 0x1fc3, 0x1ff3].includes(codePoint);
}

/** `Character.toUpperCase(int)` */
export function toUpperCase(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x61 && codePoint <= 0x7a ? codePoint - 32 : codePoint;
  if (isGreekWithIota(codePoint)) return codePoint < 0x1fb0 ? codePoint | 8 : codePoint + 9;
  const upper = String.fromCodePoint(codePoint).toUpperCase();
  const first = upper.codePointAt(0) ?? codePoint;
  return upper.length === (first > 0xffff ? 2 : 1) ? first : codePoint;
}

/** `Character.toLowerCase(int)` */
export function toLowerCase(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x41 && codePoint <= 0x5a ? codePoint + 32 : codePoint;
  if (codePoint === 0x130) return 0x69;
  const lower = String.fromCodePoint(codePoint).toLowerCase();
  const first = lower.codePointAt(0) ?? codePoint;
  return lower.length === (first > 0xffff ? 2 : 1) ? first : codePoint;
}

/** What `UNICODE_CASE` compares. */
export function fold(codePoint: number): number {
  return toLowerCase(toUpperCase(codePoint));
}

/** What `CASE_INSENSITIVE` alone compares: ASCII letters. */
export function foldAscii(codePoint: number): number {
  return codePoint < 0x80 ? toLowerCase(codePoint) : codePoint;
}
