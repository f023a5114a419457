import type { Session } from '../../mysql/session.ts';
import type { CopyTables } from '../../sql/copy.ts';
import { selectAnyNull } from '../../sql/null-keys.ts';
import { GhostshipError } from '../../support/errors.ts';

/**
 * A row with NULL in the migration key is found by no range of it, so it would be neither copied nor compared. One that comes while
 * the stream is read stops the run; this is for one that came between the first look and the beginning of the stream.
 *
 * @param locker holds the cutover lock, so none can come any more
 * @throws GhostshipError `no-migration-key`
 */
export async function refuseNull(locker: Session, { original, index, neverNull }: CopyTables): Promise<void> {
  if (neverNull === null) return;
  const rows = await locker.rows(selectAnyNull(original, index, neverNull));
  if (rows.length === 0) return;
  throw new GhostshipError(
    'no-migration-key',
    `A row of ${original.name} has NULL in ${neverNull}, which is part of the migration key ${index}.`,
    { hint: 'Give the row a value there, and run the migration again when nobody writes NULL.' },
  );
}
