import { readIfThere } from '../../mysql/read-if-there.ts';
import type { Session } from '../../mysql/session.ts';
import { selectNotBegun } from '../../sql/ledger.ts';
import { type LedgerRun, readRun } from '../ledger/ledger-run.ts';
import { hasLaterColumn } from '../ledger/upgrade-ledger.ts';
import type { MigrationStatus } from './status.ts';

/**
 * Statements of files that have not got their turn, in their order, and that the next run begins. Those behind a process that is
 * gone are known by its run: it could not say that they wait.
 *
 * @param known what has begun
 */
export async function findNotBegun(
  session: Session,
  database: string,
  known: readonly Pick<MigrationStatus, 'life' | 'run' | 'table' | 'statement'>[],
): Promise<LedgerRun[]> {
  const hasNamespaces = await hasLaterColumn(session, database, 'namespace');
  const rows = (await readIfThere(session, selectNotBegun(database, hasNamespaces))) ?? [];
  const urlsOf = (isMeant: (life: MigrationStatus['life']) => boolean): Set<string | null> =>
    new Set(known.filter(({ life }) => isMeant(life)).map(({ run }) => run.url));
  const atWork = urlsOf((life) => life === 'running');
  const stopped = urlsOf((life) => life === 'dead' || life === 'yielded');
  // A run may have been stopped before it could go on with what another has begun.
  const isBegun = (run: LedgerRun): boolean =>
    known.some(({ table, statement }) => table === run.table && statement === run.statement);
  return rows
    .map(readRun)
    .filter(
      (run) =>
        !isBegun(run) &&
        (run.state === 'yielded' || (run.runUrl !== null && stopped.has(run.runUrl) && !atWork.has(run.runUrl))),
    );
}
