import type { ForwardMigration } from '../../engine/request.ts';
import type { NameCase } from '../../mysql/name-case.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Ledger, LedgerChange } from '../ledger/ledger.ts';
import { whyNoWayBack } from './why-no-way-back.ts';

/** A migration that can be reverted, as far as the ledger knows. */
export interface Revertible extends ForwardMigration {
  readonly file: string | null;
  /** As the ledger names it. */
  readonly table: string;
}

/**
 * The last change of a table, which is the one that a revert undoes.
 *
 * @throws GhostshipError `cannot-revert`
 */
export async function findWayBack(label: string, ledger: Ledger, nameCase: NameCase): Promise<Revertible> {
  const changes = await ledger.changes();
  const last = changes.find(({ table, outcome }) => nameCase.same(table, label) || nameCase.same(outcome.table, label));
  if (last === undefined) throw unknown(label);
  if (last.isReverted) throw revertedAlready(last);
  const { id, statement, file, table, outcome, wayBack } = last;
  if (wayBack === null) throw noWay(last, whyNoWayBack(outcome.algorithm, outcome.retired === null ? 'drop' : 'keep'));
  return { id, statement, file, table, wayBack };
}

const writeNew = 'Write the change that undoes it as a new statement.';

function unknown(label: string): GhostshipError {
  return new GhostshipError('cannot-revert', `The ledger knows of no change of ${label}.`, {
    hint: 'Look with `ghostship status` which tables were changed, and name one with --table.',
  });
}

function revertedAlready({ table }: LedgerChange): GhostshipError {
  return new GhostshipError('cannot-revert', `The last change of ${table} is reverted already.`, {
    hint: 'To make the change again, write it as a new statement.',
  });
}

function noWay({ table, statement }: LedgerChange, why: string | null): GhostshipError {
  const reason = why ?? 'The ledger does not know how to bring the table back that was kept.';
  return new GhostshipError('cannot-revert', `The last change of ${table} has no way back (${statement}). ${reason}`, {
    hint: writeNew,
  });
}
