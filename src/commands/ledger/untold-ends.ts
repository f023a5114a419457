import type { Outcome } from '../../engine/outcome.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { connect, type Row } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { markTold, selectUntold } from '../../sql/untold-ends.ts';
import { notStarted } from '../statements/not-started.ts';
import { textOrNull } from './ledger-run.ts';
import { hasLaterColumn } from './upgrade-ledger.ts';

/** How a statement of a file has ended, where nobody knows that the pull request was told. */
export interface UntoldEnd {
  /** Of the ledger's row. */
  readonly id: string;
  readonly file: string | null;
  readonly outcome: Outcome;
}

/** What jobs have completed that were lost before they could tell it. */
export async function readUntoldEnds(target: Target, namespace: string): Promise<UntoldEnd[]> {
  await using session = await connect(target, 'reading the ledger');
  if (!(await hasLaterColumn(session, target.database, 'untold'))) return [];
  const rows = (await readIfThere(session, selectUntold(target.database, namespace))) ?? [];
  return rows.map((row) => ({ id: String(row.id), file: textOrNull(row.file), outcome: outcomeOf(row) }));
}

/** Whoever has to hear of these has heard of them. */
export async function noteTold(target: Target, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await using session = await connect(target, 'keeping the ledger');
  await session.run(markTold(target.database, ids));
}

/** A run may be lost between the state and the outcome. */
function outcomeOf(row: Row): Outcome {
  const text = textOrNull(row.outcome);
  if (text !== null) return JSON.parse(text) as Outcome;
  const statement = { file: textOrNull(row.file), text: String(row.statement) };
  return { ...notStarted(statement, String(row.table_name)), state: 'completed', tableState: 'changed' };
}
