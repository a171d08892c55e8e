// Character classes in brackets, with Java's precedence: a range or escape binds first, then union, then intersection.

import { LimitError } from '../limit-error.ts';
import { ALL, type CharSet, intersect, negate, predicate, ranges, union } from './char-set.ts';
import { atProperty, escaped, propertyClass } from './escape.ts';
import { fold, toLowerCase, toUpperCase } from './letter-case.ts';
import { code, FLAGS, isSupplementary, type Reader } from './reader.ts';

const OPEN = code('[');
const CLOSE = code(']');
const AMPERSAND = code('&');
const HYPHEN = code('-');

/** One code point as the current flags compare it. */
export function single(reader: Reader, codePoint: number): CharSet {
  if (reader.has(FLAGS.i)) {
    if (reader.has(FLAGS.u)) {
      const folded = fold(codePoint);
      if (toUpperCase(codePoint) !== folded) {
        return predicate((other) => other === folded || fold(other) === folded);
      }
    } else if (codePoint < 0x80) {
      const lower = toLowerCase(codePoint);
      const upper = toUpperCase(codePoint);
      return ranges([lower, lower, upper, upper]);
    }
  }
  return ranges([codePoint, codePoint], !isSupplementary(codePoint));
}

function range(reader: Reader, low: number, high: number): CharSet {
  const within = (codePoint: number): boolean => low <= codePoint && codePoint <= high;
  if (!reader.has(FLAGS.i)) return ranges([low, high], high < 0xd800 || (low > 0xdfff && high <= 0xffff));
  if (reader.has(FLAGS.u)) {
    return predicate((codePoint) => {
      const upper = toUpperCase(codePoint);
      return within(codePoint) || within(upper) || within(toLowerCase(upper));
    });
  }
  const pairs = [low, high];
  for (let char = 0x41; char <= 0x5a; char++) {
    if (within(char) || within(char + 32)) pairs.push(char, char, char + 32, char + 32);
  }
  return ranges(pairs, false);
}

/** The escape behind a backslash inside a class; the reader stands on the backslash. */
function classEscape(reader: Reader, beforeHyphen: boolean): number | CharSet {
  const letter = String.fromCodePoint(reader.skip());
  // \v is a class, but at the ends of a range it is still the vertical tab of older Javas.
  if (letter === 'v' && beforeHyphen) return 0x0b;
  const value = escaped(reader, letter);
  if (value === undefined) throw reader.error('Illegal/unsupported escape sequence');
  return value;
}

/** Letters of Latin-1 that have case variants outside Latin-1: ÿ µ I i S s K k Å å. */
const FOLDS_OUT_OF_LATIN1 = '\u00ff\u00b5IiSsKk\u00c5\u00e5';

/**
 * Single Latin-1 characters of one class. Java collects them in one bit set, which every use of it inside the class
 * shares: in `[a&&[b]&c]` the later `&c` joins the left side of the intersection, too.
 */
class Latin1 {
  readonly #pairs: number[] = [];
  /** Whether there are characters that no term stands for yet. */
  pending = false;

