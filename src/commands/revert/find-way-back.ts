import type { ForwardMigration } from '../../engine/request.ts';
import { whyNoWayBack } from '../../engine/resume/judge-way-back.ts';
import { readComments } from '../../engine/tables/ghost.ts';
import { nameTables } from '../../engine/tables/table-names.ts';
import type { NameCase } from '../../mysql/name-case.ts';
import type { Session } from '../../mysql/session.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Ledger, LedgerChange } from '../ledger/ledger.ts';

/** A migration that can be reverted, as far as the ledger knows. */
export interface Revertible extends ForwardMigration {
  readonly file: string | null;
  readonly ordinal: number;
  readonly commit: string | null;
  /** As the ledger names it. */
  readonly table: string;
  /** Where it came from. On one database there may be migrations of several repositories. */
  readonly pullRequest: number | null;
  readonly runUrl: string | null;
}

/**
 * The only table that can be brought back.
 *
 * @throws GhostshipError `cannot-revert` where there is none, `usage` where there are several
 */
export async function findOnlyTable(session: Session, ledger: Ledger): Promise<string> {
  const changes = await ledger.changes();
  const found: string[] = [];
  const last = changes.filter(({ table }, index) => changes.findIndex((one) => one.table === table) === index);
  for (const change of last) {
    const { wayBack, isReverted, table } = change;
    if (isReverted || wayBack === null) continue;
    const { retired, table: original } = wayBack;
    const under = [retired, nameTables(original, retired.schema !== original.schema).ghost];
    if ((await readComments(session, under)).size > 0) found.push(table);
  }
  const [only, ...others] = found;
  const reverted = last.find(({ isReverted }) => isReverted);
  if (only === undefined) throw reverted === undefined ? nothingKept() : revertedAlready(reverted);
  if (others.length > 0) throw severalKept(found);
  return only;
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
  const { id, statement, file, ordinal, commit, table, outcome, wayBack, pullRequest, runUrl } = last;
  if (outcome.algorithm === 'direct' && outcome.retired !== null) throw dropped(last, outcome.retired);
  if (wayBack === null) throw noWay(last, whyNoWayBack(outcome.algorithm, outcome.retired === null ? 'drop' : 'keep'));
  return { id, statement, file, ordinal, commit, table, wayBack, pullRequest, runUrl };
}

const writeNew = 'Write the change that undoes it as a new statement.';

function unknown(label: string): GhostshipError {
  return new GhostshipError('cannot-revert', `The ledger knows of no change of ${label}.`, {
    hint: 'Look with `ghostship status` which tables were changed, and name one of them.',
  });
}

function nothingKept(): GhostshipError {
  return new GhostshipError('cannot-revert', 'No table can be brought back: none is kept as it was.', {
    hint: 'Set `retired: keep` before a migration that may have to be reverted.',
  });
}

function severalKept(tables: readonly string[]): GhostshipError {
  return new GhostshipError('usage', `${tables.length} tables can be brought back: ${tables.join(', ')}.`, {
    hint: 'Name one: with --table, in the input command, or behind /ghostship revert.',
  });
}

function revertedAlready({ table }: LedgerChange): GhostshipError {
  return new GhostshipError('cannot-revert', `The last change of ${table} is reverted already.`, {
    hint: 'To make the change again, write it as a new statement.',
  });
}

/** Applications do not know its name, so a RENAME is all that it takes. */
function dropped({ table }: LedgerChange, retired: string): GhostshipError {
  return new GhostshipError('cannot-revert', `${table} was dropped, and is kept as ${retired}.`, {
    hint: `Run RENAME TABLE ${retired} TO ${table} yourself. Foreign keys and CHECK constraints that it had must be added again.`,
  });
}

function noWay({ table, statement }: LedgerChange, why: string | null): GhostshipError {
  const reason = why ?? 'The ledger does not know how to bring the table back that was kept.';
  return new GhostshipError('cannot-revert', `The last change of ${table} has no way back (${statement}). ${reason}`, {
    hint: writeNew,
  });
}
