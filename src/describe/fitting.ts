/** The first items whose JSON has at most so many characters together: a result is bounded by what it says, not by how often. */
export function fitting<Item>(items: readonly Item[], characters: number): Item[] {
  let left = characters;
  const end = items.findIndex((item) => {
    left -= JSON.stringify(item).length;
    return left < 0;
  });
  return end < 0 ? [...items] : items.slice(0, end);
}
