import type { Outcome } from '../../engine/outcome.ts';
import { missingPrivileges } from '../../engine/preflight/privileges.ts';
import { refuseTargetOf } from '../../engine/preflight/target.ts';
import type { WayBack } from '../../engine/way-back.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { connect, type Row, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { commit, startTransaction } from '../../sql/data.ts';
import { dropTable } from '../../sql/ghost.ts';
import { selectExisting } from '../../sql/inspect.ts';
import {
  abandonMigration,
  advanceMigration,
  closeMigration,
  countMigrations,
  countOthers,
  createLedger,
  finishMigration,
  insertCompleted,
  insertQueued,
  ledgerTable,
  markReverted,
  type QueuedMigration,
  selectChanges,
  selectCompleted,
  selectEnd,
  selectLabels,
  selectOutcomes,
  selectRuns,
} from '../../sql/ledger.ts';
import type { Sql } from '../../sql/sql.ts';
import type { Origin } from './origin.ts';

/** A statement of a file that the ledger has as completed. */
export interface CompletedStatement {
  readonly id: string;
  readonly file: string;
  /** Its place in the file, from 1; 0 where the ledger has a file as a whole, because its statements are not known. */
  readonly ordinal: number;
  readonly statementCount: number;
  readonly digest: string;
  /** The table as it was before is in its place again. */
  readonly isReverted: boolean;
  /** As the server writes it, in its time zone; `null` for what was carried out before Ghostship came. */
  readonly finished: string | null;
}

export interface RetiredTable {
  /** The table whose place was taken. */
  readonly table: string;
  /** What it is called now. */
  readonly retired: string;
  /** Since its migration ended. */
  readonly ageMs: number;
  /** For how long it was to be kept; `null` until it is dropped by name. */
  readonly forMs: number | null;
}

/** A statement that has changed a table. */
export interface LedgerChange {
  readonly id: string;
  readonly file: string | null;
  readonly statement: string;
  readonly table: string;
  /** Of a migration: that it was reverted. Of a revert: that it was done. */
  readonly isReverted: boolean;
  readonly outcome: Outcome;
  readonly wayBack: WayBack | null;
}

/** What else the end of a migration tells. */
export interface Ending {
  readonly wayBack: WayBack | null;
  /** The id of the migration that it has reverted. */
  readonly reverts: string | null;
}

const plainly: Ending = { wayBack: null, reverts: null };

/** A statement that was started: where it came from, and what became of it. */
export interface LedgerRun extends Omit<Origin, 'planDigest'> {
  readonly id: string;
  readonly file: string | null;
  readonly statement: string;
  readonly table: string;
  readonly state: Outcome['state'];
  /** ISO 8601, UTC. */
  readonly startedAt: string | null;
  /** `null` while it runs, and for ever where its process was killed. */
  readonly finishedAt: string | null;
  /** How long it has given no sign of life. */
  readonly silentMs: number;
  readonly outcome: Outcome | null;
}

/**
 * The table `ghostship_migrations` in the target database: who applied what, when, from which commit. Each
 * note has a connection of its own: hours may pass between two notes, and a lost connection must not lose one.
 */
export class Ledger {
  readonly #target: Target;

  constructor(target: Target) {
    this.#target = target;
  }

  /**
   * Makes the table where it is not there yet.
   * @returns whether it was not
   * @throws GhostshipError before anything is made: `unsupported-server`, `missing-privileges` with all of them at once
   */
  async create(): Promise<boolean> {
    await using session = await this.#connect();
    await refuseTargetOf(session);
    const schema = this.#target.database;
    const [missing] = await missingPrivileges(session, { schema, name: ledgerTable });
    if (missing !== undefined) throw missing;
    const existing = await session.rows(selectExisting(schema, [ledgerTable]));
    await session.run(createLedger(schema));
    return existing.length === 0;
  }

  /** Drops the table again, unless others have written to it. A run that changed nothing leaves nothing behind. */
  async remove(ids: readonly string[]): Promise<void> {
    await using session = await this.#connect();
    const schema = this.#target.database;
    const [row] = await session.rows(countOthers(schema, ids));
    if (Number(row?.others) === 0) await session.run(dropTable({ schema, name: ledgerTable }));
  }

  /** Empty where no migration was ever run. */
  async completed(): Promise<CompletedStatement[]> {
    const rows = await this.#rows(selectCompleted);
    return rows.map((row) => ({
      id: String(row.id),
      file: String(row.file),
      ordinal: Number(row.ordinal),
      statementCount: Number(row.statement_count),
      digest: String(row.statement_digest),
      isReverted: row.state === 'reverted',
      finished: textOrNull(row.finished),
    }));
  }

