import type { TableDefinition } from '../../mysql/inspect-table.ts';
import { ConnectionLost, ServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { countMisplaced, countMisplacedInTime, type Looked, selectPartitions } from '../../sql/misplaced-rows.ts';
import { ident } from '../../sql/sql.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { MigrationKey } from '../mapping/migration-key.ts';
import type { Sessions } from '../tables/sessions.ts';

/*
 * Rows that stand in another partition than their values say, as EXCHANGE PARTITION … WITHOUT VALIDATION leaves them. Whoever asks for a
 * range of keys does not get them: the server looks only into the partitions of that range. So a copy would not have them, and comparing
 * it with the table would find nothing.
 */

/**
 * Looks at every row, for as long as that takes; a partition at a time, so that no view of the rows is kept for long.
 *
 * @throws GhostshipError `unsupported-table`
 */
export async function refuseMisplaced(
  sessions: Sessions,
  original: TableDefinition,
  key: MigrationKey,
  signal: AbortSignal,
): Promise<void> {
  if (!mayHavePartitions(original)) return;
  await using session = await sessions.open('looking for rows in the wrong partition');
  for (const { name } of await session.rows(selectPartitions(original.table))) {
    const [row] = await sessions.rowsLong(session, countMisplaced(lookedBy(original, key), String(name)), signal);
    const found = Number(row?.found ?? 0);
    if (found > 0) throw misplaced(original, String(name), found);
  }
}

/**
 * The same for a plan, which does not wait for long. What it does not find out in time, the migration does.
 *
 * @throws GhostshipError `unsupported-table`
 */
export async function refuseMisplacedInTime(
  session: Session,
  flavor: 'mysql' | 'mariadb',
  original: TableDefinition,
  key: MigrationKey,
): Promise<void> {
  if (!mayHavePartitions(original)) return;
  const found = await session.rows(countMisplacedInTime(flavor, lookedBy(original, key))).then(
    ([row]) => Number(row?.found ?? 0),
    (error: unknown) => {
      if (error instanceof ServerError || error instanceof ConnectionLost) return 0;
      throw error;
    },
  );
  if (found > 0) throw misplaced(original, null, found);
}

/** The words may also stand in a comment. */
function mayHavePartitions({ createStatement }: TableDefinition): boolean {
  return /\bPARTITION BY\b/u.test(createStatement);
}

function lookedBy({ table }: TableDefinition, { index, columns }: MigrationKey): Looked {
  return { table, index, columns: columns.map(({ original }) => original.name) };
}

/** @param partition `null` where it is not known which */
function misplaced({ table }: TableDefinition, partition: string | null, rows: number): GhostshipError {
  const stand = rows === 1 ? '1 row stands' : `${rows} rows stand`;
  const where = partition === null ? 'partitions' : `the partition ${partition}`;
  const named = partition === null ? 'ALL' : ident(partition).text;
  return new GhostshipError(
    'unsupported-table',
    `${stand} in ${where} of ${table.name} where other rows belong. The server finds no such row by its key, so a copy would lose it.`,
    { hint: `Put them where they belong: ALTER TABLE ${ident(table.name).text} REPAIR PARTITION ${named} moves them.` },
  );
}
