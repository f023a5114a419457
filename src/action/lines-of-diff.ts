/** A line of a file as a pull request leaves it. */
export interface DiffLine {
  readonly text: string;
  readonly isAdded: boolean;
  /** Which piece of the diff it is in. */
  readonly hunk: number;
}

/**
 * What the diff of a file shows of the file as it is afterwards, by line, from 1.
 *
 * @param patch as GitHub gives it, from the first `@@`
 */
export function linesOfDiff(patch: string): ReadonlyMap<number, DiffLine> {
  const lines = new Map<number, DiffLine>();
  let number = 0;
  let hunk = 0;
  for (const line of patch.split('\n')) {
    const head = /^@@ -\d+(?:,\d+)? \+(\d+)/u.exec(line);
    if (head !== null) {
      number = Number(head[1]);
      hunk += 1;
    } else if (line.startsWith('+') || line.startsWith(' ')) {
      lines.set(number, { text: line.slice(1).replace(/\r$/u, ''), isAdded: line.startsWith('+'), hunk });
      number += 1;
    }
  }
  return lines;
}
