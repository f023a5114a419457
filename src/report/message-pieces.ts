/** Lines of a message that belong together. */
export interface MessagePiece {
  /** Lines that were taken away or added, as `changedLines` gives them. */
  readonly isDiff: boolean;
  readonly lines: readonly string[];
}

/** A message of several lines, apart from the diffs in it. */
export function messagePieces(text: string): MessagePiece[] {
  const pieces: { isDiff: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const isDiff = /^[+-] /u.test(line);
    const last = pieces.at(-1);
    if (last?.isDiff === isDiff) last.lines.push(line);
    else pieces.push({ isDiff, lines: [line] });
  }
  return pieces;
}
