import { giveLockBack, takeLock } from '../../engine/tables/name-lock.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { selectSame } from '../../sql/sent-statements.ts';
import { GhostshipError } from '../../support/errors.ts';
import type { Applied } from '../ledger/applied.ts';
import { readCompleted } from '../ledger/ledger.ts';
import type { FileStatement } from '../statements/file-statement.ts';

/** One run has it, and others wait for as long as a statement takes that the server carries out at once. */
const turnSeconds = 10;

/** What has become of a statement since its run has read the ledger. */
export type Claim =
  | ({ readonly kind: 'ours' } & AsyncDisposable)
  | { readonly kind: 'applied'; readonly statement: Applied };

/**
 * Two runs of one merge read the same files, and neither may carry out what the other one has. The statement is this run's until it
 * is given back, after its end is written to the ledger.
 *
 * @param id of this run's row
 * @throws GhostshipError `already-running` where another run carries it out, or has died at it just now
 */
export async function claimStatement(
  target: Target,
  namespace: string,
  { id, statement }: { readonly id: string; readonly statement: FileStatement },
): Promise<Claim> {
  const { file, ordinal, digest, label } = statement;
  // Nobody else reads what a person has typed.
  if (file === null) return { kind: 'ours', async [Symbol.asyncDispose]() {} };
  const session = await connect(target, 'carrying out a statement of a file');
  const lock = { schema: target.database, name: [namespace, file, ordinal, digest].join('\n') };
  const giveBack = () => session[Symbol.asyncDispose]();
  try {
    if (!(await takeLock(session, lock, turnSeconds))) throw isRunning(label);
    const [other] = await session.rows(selectSame(target.database, namespace, { id, file, ordinal, digest }));
    if (other === undefined) return { kind: 'ours', [Symbol.asyncDispose]: giveBack };
    if (Number(other.is_done) !== 1) throw hasDied(label);
    await giveLockBack(session, lock);
    await giveBack();
    return { kind: 'applied', statement: { ...statement, applied: readCompleted(other) } };
  } catch (error) {
    await giveBack();
    throw error;
  }
}

function isRunning(label: string): GhostshipError {
  return new GhostshipError('already-running', `Another run carries out this statement on ${label}.`, {
    hint: 'Look at it with `ghostship status`; wait for it or stop it with `ghostship abort`.',
  });
}

function hasDied(label: string): GhostshipError {
  return new GhostshipError(
    'already-running',
    `Another run has died while it carried out this statement on ${label}.`,
    {
      hint: 'Run this again: it looks first at what became of it.',
    },
  );
}
