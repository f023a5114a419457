/** True where the server is older. Both as `8.0.30`; what VERSION() has behind the third number does not count. */
export function isBelow(version: string, other: string): boolean {
  return compare(version, other) < 0;
}

/** From the one to the other, both included. */
export function isWithin(version: string, from: string, to: string): boolean {
  return compare(version, from) >= 0 && compare(version, to) <= 0;
}

function compare(left: string, right: string): number {
  const [one, other] = [numbersOf(left), numbersOf(right)];
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** A MariaDB may put 5.5.5 first, for replicas that know no two-figure version. */
function numbersOf(version: string): number[] {
  const [, ...parts] = /^(?:5\.5\.5-)?(\d+)(?:\.(\d+))?(?:\.(\d+))?/u.exec(version) ?? [];
  return [0, 1, 2].map((index) => Number(parts[index] ?? 0));
}
