/** A statement on one line, in at most `length` characters. */
export function clip(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** As much of a statement as a cell of a table has room for. */
export const cellLength = 90;
