import { connect, type Session } from '../../mysql/session.ts';
import { describeTarget, type Target } from '../../mysql/target.ts';
import { describeLedger, environmentIn, ledgerTable, selectTableComment } from '../../sql/ledger.ts';
import { GhostshipError } from '../../support/errors.ts';

/*
 * A ledger is of one environment. Its name stands in the comment of the table: it holds for all rows, replicas have it too, and
 * a ledger that was made before has room for it.
 */

/**
 * @param environment `null` where the run has none: it says nothing about whose the database is
 * @throws GhostshipError `usage` where the ledger is of another environment
 */
export async function refuseOtherEnvironment(target: Target, environment: string | null): Promise<void> {
  if (environment === null) return;
  await using session = await connect(target, 'reading the ledger');
  await refuseOther(session, target, environment);
}

/**
 * Notes in a ledger that has no environment yet whose it is.
 *
 * @throws GhostshipError `usage` where it is of another environment
 */
export async function claimLedger(target: Target, environment: string | null): Promise<void> {
  if (environment === null) return;
  await using session = await connect(target, 'keeping the ledger');
  if ((await refuseOther(session, target, environment)) === environment) return;
  await session.run(describeLedger(target.database, environment));
  // Another environment may have done the same in this moment.
  await refuseOther(session, target, environment);
}

/** @returns whose it is */
async function refuseOther(session: Session, target: Target, environment: string): Promise<string | null> {
  const [row] = await session.rows(selectTableComment(target.database, ledgerTable));
  const owner = environmentIn(String(row?.comment ?? ''));
  if (owner === null || owner === environment) return owner;
  throw new GhostshipError(
    'usage',
    `The database ${describeTarget(target)} is that of the environment ${owner}, and this run is for ${environment}: ${ledgerTable} says so.`,
    {
      hint: `Correct the input target or the input environment. If ${owner} was renamed, say so in the database: ${describeLedger(target.database, environment).text}`,
    },
  );
}