  /** Tables that migrations have kept, oldest first; they may be gone by now. Of two with one name the newer one counts. */
  async retiredTables(): Promise<RetiredTable[]> {
    const newest = new Map<string, RetiredTable | null>();
    for (const row of await this.#rows(selectOutcomes)) {
      const { retired, state } = JSON.parse(String(row.outcome)) as Pick<Outcome, 'retired' | 'state'>;
      if (retired === null) continue;
      const table = String(row.table_name);
      const forMs = wayBackIn(row)?.retiredForMs ?? null;
      const found = { table, retired, ageMs: Number(row.age_ms ?? 0), forMs };
      newest.delete(`${table}\n${retired}`);
      // That of a migration that was reverted is in its place again.
      newest.set(`${table}\n${retired}`, state === row.state ? found : null);
    }
    return [...newest.values()].filter((one) => one !== null);
  }

  /**
   * Tables of another database than the target's that any run was about, each once. A name of its own may have a dot, too.
   *
   * @param session that is there already
   */
  async labels(session: Session): Promise<string[]> {
    return (await this.#read(session, selectLabels)).map((row) => String(row.table_name));
  }

  /** The runs that were started last, newest first. */
  async runs(limit: number): Promise<LedgerRun[]> {
    const rows = await this.#rows((schema) => selectRuns(schema, limit));
    return rows.map((row) => ({
      id: String(row.id),
      file: textOrNull(row.file),
      statement: String(row.statement),
      table: String(row.table_name),
      state: String(row.state) as Outcome['state'],
      startedAt: dateOf(row.started),
      finishedAt: dateOf(row.finished),
      silentMs: Number(row.silent_ms ?? 0),
      commit: textOrNull(row.commit_sha),
      pullRequest: row.pull_request === null || row.pull_request === undefined ? null : Number(row.pull_request),
      actor: textOrNull(row.actor),
      runUrl: textOrNull(row.run_url),
      outcome: row.outcome === null ? null : (JSON.parse(String(row.outcome)) as Outcome),
    }));
  }

  /** As what a run has ended; `null` where it has not, or is not known. */
  async endOf(id: string): Promise<string | null> {
    const [row] = await this.#rows((schema) => selectEnd(schema, id));
    return row === undefined ? null : String(row.state);
  }

  async queue(migrations: readonly QueuedMigration[]): Promise<void> {
    await using session = await this.#connect();
    for (const migration of migrations) await session.run(insertQueued(this.#target.database, migration));
  }

  /** Notes statements as completed that were carried out by other means: all of them, or none. */
  async markCompleted(migrations: readonly QueuedMigration[]): Promise<void> {
    await using session = await this.#connect();
    await session.run(startTransaction);
    for (const migration of migrations) await session.run(insertCompleted(this.#target.database, migration));
    await session.run(commit);
  }

  async advance(id: string, state: Outcome['state']): Promise<void> {
    await this.#run((schema) => advanceMigration(schema, id, state));
  }

  async finish(id: string, outcome: Outcome, { wayBack, reverts }: Ending = plainly): Promise<void> {
    if (outcome.state === 'reverted' && reverts !== null) await this.markReverted(reverts);
    const kept = wayBack === null ? null : JSON.stringify(wayBack);
    await this.#run((schema) => finishMigration(schema, id, outcome.state, JSON.stringify(outcome), kept));
  }

  async markReverted(id: string): Promise<void> {
    await this.#run((schema) => markReverted(schema, id));
  }

  /** What has changed tables, newest first. */
  async changes(): Promise<LedgerChange[]> {
    const rows = await this.#rows(selectChanges);
    return rows.map((row) => ({
      id: String(row.id),
      file: textOrNull(row.file),
      statement: String(row.statement),
      table: String(row.table_name),
      isReverted: row.state === 'reverted',
      outcome: JSON.parse(String(row.outcome)) as Outcome,
      wayBack: wayBackIn(row),
    }));
  }

  /** How many rows it has. */
  async count(): Promise<number> {
    const [row] = await this.#rows(countMigrations);
    return Number(row?.migrations ?? 0);
  }

  /** For a run that could not say itself how it ended, and that another one goes on with. */
  async close(id: string): Promise<void> {
    await this.#run((schema) => closeMigration(schema, id));
  }

  /** For a statement that was queued and never started. */
  async abandon(id: string): Promise<void> {
    await this.#run((schema) => abandonMigration(schema, id));
  }

  async #run(statement: (schema: string) => Sql): Promise<void> {
    await using session = await this.#connect();
    await session.run(statement(this.#target.database));
  }

  async #rows(statement: (schema: string) => Sql): ReturnType<Session['rows']> {
    await using session = await this.#connect('reading the ledger');
    return await this.#read(session, statement);
  }

  async #read(session: Session, statement: (schema: string) => Sql): ReturnType<Session['rows']> {
    return (await readIfThere(session, statement(this.#target.database))) ?? [];
  }

  #connect(purpose = 'keeping the ledger'): Promise<Session> {
    return connect(this.#target, purpose);
  }
}

function wayBackIn(row: Row): WayBack | null {
  const text = textOrNull(row.way_back);
  return text === null ? null : (JSON.parse(text) as WayBack);
}

function textOrNull(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** @param seconds since 1970 */
function dateOf(seconds: Row[string] | undefined): string | null {
  return seconds === null || seconds === undefined ? null : new Date(Number(seconds) * 1_000).toISOString();
}
