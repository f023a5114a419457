import type { Note } from '../../engine/direct/change-rows.ts';
import type { Session } from '../../mysql/session.ts';
import { selectTable } from '../../sql/inspect.ts';
import { finishMigration, ledgerTable, lockStatement, selectState } from '../../sql/ledger.ts';
import { GhostshipError } from '../../support/errors.ts';
import { type FileStatement, placeOf } from '../statements/file-statement.ts';

/**
 * The ledger's row of a statement that changes rows, as completed. It is written in the statement's own transaction, so that no death
 * of anybody comes between the two.
 *
 * @param id of the ledger's row
 * @param outcome JSON
 */
export function dataNote(
  { schema, namespace }: { readonly schema: string; readonly namespace: string },
  id: string,
  statement: FileStatement,
  outcome: () => string,
): Note {
  return {
    async claim(session) {
      await refuseOtherEngine(session, schema);
      const { file, ordinal } = statement;
      if (file === null) return true;
      const rows = await session.rows(lockStatement(schema, file, ordinal, namespace));
      const done = rows.find(({ state }) => state === 'completed');
      if (done !== undefined && done.statement_digest !== statement.digest) throw changedMeanwhile(statement);
      return done === undefined;
    },
    async write(session) {
      await session.run(finishMigration(schema, id, 'completed', outcome()));
    },
    async isWritten(session) {
      const [row] = await session.rows(selectState(schema, id));
      return row?.state === 'completed';
    },
  };
}

async function refuseOtherEngine(session: Session, schema: string): Promise<void> {
  const [ledger] = await session.rows(selectTable({ schema, name: ledgerTable }));
  if (ledger?.engine === 'InnoDB') return;
  throw new GhostshipError('unsupported-table', `${ledgerTable} is not InnoDB, so a statement could be run twice.`, {
    hint: `ALTER TABLE ${ledgerTable} ENGINE=InnoDB`,
  });
}

function changedMeanwhile(statement: FileStatement): GhostshipError {
  return new GhostshipError(
    'file-changed-after-apply',
    `Another run has just applied ${placeOf(statement)} with another text.`,
    { hint: 'Put the file back as it was and write the new change into a new file.' },
  );
}
