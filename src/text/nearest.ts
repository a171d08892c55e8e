// "Did you mean …"
import { distance } from 'fastest-levenshtein';

/** The candidate a person most likely meant, or undefined when none is close. Case, `_` and `-` do not count. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = (text: string) => text.replace(/[-_\s]/g, '').toLowerCase();
  const wanted = plain(word.slice(0, 100));
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(wanted, plain(candidate));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
