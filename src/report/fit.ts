/** A piece of a report. When there is no room, pieces that are not `essential` are left out first, beginning with the longest. */
export interface Piece {
  readonly markdown: string;
  readonly essential: boolean;
}

/** Where a report is shown. The limit counts characters. */
export interface Page {
  readonly limit: number;
  /** Whether the report is headed by its verdict; a check run has that for a title. */
  readonly heading: boolean;
}

/** The summary of a check run: GitHub takes 65,535 characters. */
export const checkRunPage: Page = { limit: 65_535, heading: false };

/** The summary of a job: GitHub takes 1 MiB, and a character may take four bytes. Some room is left for remarks. */
export const jobSummaryPage: Page = { limit: 250_000, heading: true };

/** A comment: GitHub takes 65,536 characters. Some room is left for the mark that tells it from others. */
export const commentPage: Page = { limit: 65_000, heading: true };

/**
 * The pieces under each other, in at most `limit` characters. What is left out is said to be left out.
 *
 * @param leftOut where the rest can be found, as a sentence
 */
export function fit(pieces: readonly Piece[], limit: number, leftOut: string): string {
  const note = `> [!NOTE]\n> Not everything fits here. ${leftOut}`;
  const kept = pieces.filter((piece) => piece.markdown !== '');
  if (join(kept).length <= limit) return join(kept);
  const room = limit - separator.length - note.length;
  let length = join(kept).length;
  const dropped = new Set<Piece>();
  for (const piece of kept.filter(({ essential }) => !essential).toSorted(longestFirst)) {
    if (length <= room) break;
    dropped.add(piece);
    length -= piece.markdown.length + separator.length;
  }
  return cutAtLine(join(kept.filter((piece) => !dropped.has(piece))), room) + separator + note;
}

const separator = '\n\n';

function join(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.markdown).join(separator);
}

function longestFirst(one: Piece, other: Piece): number {
  return other.markdown.length - one.markdown.length;
}

/** Whole lines, so that no table row and no link is cut in two. */
function cutAtLine(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = text.lastIndexOf('\n', limit);
  return text.slice(0, end > 0 ? end : limit);
}
