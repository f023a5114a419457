import type { Row, Session } from '../../mysql/session.ts';
import { showWarnings } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';

/**
 * Words of our own SQL that the server would rather not hear much longer (`_utf8mb3`, an old collation): ER_WARN_DEPRECATED_SYNTAX,
 * …_NO_REPLACEMENT, ER_DEPRECATED_UTF8_ALIAS, ER_WARN_DEPRECATED_UTF8MB3_COLLATION. They say nothing about rows.
 */
const deprecations: ReadonlySet<number> = new Set([1287, 1681, 3719, 3778]);

/**
 * Under strict mode what would harm is an error already. What is left over and harmless is a Note: the server's own
 * ALTER gives the same ones (a DECIMAL that loses digits after the point, a DATETIME that loses its time).
 *
 * @param warningCount as the statement's own answer has it; the list can be cut short, the count cannot
 * @throws GhostshipError `unexpected-warning` with the server's own words
 */
export async function refuseWarnings(session: Session, warningCount: number, doing: string): Promise<void> {
  if (warningCount === 0) return;
  const listed = await session.rows(showWarnings);
  const harmful = listed.filter((row) => row.Level !== 'Note' && !deprecations.has(Number(row.Code)));
  if (harmful.length === 0 && listed.length >= Math.min(warningCount, 65_535)) return;
  const words =
    [...new Set(harmful.map(describe))].slice(0, 3).join('; ') ||
    `${warningCount} warnings, not all of which could be read`;
  throw new GhostshipError('unexpected-warning', `The server warned while ${doing}: ${words}`, {
    hint: 'Values would not arrive as they are. Change the statement or the data so that the server has nothing to warn about.',
  });
}

function describe(row: Row): string {
  return `${String(row.Message)} (${String(row.Code)})`;
}
