// A result stays readable, and its size bounded, however much is wrong.

/** Problems of one kind that are listed. */
const MAX_LISTED = 20;

/** The first problems of one kind; the last one listed says how many more there are. */
export function capped<Problem extends { readonly Message: string }>(problems: readonly Problem[]): Problem[] {
  const listed = problems.slice(0, MAX_LISTED);
  const last = listed.pop();
  if (!last) return [];
  const more = problems.length - MAX_LISTED;
  return [...listed, more > 0 ? { ...last, Message: `${last.Message} There are ${more} more of this kind.` } : last];
}
