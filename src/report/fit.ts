import { prose } from './markdown.ts';

/** A piece of a report. */
export interface Piece {
  readonly markdown: string;
  readonly weight: Weight;
}

/**
 * What is left out when there is no room. `repeating` says again what stands elsewhere and goes first, then goes what is
 * `useful`; among equals the longest goes first. What is `essential` stays.
 */
export type Weight = 'essential' | 'useful' | 'repeating';

export function essential(markdown: string): Piece {
  return { markdown, weight: 'essential' };
}

/** Where a report is shown. The limit counts characters. */
export interface Page {
  readonly limit: number;
  /** Whether the report is headed by its verdict; a check run has that for a title. */
  readonly heading: boolean;
  /** What the target is called, where there are several. */
  readonly environment?: string | null;
}

/** @param subject what it is about, as in `🚢 Ghostship` */
export function headingOf({ heading, environment = null }: Page, subject: string, title: string): string {
  if (!heading) return '';
  const whose = environment === null ? subject : `${subject} (${prose(environment)})`;
  return `## ${whose} · ${prose(title)}`;
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
  for (const piece of [...ofWeight(kept, 'repeating'), ...ofWeight(kept, 'useful')]) {
    if (length <= room) break;
    dropped.add(piece);
    length -= piece.markdown.length + separator.length;
  }
  return cutAtLine(join(kept.filter((piece) => !dropped.has(piece))), room) + separator + note;
}

/** In characters, with what parts the pieces and the note about what is left out. */
export function lengthOfEssential(pieces: readonly Piece[]): number {
  return (
    join(
      ofWeight(
        pieces.filter(({ markdown }) => markdown !== ''),
        'essential',
      ),
    ).length + noteRoom
  );
}

const noteRoom = 200;

const separator = '\n\n';

function join(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.markdown).join(separator);
}

/** The longest first. */
function ofWeight(pieces: readonly Piece[], weight: Weight): Piece[] {
  return pieces
    .filter((piece) => piece.weight === weight)
    .toSorted((one, other) => other.markdown.length - one.markdown.length);
}

/** Whole lines, so that no table row and no link is cut in two. */
export function cutAtLine(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = text.lastIndexOf('\n', limit);
  return text.slice(0, end > 0 ? end : limit);
}
