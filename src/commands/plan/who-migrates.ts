import { type FoundMigration, findMigrations } from '../../engine/run/control.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';
import { formatMoment } from '../../support/moment.ts';
import { sentence } from '../../support/sentence.ts';
import { Ledger } from '../ledger/ledger.ts';

/** As many rows of the ledger are read. */
const mostRuns = 100;

/** A migration, and of whom it is, as far as the changelog and the ledger tell. */
interface Owned extends FoundMigration {
  /** `pull request #12, since … , https://…` */
  readonly owner: string;
}

/**
 * The refusal of a table that is being migrated, with who migrates it, since when and where.
 *
 * @param tables that the statement names
 */
export async function tellWhoMigrates(
  error: unknown,
  tables: readonly TableName[],
  session: Session,
  target: Target,
): Promise<unknown> {
  if (!(error instanceof GhostshipError) || error.code !== 'already-running') return error;
  const found = await findOwned(tables, session, target);
  if (found === null) return error;
  const message = `${sentence(error.message)} It is that of ${found.owner}.`;
  return new GhostshipError('already-running', message, { hint: error.hint, cause: error });
}

/** What the merge goes on with, as a sentence; `null` where there is nothing. */
export async function tellWhatWaits(table: TableName, session: Session, target: Target): Promise<string | null> {
  const found = await findOwned([table], session, target);
  if (found === null || found.migration.progress.state !== 'yielded') return null;
  const what = found.migration.isAtGate === true ? 'has been copied, and its swap waits for `cutover`' : 'has yielded';
  return `A migration of ${table.name} with this statement ${what}. It is that of ${found.owner}. The merge goes on with it.`;
}

async function findOwned(tables: readonly TableName[], session: Session, target: Target): Promise<Owned | null> {
  try {
    const schemas = [...new Set(tables.map(({ schema }) => schema))];
    const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
    const found = (await findMigrations(session, schemas)).find(({ original }) =>
      tables.some(({ schema, name }) => same(schema, original.schema) && same(name, original.name)),
    );
    if (found === undefined) return null;
    const { migrationId, startedAt } = found.migration;
    const run = (await new Ledger(target).runs(mostRuns)).find(({ id }) => id === migrationId);
    const who =
      run?.pullRequest == null
        ? `a run${run?.actor == null ? '' : ` of ${run.actor}`}`
        : `pull request #${run.pullRequest}`;
    const where = run?.runUrl == null ? '' : `, ${run.runUrl}`;
    return { ...found, owner: `${who}, since ${formatMoment(startedAt)}${where}` };
  } catch {
    // What is said of the table matters more than who is behind it.
    return null;
  }
}
