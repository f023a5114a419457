import type { Row, Session } from '../../mysql/session.ts';
import { showWarnings } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';

/**
 * Warnings that the server will not take something for ever, which it takes as it always did. Of words in our own SQL
 * (`_utf8mb3`, an old collation): ER_WARN_DEPRECATED_SYNTAX, …_NO_REPLACEMENT, ER_DEPRECATED_UTF8_ALIAS,
 * ER_WARN_DEPRECATED_UTF8MB3_COLLATION. Of values that it reads as a date all the same, in its own ALTER too (`2024/1/2`):
 * ER_WARN_DEPRECATED_DATETIME_DELIMITER, ER_WARN_DEPRECATED_SUPERFLUOUS_DELIMITER.
 */
const deprecations: ReadonlySet<number> = new Set([1287, 1681, 3719, 3778, 4095, 4096]);

/**
 * Stops the migration at a warning that is not a Note. In strict mode most harmful conversions are errors. A Note is harmless:
 * the server's own ALTER gives the same ones (a DECIMAL that loses digits after the point, a DATETIME that loses its time).
 *
 * @param warningCount the number in the statement's own answer. The list of warnings can be cut short, this number cannot.
 * @returns false where the list is cut short, and nothing in it is harmful
 * @throws GhostshipError `unexpected-warning` with the server's words
 */
export async function areHarmless(session: Session, warningCount: number, doing: string): Promise<boolean> {
  if (warningCount === 0) return true;
  const listed = await session.rows(showWarnings);
  const harmful = listed.filter((row) => row.Level !== 'Note' && !deprecations.has(Number(row.Code)));
  if (harmful.length === 0) return listed.length >= Math.min(warningCount, 65_535);
  const words = [...new Set(harmful.map(describe))].slice(0, 3).join('; ');
  throw unexpectedWarning(
    doing,
    words,
    'The server would change values on the way. Change the statement or the data so that it does not warn.',
  );
}

/** The same, of a statement that cannot be carried out in smaller parts: what is not in the list stops the migration as well. */
export async function refuseWarnings(session: Session, warningCount: number, doing: string): Promise<void> {
  if (await areHarmless(session, warningCount, doing)) return;
  throw unexpectedWarning(
    doing,
    `${warningCount} warnings, and not all of them could be read`,
    'The server keeps as many warnings of a statement as its setting max_error_count says. Set it higher, or change the data so that it does not warn.',
  );
}

function unexpectedWarning(doing: string, words: string, hint: string): GhostshipError {
  return new GhostshipError('unexpected-warning', `The server warned while ${doing}: ${words}`, { hint });
}

function describe(row: Row): string {
  return `${String(row.Message)} (${String(row.Code)})`;
}
