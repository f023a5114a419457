export type DiffLine =
  | { readonly kind: 'hunk'; readonly text: string }
  | {
      readonly kind: 'added' | 'removed' | 'same';
      readonly sign: '+' | '-' | ' ';
      /** `null` where the file had, or has, no such line. */
      readonly oldNumber: number | null;
      readonly newNumber: number | null;
      readonly text: string;
    };

/** The lines of a patch with their numbers before and after. */
export function readDiff(patch: string): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let oldNumber = 0;
  let newNumber = 0;
  for (const line of patch === '' ? [] : patch.split('\n')) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
    const text = line.slice(1);
    if (hunk !== null) {
      oldNumber = Number(hunk[1]);
      newNumber = Number(hunk[2]);
      lines.push({ kind: 'hunk', text: line });
    } else if (line.startsWith('+')) {
      lines.push({ kind: 'added', sign: '+', oldNumber: null, newNumber: newNumber++, text });
    } else if (line.startsWith('-')) {
      lines.push({ kind: 'removed', sign: '-', oldNumber: oldNumber++, newNumber: null, text });
    } else if (line.startsWith(' ')) {
      lines.push({ kind: 'same', sign: ' ', oldNumber: oldNumber++, newNumber: newNumber++, text });
    }
  }
  return lines;
}
