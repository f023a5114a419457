import { findMigrations } from '../../engine/run/control.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { GhostshipError } from '../../support/errors.ts';
import { formatMoment } from '../../support/moment.ts';
import { sentence } from '../../support/sentence.ts';
import { Ledger } from '../ledger/ledger.ts';

/** As many rows of the ledger are read. */
const mostRuns = 100;

/**
 * The refusal of a table that is being migrated, with who migrates it, since when and where, as far as the changelog and the ledger
 * tell.
 *
 * @param tables that the statement names
 */
export async function tellWhoMigrates(
  error: unknown,
  tables: readonly { readonly schema: string; readonly name: string }[],
  session: Session,
  target: Target,
): Promise<unknown> {
  if (!(error instanceof GhostshipError) || error.code !== 'already-running') return error;
  try {
    const schemas = [...new Set(tables.map(({ schema }) => schema))];
    const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
    const found = (await findMigrations(session, schemas)).find(({ original }) =>
      tables.some(({ schema, name }) => same(schema, original.schema) && same(name, original.name)),
    );
    if (found === undefined) return error;
    const { migrationId, startedAt } = found.migration;
    const run = (await new Ledger(target).runs(mostRuns)).find(({ id }) => id === migrationId);
    const who =
      run?.pullRequest == null
        ? `a run${run?.actor == null ? '' : ` of ${run.actor}`}`
        : `pull request #${run.pullRequest}`;
    const where = run?.runUrl == null ? '' : `, ${run.runUrl}`;
    const message = `${sentence(error.message)} It is that of ${who}, since ${formatMoment(startedAt)}${where}.`;
    return new GhostshipError('already-running', message, { hint: error.hint, cause: error });
  } catch {
    // The refusal itself matters more than who is behind it.
    return error;
  }
}
