/** The first item for which `isReached` holds, in a list where it holds for every item behind that one as well. */
export function firstWhere<Item>(items: readonly Item[], isReached: (item: Item) => boolean): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isReached(item)) high = middle;
    else low = middle + 1;
  }
  return items[low];
}
