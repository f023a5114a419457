import type { SentStatement } from '../../engine/sent-statement.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { forgetSent, noteSent, selectUnconfirmed } from '../../sql/sent-statements.ts';
import { textOrNull } from './ledger-run.ts';
import { hasLaterColumn } from './upgrade-ledger.ts';

/** A statement that was sent to the server by a run that did not say what became of it. */
export interface UnconfirmedStatement {
  /** Of the ledger's row. */
  readonly id: string;
  readonly file: string | null;
  readonly statement: string;
  readonly table: string;
  readonly sent: SentStatement;
  /** How long its run has given no sign of life. */
  readonly silentMs: number;
}

/** What a run is about to send to the server: who finds the row without an end can ask what became of it. */
export async function writeSent(target: Target, id: string, sent: SentStatement): Promise<void> {
  await using session = await connect(target, 'keeping the ledger');
  await session.run(noteSent(target.database, id, JSON.stringify(sent)));
}

/** What was sent has not been carried out. */
export async function clearSent(target: Target, id: string): Promise<void> {
  await using session = await connect(target, 'keeping the ledger');
  await session.run(forgetSent(target.database, id));
}

/** In the order in which they were queued. */
export async function readUnconfirmed(target: Target): Promise<UnconfirmedStatement[]> {
  await using session = await connect(target, 'reading the ledger');
  if (!(await hasLaterColumn(session, target.database, 'sent'))) return [];
  const rows = (await readIfThere(session, selectUnconfirmed(target.database))) ?? [];
  return rows.map((row) => ({
    id: String(row.id),
    file: textOrNull(row.file),
    statement: String(row.statement),
    table: String(row.table_name),
    sent: JSON.parse(String(row.sent)) as SentStatement,
    silentMs: Number(row.silent_ms ?? 0),
  }));
}
