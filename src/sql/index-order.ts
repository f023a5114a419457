/**
 * A definition with the indexes that another one has as well in the order of that one. A clone gets foreign keys, and the indexes
 * that come with them, last; where the server alters the table itself, every index stays in its place.
 */
export function indexesInOrderOf(before: string, after: string): string {
  const order = indexLines(before);
  const lines = after.split('\n');
  const places = lines.flatMap((line, at) => (order.includes(withoutComma(line)) ? [at] : []));
  const kept = places.map((at) => withoutComma(lines[at] ?? ''));
  const sorted = kept.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
  for (const [index, at] of places.entries()) {
    const comma = lines[at]?.endsWith(',') === true ? ',' : '';
    lines[at] = `${sorted[index] ?? ''}${comma}`;
  }
  return lines.join('\n');
}

function indexLines(createStatement: string): string[] {
  return createStatement
    .split('\n')
    .map(withoutComma)
    .filter((line) => /^ {2}(?:UNIQUE |FULLTEXT |SPATIAL )?KEY `/u.test(line));
}

function withoutComma(line: string): string {
  return line.replace(/,$/u, '');
}
