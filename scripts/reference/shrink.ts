/** The smallest text found by leaving out pieces, of which `isWanted` still holds. */
export async function shrink(text: string, isWanted: (candidate: string) => Promise<boolean>): Promise<string> {
  let best = text;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length; ) {
      const candidate = best.slice(0, at) + best.slice(at + size);
      if (await isWanted(candidate)) best = candidate;
      else at += size;
    }
  }
  return best;
}
