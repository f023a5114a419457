import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { selectUnsaid } from '../../sql/unsaid-ends.ts';
import { comesFree } from './finish-statements.ts';
import type { Ledger } from './ledger.ts';
import { tablesMeant } from './places.ts';

/**
 * Closes what runs have done that died before they could say so. Nothing else tells of it: what they had made is tidied up.
 *
 * @param isMeant whether it is to be closed, by the label of its table
 * @param open ids of migrations that have not tidied up
 */
export async function finishUnsaid(
  session: Session,
  target: Target,
  isMeant: (label: string) => boolean,
  open: readonly string[],
  ledger: Ledger,
): Promise<FinishedSwap[]> {
  const finished: FinishedSwap[] = [];
  const rows = (await readIfThere(session, selectUnsaid(target.database))) ?? [];
  if (rows.length === 0) return finished;
  // Of its own, as it has the locks that it asks for.
  await using asking = await connect(target, 'asking whether a run is gone');
  for (const row of rows) {
    const [migrationId, label] = [String(row.id), String(row.table_name)];
    if (!isMeant(label) || open.includes(migrationId)) continue;
    if (!(await comesFree(asking, tablesMeant(label, target)))) continue;
    const outcome: Outcome = { ...(JSON.parse(String(row.outcome)) as Outcome), resumed: true };
    await ledger.finish(migrationId, outcome);
    const notices = ['A run has completed this, and died before it could say so.'];
    finished.push({ migrationId, outcome, notices, wayBack: null, reverts: null });
  }
  return finished;
}
