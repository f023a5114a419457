import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { addLaterColumn, type LaterColumn, laterColumns, selectLaterColumns } from '../../sql/later-columns.ts';
import { ledgerTable } from '../../sql/ledger.ts';

/** Whether the ledger has the column. One of an earlier version lacks some until the next run that writes to it. */
export async function hasLaterColumn(session: Session, schema: string, name: LaterColumn): Promise<boolean> {
  return !(await missing(session, schema)).includes(name);
}

/** Gives a ledger of an earlier version the columns that it lacks. Another run may do it at the same time. */
export async function upgradeLedger(session: Session, schema: string): Promise<void> {
  for (const name of await missing(session, schema)) {
    await session.run(addLaterColumn({ schema, name: ledgerTable }, name)).catch((error: unknown) => {
      if (!isServerError(error, 'ER_DUP_FIELDNAME')) throw error;
    });
  }
}

async function missing(session: Session, schema: string): Promise<LaterColumn[]> {
  const there = new Set(
    (await session.rows(selectLaterColumns({ schema, name: ledgerTable }))).map(({ name }) => String(name)),
  );
  return (Object.keys(laterColumns) as LaterColumn[]).filter((name) => !there.has(name));
}