  readonly term = (): CharSet => ranges(this.#pairs);

  add(reader: Reader, codePoint: number): void {
    this.pending = true;
    this.#pairs.push(codePoint, codePoint);
    if (!reader.has(FLAGS.i) || (codePoint >= 0x80 && !reader.has(FLAGS.u))) return;
    for (const variant of [toLowerCase(codePoint), toUpperCase(codePoint)]) this.#pairs.push(variant, variant);
  }
}

/** Adds one character: to `latin` if it fits (then the result is undefined). */
function member(reader: Reader, latin: Latin1, codePoint: number): CharSet | undefined {
  const folds =
    reader.has(FLAGS.i) && reader.has(FLAGS.u) && FOLDS_OUT_OF_LATIN1.includes(String.fromCodePoint(codePoint));
  if (codePoint > 0xff || folds) return single(reader, codePoint);
  latin.add(reader, codePoint);
  return undefined;
}

/** A character (undefined when it went into `latin`), a range, an escape or a property. */
function element(reader: Reader, latin: Latin1): CharSet | undefined {
  let low = reader.peek();
  if (low === code('\\')) {
    if (atProperty(reader)) {
      reader.position++;
      return propertyClass(reader);
    }
    const value = classEscape(reader, reader.at(reader.position + 2) === HYPHEN);
    if (typeof value !== 'number') return value;
    low = value;
  } else {
    reader.next();
  }
  if (reader.peek() !== HYPHEN) return member(reader, latin, low);
  const following = reader.at(reader.position + 1);
  if (following === OPEN || following === CLOSE) return member(reader, latin, low);
  let high: number | CharSet = reader.next();
  if (high === code('\\')) high = classEscape(reader, true);
  else reader.next();
  if (typeof high !== 'number' || high < low) throw reader.error('Illegal character range');
  return range(reader, low, high);
}

type Term = () => CharSet;

const FAILING = predicate(() => {
  throw new LimitError('steps', 'Java fails on a class with nothing behind &&');
});

/** Parses a class; the reader stands on the bracket that opens it, and behind the one that closes it afterwards. */
export function bracketClass(reader: Reader): CharSet {
  return reader.nested(() => classBody(reader, true));
}

/**
 * The members up to the closing bracket. Without `bracketed` this is the right side of `&&`, which ends before the
 * closing bracket of the class around it; the reader then starts on the character before the first member.
 */
function classBody(reader: Reader, bracketed: boolean): CharSet {
  const latin = new Latin1();
  let terms: Term[] = [];
  let last: CharSet | undefined;
  let char = reader.next();
  const negated = char === code('^') && reader.at(reader.position - 1) === OPEN;
  if (negated) char = reader.next();
  while (char !== CLOSE || (terms.length === 0 && !latin.pending)) {
    if (char === OPEN) {
      last = bracketClass(reader);
    } else if (char === AMPERSAND && isIntersection(reader)) {
      const right = rightSide(reader);
      if (latin.pending) {
        // The bit set alone is intersected with itself.
        if (terms.length === 0) last = ALL;
        terms.push(latin.term);
        latin.pending = false;
      }
      terms = [intersection(reader, terms, right, last)];
      last = right ?? last;
      char = reader.peek();
      continue;
    } else if (char === 0 && reader.atEnd) {
      throw reader.error('Unclosed character class');
    } else {
      last = element(reader, latin);
    }
    const set = last;
    if (set) terms.push(() => set);
    char = reader.peek();
  }
  if (bracketed) reader.next();
  if (latin.pending) terms.push(latin.term);
  const set = union(terms.map((term) => term()));
  return negated ? negate(set) : set;
}

/** Whether the ampersand that the reader stands on is one of two; the reader then stands on the second. */
function isIntersection(reader: Reader): boolean {
  if (reader.next() === AMPERSAND) return true;
  reader.position--;
  return false;
}

function rightSide(reader: Reader): CharSet | undefined {
  const sets: CharSet[] = [];
  let char = reader.next();
  while (char !== CLOSE && char !== AMPERSAND) {
    if (char === OPEN) {
      sets.push(bracketClass(reader));
    } else {
      reader.position--;
      sets.push(reader.nested(() => classBody(reader, false)));
    }
    char = reader.peek();
  }
  return sets.length > 0 ? union(sets) : undefined;
}

/**
 * What `&&` makes of both sides. With nothing on the right, Java intersects with the last member on the left, and ends
 * in a NullPointerException where that member lies in its bit set.
 */
function intersection(
  reader: Reader,
  left: readonly Term[],
  right: CharSet | undefined,
  last: CharSet | undefined,
): Term {
  if (left.length === 0) {
    if (!right) throw reader.error('Bad class syntax');
    return () => right;
  }
  const other = right ?? last ?? FAILING;
  return () => intersect(union(left.map((term) => term())), other);
}
